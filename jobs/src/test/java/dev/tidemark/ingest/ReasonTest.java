package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonTest {
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [^|]+ \\| [^|]+ \\|$");

  @Test
  void everyReasonIsDocumentedWithAnExampleAndARemedy() throws IOException {
    var documented =
        ENTRY.matcher(Files.readString(guide())).results().map(match -> match.group(1));

    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Reason.values()).map(Reason::code).toList());
  }

  private static Path guide() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(folder -> folder.resolve("docs/ingest.md"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
