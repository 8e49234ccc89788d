package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void name() {
    out = folder.resolve("report");
  }

  private void publish(String words) {
    new ReportFolder(out, "run").publish(next -> write(next, words));
  }

  private static void write(Path next, String words) throws IOException {
    Files.writeString(next.resolve(ReportFolder.MARK), "{}");
    Files.writeString(next.resolve("index.html"), words);
  }

  private List<String> files(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aReportReplacesTheOneBeforeAsAWhole() throws IOException {
    publish("first");
    Files.writeString(out.resolve("of the first alone"), "");

    publish("second");

    assertThat(Files.readString(out.resolve("index.html"))).isEqualTo("second");
    assertThat(files(out)).containsExactly("index.html", ReportFolder.MARK);
    assertThat(files(folder)).containsExactly("report");
  }

  @Test
  void aReportThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
    publish("first");

    assertThatThrownBy(
            () ->
                new ReportFolder(out, "run")
                    .publish(
                        next -> {
                          write(next, "half");
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("No space left on device");

    assertThat(Files.readString(out.resolve("index.html"))).isEqualTo("first");
    assertThat(files(folder)).containsExactly("report");
  }

  @Test
  void aFolderThatIsNoReportIsLeftAsItIs() throws IOException {
    Files.createDirectory(out);
    Files.writeString(out.resolve("thesis.docx"), "three years of work");

    assertThatThrownBy(() -> publish("report"))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("is no report of Tidemark");

    assertThat(files(out)).containsExactly("thesis.docx");
  }
}
