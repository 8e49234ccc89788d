package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
  void whoReloadsTheFirstPageAlwaysFindsAWholeOne() throws Exception {
    publish("0".repeat(100_000));
    var isOver = new AtomicBoolean();
    var reader =
        CompletableFuture.supplyAsync(
            () -> {
              var seen = new HashSet<Integer>();
              while (!isOver.get()) {
                seen.add(read(out.resolve("index.html")).length());
              }
              return seen;
            });

    for (int i = 1; i <= 200; i++) {
      publish(String.valueOf(i % 10).repeat(100_000));
    }
    isOver.set(true);

    assertThat(reader.get(10, TimeUnit.SECONDS)).containsExactly(100_000);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theFirstPageIsTheLastToBeReplaced() throws IOException {
    publish("first");
    Files.writeString(out.resolve("units"), "in the way of a folder");

    assertThatThrownBy(
            () ->
                new ReportFolder(out, "run")
                    .publish(
                        next -> {
                          write(next, "second");
                          Files.createDirectory(next.resolve("units"));
                          Files.writeString(next.resolve("units/a.html"), "");
                        }))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("Its first page is as it was before");

    assertThat(Files.readString(out.resolve("index.html"))).isEqualTo("first");
    assertThat(files(folder)).containsExactly("report");
  }

  @Test
  void whatAKilledProcessLeftIsRemovedADayLaterAndNeverShown() throws IOException {
    var left = Files.createDirectories(out.resolve(".tidemark-report.killed"));
    write(left, "half");

    publish("first");
    assertThat(files(out))
        .containsExactly(".tidemark-report.killed", "index.html", ReportFolder.MARK);

    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    publish("second");
    assertThat(files(out)).containsExactly("index.html", ReportFolder.MARK);
  }

  @Test
  void anEmptyFolderIsFilledAndKept() throws IOException {
    Files.createDirectory(out);

    publish("first");

    assertThat(files(out)).containsExactly("index.html", ReportFolder.MARK);
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
