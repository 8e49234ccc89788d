package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what {@code docs/calendar.md} shows. */
class CalendarGuideTest {
  private static String guide;

  @TempDir private Path folder;

  @BeforeAll
  static void readTheGuide() throws IOException {
    guide = Files.readString(Path.of("../docs/calendar.md"));
  }

  @Test
  void itsRegionsAreGood() {
    var calendar = Written.in(folder, Written.SMALLEST + blocks("yaml").get(0)).read().calendar();

    assertThat(calendar.regions())
        .extracting(CalendarRules.Region::id)
        .containsExactly("hubei", "coast");
    assertThat(calendar.regions().get(0).days().off()).hasSize(9);
    assertThat(calendar.regions().get(1).units()).isEqualTo(Set.of("hefei"));
  }

  @Test
  void itsOtherCountryIsGood() throws IOException {
    Files.writeString(folder.resolve("germany.csv"), blocks("csv").get(0));

    var calendar = Written.in(folder, Written.SMALLEST + blocks("yaml").get(1)).read().calendar();

    assertThat(calendar.country().map(file -> file.off().size())).isEqualTo(Optional.of(9));
  }

  private static List<String> blocks(String language) {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(guide)
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }
}
