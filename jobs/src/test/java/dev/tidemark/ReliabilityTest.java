package dev.tidemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of docs/reliability.md against the tests that it names. */
class ReliabilityTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (R\\d+) \\|.*\\| ([^|]*) \\|$");
  private static final Pattern FILE = Pattern.compile("`(\\w+Test|[\\w-]+\\.sh)`");

  @Test
  void everyIdHasATestAndTheTestNamesTheId() throws IOException {
    var rows = ROW.matcher(Files.readString(Path.of("../docs/reliability.md"))).results().toList();

    assertThat(rows.stream().map(row -> row.group(1)))
        .isEqualTo(IntStream.rangeClosed(1, 23).mapToObj(id -> "R" + id).toList());
    assertThat(rows.stream().flatMap(ReliabilityTest::tests))
        .hasSizeGreaterThan(rows.size())
        .allMatch(ReliabilityTest::isNamed, "names its id");
  }

  /** {@code R5 LinkLogStoreTest}. */
  private static Stream<String> tests(MatchResult row) {
    return FILE.matcher(row.group(2)).results().map(file -> row.group(1) + " " + file.group(1));
  }

  private static boolean isNamed(String test) {
    var parts = test.split(" ", 2);
    var name = parts[1].endsWith(".sh") ? parts[1] : parts[1] + ".java";
    var id =
        Pattern.compile("(?i)(?<![a-z0-9])" + parts[0] + "(?![0-9])|" + parts[0] + "(?=[A-Z])");
    return Stream.of("src/test", "../stores/src/test")
        .flatMap(folder -> files(Path.of(folder)).stream())
        .filter(file -> file.endsWith(name))
        .anyMatch(file -> id.matcher(text(file)).find());
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
