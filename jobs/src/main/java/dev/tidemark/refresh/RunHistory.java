package dev.tidemark.refresh;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.tidemark.error.Causes;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
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
  private final JobContext context;
  private final String code;

  RunHistory(JobContext context, String code) {
    this.context = context;
    this.code = code;
  }

  /** The last run of each job that was done, by the job's name. */
  static Map<String, LastRun> last(DeltaLake lake) {
    var last = new HashMap<String, LastRun>();
    if (lake.log(Tables.REFRESH_RUNS).version() < 0) {
      return last;
    }
    var done = lower(JobRun.Status.DONE);
    lake.read(Tables.REFRESH_RUNS)
        .where(col(STATUS).equalTo(lit(done)))
        .groupBy(JOB)
        .agg(
            max_by(
                    struct(
                        CODE_VERSION,
                        FRAMEWORK_FINGERPRINT,
                        FRAMEWORK_VERSION,
                        DECLARED_PERIODS,
                        INPUT_VERSIONS,
                        OUTPUT_VERSIONS,
                        LEFT_STALE),
                    struct(ENDED_AT, RUN_ID))
                .as("run"))
        .select(JOB, "run.*")
        .collectAsList()
        .forEach(row -> last.put(row.getString(0), lastRun(row)));
    return last;
  }

  private static LastRun lastRun(Row row) {
    return new LastRun(
        row.getAs(CODE_VERSION),
        row.getAs(FRAMEWORK_FINGERPRINT),
        row.getAs(FRAMEWORK_VERSION),
        row.getList(row.fieldIndex(DECLARED_PERIODS)),
        row.getJavaMap(row.fieldIndex(INPUT_VERSIONS)),
        row.getJavaMap(row.fieldIndex(OUTPUT_VERSIONS)),
        row.getList(row.fieldIndex(LEFT_STALE)));
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
