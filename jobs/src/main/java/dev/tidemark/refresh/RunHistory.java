package dev.tidemark.refresh;

import static dev.tidemark.table.Col.*;
import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

import dev.tidemark.error.Causes;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.LedgerRow;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** The table {@code refresh_runs}: one commit for each job that ended. */
final class RunHistory {
  private static final Comparator<LedgerRow> LATER =
      comparing((LedgerRow row) -> row.number(ENDED_AT)).thenComparing(row -> row.text(RUN_ID));

  private final JobContext context;
  private final String code;

  RunHistory(JobContext context, String code) {
    this.context = context;
    this.code = code;
  }

  /** The last run of each job that was done, by the job's name. */
  static Map<String, LastRun> last(DeltaLake lake) {
    var last = new HashMap<String, LastRun>();
    lake
        .ledger(
            Tables.REFRESH_RUNS,
            JOB,
            STATUS,
            ENDED_AT,
            RUN_ID,
            CODE_VERSION,
            FRAMEWORK_FINGERPRINT,
            FRAMEWORK_VERSION,
            DECLARED_PERIODS,
            INPUT_VERSIONS,
            OUTPUT_VERSIONS,
            LEFT_STALE)
        .stream()
        .filter(row -> row.text(STATUS).equals(lower(JobRun.Status.DONE)))
        .collect(toMap(row -> row.text(JOB), row -> row, maxBy(LATER)))
        .forEach((job, row) -> last.put(job, lastRun(row)));
    return last;
  }

  private static LastRun lastRun(LedgerRow row) {
    return new LastRun(
        row.text(CODE_VERSION),
        row.text(FRAMEWORK_FINGERPRINT),
        row.text(FRAMEWORK_VERSION),
        row.texts(DECLARED_PERIODS),
        row.numbers(INPUT_VERSIONS),
        row.numbers(OUTPUT_VERSIONS),
        row.texts(LEFT_STALE));
  }

  /** What a job that was done leaves for the next plan. */
  LastRun lastRun(JobRun run) {
    var framework = context.framework();
    return new LastRun(
        code,
        framework.fingerprintWithoutPeriods(),
        framework.version(),
        Planner.periods(framework),
        run.inputs(),
        run.outputs(),
        run.leftStale());
  }

  /** Writes down what jobs did. */
  void add(List<JobRun> runs) {
    var rows = runs.stream().map(this::row).toList();
    context
        .lake()
        .append(
            Tables.REFRESH_RUNS,
            context.spark().createDataFrame(rows, Tables.REFRESH_RUNS.schema()));
  }

  private Row row(JobRun run) {
    var framework = context.framework();
    return new RowBuilder(Tables.REFRESH_RUNS)
        .with(RUN_ID, context.runId())
        .with(JOB, run.job())
        .with(STARTED_AT, Timestamp.from(run.startedAt()))
        .with(ENDED_AT, Timestamp.from(run.endedAt()))
        .with(STATUS, lower(run.status()))
        .with(WHY, run.why())
        .with(PERIODS, run.periods())
        .with(ROWS_IN, orNull(run.counts().in()))
        .with(ROWS_OUT, orNull(run.counts().out()))
        .with(ROWS_QUARANTINED, orNull(run.counts().quarantined()))
        .with(FRAMEWORK_ID, framework.id())
        .with(FRAMEWORK_VERSION, framework.version())
        .with(FRAMEWORK_FINGERPRINT, framework.fingerprintWithoutPeriods())
        .with(DECLARED_PERIODS, Planner.periods(framework))
        .with(CODE_VERSION, code)
        .with(INPUT_FINGERPRINT, fingerprint(framework, run))
        .with(INPUT_VERSIONS, run.inputs())
        .with(OUTPUT_VERSIONS, run.outputs())
        .with(LEFT_STALE, run.leftStale())
        .with(ERROR, run.failure().map(RunHistory::error).orElse(null))
        .row();
  }

  /** What an operator can act on as it is said; of a bug, its class and first line. */
  static String error(RuntimeException failure) {
    return failure instanceof TidemarkException ? failure.getMessage() : Causes.deepest(failure);
  }

  private String fingerprint(EvaluationFramework framework, JobRun run) {
    var contents =
        List.of(
            run.job(),
            code,
            framework.fingerprintWithoutPeriods(),
            String.join(",", Planner.periods(framework)),
            new TreeMap<>(run.inputs()).toString());
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest(String.join("\n", contents).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String lower(JobRun.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Object orNull(OptionalLong count) {
    return count.isPresent() ? count.getAsLong() : null;
  }
}
