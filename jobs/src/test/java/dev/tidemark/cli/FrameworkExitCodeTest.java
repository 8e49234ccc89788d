package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkExitCodeTest {
  @TempDir private Path folder;

  @Test
  void aFrameworkFileThatCannotBeUsedExitsWith2BeforeSparkStarts() throws IOException {
    var invalid = Files.writeString(folder.resolve("framework.yaml"), "id: [");

    assertThat(TidemarkCommand.run("check", "--framework", invalid.toString())).isEqualTo(2);
    assertThat(TidemarkCommand.run("check", "--framework", folder.toString())).isEqualTo(2);
    assertThat(TidemarkCommand.run("check", "--framework", folder + "/none.yaml")).isEqualTo(2);
  }
}
