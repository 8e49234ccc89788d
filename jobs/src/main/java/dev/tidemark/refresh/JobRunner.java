package dev.tidemark.refresh;

import static dev.tidemark.table.Col.*;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.framework.Period;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.StorageTrouble;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.functions;

/** Runs one job, and tells what it read and left. */
final class JobRunner {
  private final JobContext context;
  private final Evidence evidence;
  private final Journal journal;
  private final Clock clock;
  private final Map<String, Long> rows = new ConcurrentHashMap<>();

  /**
   * Runs jobs of one run.
   *
   * @param context whose periods, if any, are the only ones to run for
   */
  JobRunner(JobContext context, Evidence evidence, Journal journal, Clock clock) {
    this.context = context;
    this.evidence = evidence;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Versions of tables at one moment.
   *
   * @param inputs of those that a job reads
   * @param outputs of those that it writes
   */
  record Seen(Map<String, Long> inputs, Map<String, Long> outputs) {}

  /** Which versions a job would read and replace now. */
  Seen look(TableJob job) {
    return new Seen(versions(inputs(job)), versions(job.writes()));
  }

  private List<TableSpec> inputs(TableJob job) {
    return job.reads(context.framework()).stream().map(Reads::table).toList();
  }

  /** Loads what was delivered; empty if that changed no table. */
  Optional<JobRun> ingest(TableJob job) {
    var seen = look(job);
    var run = run(job, Need.all("files were delivered"), context.periods(), List.of(), seen);
    boolean isIdle = run.isDone() && seen.outputs().equals(run.outputs());
    if (isIdle) {
      journal.forget(job.name());
      return Optional.empty();
    }
    return Optional.of(run);
  }

  /**
   * Runs a job for what is stale, as far as the run is about it; empty if it is about none.
   *
   * @param seen before it was asked what is stale
   */
  Optional<JobRun> run(TableJob job, Need need, Seen seen) {
    var declared = context.framework().periods().stream().map(Period::id).toList();
    if (!context.isPartial()) {
      return Optional.of(run(job, need, need.inOrder(declared), List.of(), seen));
    }
    var asked =
        context.periods().stream()
            .filter(period -> need.isAll() || need.periods().contains(period))
            .toList();
    var left =
        need.isAll()
            ? List.of(Period.ALL)
            : need.inOrder(declared).stream().filter(period -> !asked.contains(period)).toList();
    return asked.isEmpty() ? Optional.empty() : Optional.of(run(job, need, asked, left, seen));
  }

  private JobRun run(
      TableJob job, Need need, List<String> periods, List<String> leftStale, Seen seen) {
    var startedAt = journal.begin(job.name(), need.why(), periods);
    Optional<RuntimeException> failure = Optional.empty();
    var counts = JobRun.Counts.NONE;
    try {
      if (periods.isEmpty()) {
        job.forget(context);
      }
      job.run(context.of(periods));
      refuseOthers(job, seen.outputs());
      counts = counts(inputs(job), job, seen.outputs());
    } catch (Exception e) {
      // Scala throws checked exceptions without declaring them: what Spark says of a failed stage.
      failure = Optional.of(StorageTrouble.explained(e));
    } catch (Error e) {
      // Want of memory, a class that is not there: of this job, which is written down all the same.
      failure = Optional.of(new IllegalStateException(e));
    }
    return new JobRun(
        job.name(),
        failure.isPresent() ? JobRun.Status.FAILED : JobRun.Status.DONE,
        need.why(),
        periods,
        leftStale,
        startedAt,
        clock.instant(),
        counts,
        seen.inputs(),
        versions(job.writes()),
        failure);
  }

  private Map<String, Long> versions(List<TableSpec> tables) {
    var versions = new TreeMap<String, Long>();
    tables.forEach(table -> versions.put(table.name(), evidence.version(table)));
    return versions;
  }

  /**
   * If the lock failed, or somebody runs jobs by hand, this is where it is seen. Loads beside each
   * other, as a stream's, merge: none undoes another.
   */
  private void refuseOthers(TableJob job, Map<String, Long> before) {
    if (isLoad(job)) {
      return;
    }
    for (var table : job.writes()) {
      var runs = evidence.since(table, before.get(table.name())).runs();
      if (!Set.of(context.runId()).containsAll(runs)) {
        throw new StorageFailed(
            "Table %s was written by another run at the same time. Run refresh again; it makes the table anew."
                .formatted(table.name()));
      }
    }
  }

  private JobRun.Counts counts(List<TableSpec> read, TableJob job, Map<String, Long> before) {
    long out =
        job.writes().stream()
            .mapToLong(table -> evidence.since(table, before.get(table.name())).rows())
            .sum();
    if (isLoad(job)) {
      return out == 0 ? JobRun.Counts.NONE : loaded(out);
    }
    long in =
        read.stream().filter(table -> evidence.version(table) >= 0).mapToLong(this::rows).sum();
    return new JobRun.Counts(OptionalLong.of(in), OptionalLong.of(out), OptionalLong.empty());
  }

  private static boolean isLoad(TableJob job) {
    return job.writes().contains(Tables.INGESTED_FILES);
  }

  /** Several jobs read one table, which is counted once. */
  private long rows(TableSpec table) {
    var version = table.name() + " " + evidence.version(table);
    return rows.computeIfAbsent(version, any -> context.lake().count(table));
  }

  private JobRun.Counts loaded(long out) {
    if (evidence.version(Tables.INGESTED_FILES) < 0) {
      return JobRun.Counts.NONE;
    }
    var sums =
        context
            .lake()
            .read(Tables.INGESTED_FILES)
            .where(functions.col(LOAD_ID).equalTo(context.runId()))
            .agg(functions.sum(ROWS_DELIVERED), functions.sum(ROWS_QUARANTINED))
            .head();
    return Stream.of(0, 1).anyMatch(sums::isNullAt)
        ? JobRun.Counts.NONE
        : new JobRun.Counts(
            OptionalLong.of(sums.getLong(0)),
            OptionalLong.of(out),
            OptionalLong.of(sums.getLong(1)));
  }
}
