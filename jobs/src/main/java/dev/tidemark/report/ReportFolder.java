package dev.tidemark.report;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A folder that shows a whole report or none: it is written beside its place and moved there.
 *
 * <p>A report that is there already is set aside by one rename, the new one put in its place by
 * another, and the old one deleted then. A folder that is no report is never touched.
 */
final class ReportFolder {
  /** Says that the folder is a report, and whose. */
  static final String MARK = "tidemark-report.json";

  private final Path out;
  private final String run;

  /** What writes the files. */
  interface Writer {
    void write(Path folder) throws IOException;
  }

  ReportFolder(Path out, String run) {
    this.out = out.toAbsolutePath().normalize();
    this.run = run;
  }

  /**
   * Writes and shows it.
   *
   * @throws UsageWrong if something that is no report is in its place
   * @throws StorageFailed if it could not be written; what was there before is there still
   */
  void publish(Writer writer) {
    refuseWhatIsNoReport();
    var name = out.getFileName() + "." + run;
    var next = out.resolveSibling("." + name + ".new");
    var last = out.resolveSibling("." + name + ".old");
    try {
      Files.createDirectories(out.getParent());
      Files.createDirectory(next);
      try {
        writer.write(next);
        if (Files.exists(out)) {
          Files.move(out, last);
        }
        move(next, last);
      } finally {
        delete(next);
      }
      delete(last);
    } catch (UncheckedIOException | IOException e) {
      throw new StorageFailed(
          "The report %s cannot be written: %s. What was there before is there still. Mend the cause and run the command again."
              .formatted(out, e.getMessage()),
          e);
    }
  }

  private void move(Path next, Path last) throws IOException {
    try {
      Files.move(next, out);
    } catch (IOException failed) {
      if (Files.exists(last)) {
        Files.move(last, out);
      }
      throw failed;
    }
  }

  private void refuseWhatIsNoReport() {
    if (out.getFileName() == null) {
      throw new UsageWrong("--out %s is no folder a report can be moved to.".formatted(out));
    }
    if (!Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(out, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageWrong(
          "--out %s is there already and is no folder. Name another.".formatted(out));
    }
    if (!Files.exists(out.resolve(MARK)) && !isEmpty()) {
      throw new UsageWrong(
          "--out %s is there already and is no report of Tidemark: there is no %s in it. Nothing was changed; name another folder."
              .formatted(out, MARK));
    }
  }

  private boolean isEmpty() {
    try (var files = Files.list(out)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
