package dev.tidemark.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShinglesTest {
  /** 办理营业, 理营业执, 营业执照; a repeated run counts once. */
  @ParameterizedTest
  @CsvSource({"办理营业执照, 3", "啊啊啊啊啊啊啊啊, 1", "执照, 1", "𠮷𠮷野家快餐, 3", "'，。！', 0", "'', 0"})
  void everyRunOfFourCharactersCountsOnce(String text, int n) {
    assertThat(Shingles.of(text)).hasSize(n);
  }

  @Test
  void caseSpaceAndPunctuationDoNotMatter() {
    assertThat(Shingles.of("办 APP，登录！")).isEqualTo(Shingles.of("办app登录"));
  }

  @Test
  void theOrderOfCharactersMatters() {
    assertThat(Shingles.of("营业执照")).isNotEqualTo(Shingles.of("照执业营"));
  }
}
