package dev.tidemark.report;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A folder that always shows a report: the new one is written aside and moved to its place.
 *
 * <p>Where there is a report already, each file takes its place in one step, the first page as the
 * last: whoever opens or reloads a page finds one, and all of it. What the new one does not have is
 * deleted then. A folder that is no report is never touched.
 */
final class ReportFolder {
  /** Says that the folder is a report, and whose. */
  static final String MARK = "tidemark-report.json";

  /** The page that people open, and that tells of all others. */
  static final String FIRST_PAGE = "index.html";

  private static final String DRAFT = ".tidemark-report.";
  private static final Duration ABANDONED = Duration.ofDays(1);

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
   * @throws StorageFailed if it could not be written; the first page is as it was before
   */
  void publish(Writer writer) {
    refuseWhatIsNoReport();
    // Where there is a folder, within it: it may be a disk of its own.
    boolean isThere = Files.exists(out);
    var around = isThere ? out : out.getParent();
    var next = around.resolve(DRAFT + run);
    try {
      Files.createDirectories(around);
      Files.createDirectory(next);
      try {
        deleteWhatWasLeft(around, next);
        writer.write(next);
        if (isThere) {
          replace(next);
        } else {
          Files.move(next, out);
        }
      } finally {
        delete(next);
      }
    } catch (UncheckedIOException | IOException e) {
      throw new StorageFailed(
          "The report %s cannot be written: %s. Its first page is as it was before. Mend the cause and run the command again."
              .formatted(out, e.getMessage()),
          e);
    }
  }

  /** Of a folder that was empty the mark comes first, so that the next run knows it for its own. */
  private void replace(Path next) throws IOException {
    var files = files(next);
    put(next, MARK);
    for (var file : files) {
      if (!file.equals(MARK) && !file.equals(FIRST_PAGE)) {
        put(next, file);
      }
    }
    put(next, FIRST_PAGE);
    for (var file : files(out)) {
      if (!files.contains(file)) {
        Files.delete(out.resolve(file));
      }
    }
  }

  private void put(Path next, String file) throws IOException {
    var place = out.resolve(file);
    Files.createDirectories(place.getParent());
    Files.move(next.resolve(file), place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** By their paths below a folder, without what is in drafts. */
  private static Set<String> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.startsWith(DRAFT))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Drafts of processes that were killed: of others there may be some, which are young. */
  private static void deleteWhatWasLeft(Path around, Path next) throws IOException {
    var old = Files.getLastModifiedTime(next).toInstant().minus(ABANDONED);
    try (var files = Files.list(around)) {
      for (var file : files.filter(ReportFolder::isDraft).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          delete(file);
        }
      }
    }
  }

  private static boolean isDraft(Path file) {
    return file.getFileName().toString().startsWith(DRAFT);
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
      return files.allMatch(ReportFolder::isDraft);
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
