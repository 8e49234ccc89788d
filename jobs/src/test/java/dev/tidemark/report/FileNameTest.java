package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @Test
  void aPlainIdIsItsOwnName() {
    assertThat(FileName.unit("110000")).isEqualTo("units/110000.html");
    assertThat(FileName.group("region", "north")).isEqualTo("groups/region-north.html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "/", "..", "a\\b", "con", "武汉", "<script>", "a b?#%00"})
  void noIdNamesAPlaceOutsideItsFolder(String id) {
    assertThat(FileName.of(id)).matches("[a-z0-9-]*\\.[0-9a-f]{16}");
  }

  @Test
  void idsThatDifferInCapitalsAloneHaveTwoFiles() {
    assertThat(FileName.of("A")).isNotEqualTo(FileName.of("a")).isNotEqualToIgnoringCase("a");
  }
}
