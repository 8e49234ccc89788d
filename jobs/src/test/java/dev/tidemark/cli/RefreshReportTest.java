package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.framework.Scoring;
import dev.tidemark.job.JobContext;
import dev.tidemark.refresh.JobRun;
import dev.tidemark.refresh.Outcome;
import dev.tidemark.support.Frameworks;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.LazySpark;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refresh tells programs: a JSON object, and metrics for Prometheus. */
class RefreshReportTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final JobRun INDEX =
      new JobRun(
          "index",
          JobRun.Status.DONE,
          List.of("observations changed in W2"),
          List.of("W2"),
          List.of(),
          NOON,
          NOON.plusMillis(2500),
          new JobRun.Counts(OptionalLong.of(12), OptionalLong.of(7), OptionalLong.empty()),
          Map.of("observations", 3L),
          Map.of("index_scores", 5L),
          Optional.empty());

  @TempDir private Path folder;

  private static Outcome done() {
    return new Outcome(List.of(INDEX), Optional.of(4L), Optional.empty(), Optional.empty());
  }

  private static Outcome failed() {
    return Outcome.of(new StorageFailed("the disk is full"));
  }

  private String json(Outcome outcome) {
    var none =
        LazySpark.of(
            () -> {
              throw new AssertionError("a session was opened");
            },
            new Configuration());
    var framework =
        Frameworks.framework(
            List.of("W1", "W2"),
            List.of("a", "b"),
            Frameworks.root(Frameworks.leaf("points", 1, new Scoring.Direct())));
    var context =
        new JobContext(
            none,
            framework,
            new DeltaLake(none, folder.toString(), CommitNote.READER),
            List.of(),
            "run-1",
            NOON,
            line -> {});
    var out = new StringWriter();
    RefreshReport.asJson(outcome, Optional.of(context), new PrintWriter(out));
    return out.toString();
  }

  private String metrics(Outcome outcome) throws IOException {
    var file = folder.resolve("tidemark.prom");
    RefreshMetrics.write(file, "a \"b\"", outcome, NOON, NOON.plusMillis(4250));
    return Files.readString(file);
  }

  @Test
  void aProgramReadsWhatWasDone() throws IOException {
    var summary = new ObjectMapper().readTree(json(done()));

    assertThat(summary.get("status").asText()).isEqualTo("done");
    assertThat(summary.get("exit_code").asInt()).isZero();
    assertThat(summary.get("publication").asLong()).isEqualTo(4);
    assertThat(summary.get("error").isNull()).isTrue();
    var job = summary.get("jobs").get(0);
    assertThat(job.get("job").asText()).isEqualTo("index");
    assertThat(job.get("periods").get(0).asText()).isEqualTo("W2");
    assertThat(job.get("rows_out").asLong()).isEqualTo(7);
    assertThat(job.get("rows_quarantined").isNull()).isTrue();
    assertThat(job.get("input_versions").get("observations").asLong()).isEqualTo(3);
  }

  @Test
  void aRefreshThatCouldNotBeginIsToldWithItsExitCode() throws IOException {
    var summary = new ObjectMapper().readTree(json(failed()));

    assertThat(summary.get("status").asText()).isEqualTo("failed");
    assertThat(summary.get("exit_code").asInt()).isEqualTo(4);
    assertThat(summary.get("error").asText()).isEqualTo("the disk is full");
    assertThat(summary.get("publication").isNull()).isTrue();
  }

  @Test
  void prometheusReadsWhatWasDoneAndWhatWasNot() throws IOException {
    assertThat(metrics(done()))
        .contains(
            "# TYPE tidemark_refresh_success gauge",
            "tidemark_refresh_success{framework=\"a \\\"b\\\"\"} 1.0",
            "tidemark_refresh_duration_seconds{framework=\"a \\\"b\\\"\"} 4.25",
            "tidemark_refresh_job_duration_seconds{framework=\"a \\\"b\\\"\",job=\"index\"} 2.5",
            "tidemark_refresh_job_rows_out{framework=\"a \\\"b\\\"\",job=\"index\"} 7.0")
        .doesNotContain("rows_quarantined{");
    assertThat(metrics(failed()))
        .contains(
            "tidemark_refresh_success{framework=\"a \\\"b\\\"\"} 0.0",
            "tidemark_refresh_published{framework=\"a \\\"b\\\"\"} 0.0");
  }

  /** The node exporter is another user. */
  @Test
  void theMetricsAreReadByAnybody() throws IOException {
    metrics(done());

    assertThat(Files.getPosixFilePermissions(folder.resolve("tidemark.prom")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }
}
