package dev.tidemark.cli;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.refresh.JobRun;
import dev.tidemark.refresh.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a refresh did, as Prometheus' node exporter reads it from a text file.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
final class RefreshMetrics {
  private static final double MILLIS = 1000;

  private RefreshMetrics() {}

  /**
   * Looks whether a file can be written there at all.
   *
   * @throws UsageWrong if not: better now than after hours
   */
  static void requireFolder(Path file) {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new UsageWrong(
          "--metrics %s: %s is no folder that can be written to. Nothing was done; make it, or name another."
              .formatted(file, folder));
    }
  }

  /**
   * Writes the file at once, whole.
   *
   * @param framework its id; of a file that could not be read, its name
   * @throws StorageFailed if it cannot be written
   */
  static void write(Path file, String framework, Outcome outcome, Instant began, Instant ended) {
    try {
      var target = file.toAbsolutePath();
      // The node exporter is somebody else, whom neither a temporary file of Java's nor a service's
      // umask lets read.
      var draft =
          target.resolveSibling(".%s.%s.tmp".formatted(target.getFileName(), UUID.randomUUID()));
      Files.writeString(draft, text(framework, outcome, began, ended), StandardCharsets.UTF_8);
      if (Files.getFileStore(draft).supportsFileAttributeView(PosixFileAttributeView.class)) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StorageFailed(
          "--metrics %s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  static String text(String framework, Outcome outcome, Instant began, Instant ended) {
    var text = new StringBuilder();
    var all = "framework=\"" + escaped(framework) + "\"";
    gauge(text, "refresh_end_timestamp_seconds", "When the last refresh ended.");
    line(text, "refresh_end_timestamp_seconds", all, ended.toEpochMilli() / MILLIS);
    gauge(text, "refresh_duration_seconds", "How long it took.");
    line(text, "refresh_duration_seconds", all, seconds(began, ended));
    gauge(text, "refresh_success", "1 if nothing failed, else 0.");
    line(text, "refresh_success", all, outcome.failure().isEmpty() ? 1 : 0);
    gauge(text, "refresh_published", "1 if readers see all of it, else 0.");
    line(text, "refresh_published", all, outcome.unpublished().isEmpty() ? 1 : 0);
    jobs(
        text,
        all,
        outcome.runs(),
        "refresh_job_duration_seconds",
        "How long each job took that had something to do.",
        run -> seconds(run.startedAt(), run.endedAt()));
    jobs(
        text,
        all,
        outcome.runs(),
        "refresh_job_success",
        "1 if the job was done, else 0.",
        run -> run.isDone() ? 1.0 : 0.0);
    jobs(text, all, outcome.runs(), "refresh_job_rows_in", "Rows it read.", of(JobRun.Counts::in));
    jobs(
        text,
        all,
        outcome.runs(),
        "refresh_job_rows_out",
        "Rows it wrote.",
        of(JobRun.Counts::out));
    jobs(
        text,
        all,
        outcome.runs(),
        "refresh_job_rows_quarantined",
        "Rows delivered and not loaded.",
        of(JobRun.Counts::quarantined));
    return text.toString();
  }

  private static Function<JobRun, Double> of(Function<JobRun.Counts, OptionalLong> count) {
    return run -> {
      var rows = count.apply(run.counts());
      return rows.isPresent() ? (double) rows.getAsLong() : Double.NaN;
    };
  }

  private static void jobs(
      StringBuilder text,
      String all,
      List<JobRun> runs,
      String name,
      String help,
      Function<JobRun, Double> value) {
    gauge(text, name, help);
    for (var run : runs) {
      var number = value.apply(run);
      if (!Double.isNaN(number)) {
        line(text, name, all + ",job=\"" + escaped(run.job()) + "\"", number);
      }
    }
  }

  private static void gauge(StringBuilder text, String name, String help) {
    text.append("# HELP tidemark_%s %s%n# TYPE tidemark_%s gauge%n".formatted(name, help, name));
  }

  private static void line(StringBuilder text, String name, String labels, double value) {
    text.append(String.format(Locale.ROOT, "tidemark_%s{%s} %s%n", name, labels, value));
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS;
  }
}
