package dev.tidemark;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What class files no longer show. */
class SourceTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int LONGEST = 250;

  /** Each with the reason it is longer. */
  private static final Map<String, Integer> LONGER =
      Map.ofEntries(
          entry("Col.java", 500), // a list of names
          entry("DeltaLake.java", 275)); // one method for each way to read or write a table

  @Test
  void noClassIsLongerThanTwoHundredAndFiftyLines() throws IOException {
    try (var files = Files.walk(MAIN)) {
      var tooLong =
          files.filter(file -> file.toString().endsWith(".java")).filter(SourceTest::isTooLong);

      assertThat(tooLong).isEmpty();
    }
  }

  private static boolean isTooLong(Path file) {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.count() > LONGER.getOrDefault(file.getFileName().toString(), LONGEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
