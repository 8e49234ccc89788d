package dev.tidemark.job;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.LazySpark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * What every job of one run is given.
 *
 * @param session the run's one, opened when it is needed
 * @param framework what is assessed, and how
 * @param lake the warehouse
 * @param periods ids of the periods asked for; empty for all
 * @param runId names the run
 * @param startedAt when it began
 * @param progress takes one line for people who wait
 */
public record JobContext(
    LazySpark session,
    EvaluationFramework framework,
    DeltaLake lake,
    List<String> periods,
    String runId,
    Instant startedAt,
    Consumer<String> progress) {
  /**
   * Checks that the periods asked for exist.
   *
   * @throws UsageWrong if one is not the framework's
   */
  public JobContext {
    periods = List.copyOf(periods);
    var known = framework.periods().stream().map(Period::id).toList();
    var unknown = new ArrayList<>(periods);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new UsageWrong(
          "--period %s is not a period of the framework %s. It has: %s."
              .formatted(String.join(", ", unknown), framework.id(), String.join(", ", known)));
    }
  }

  /** The run's one session; opens it. */
  public SparkSession spark() {
    return session.get();
  }

  /** What the file systems need to know, with a session or without. */
  public Configuration settings() {
    return session.settings();
  }

  /** The same run, about other periods. */
  public JobContext of(List<String> others) {
    return new JobContext(session, framework, lake, others, runId, startedAt, progress);
  }

  /** The same run, on the warehouse as somebody else sees it. */
  public JobContext on(DeltaLake seen) {
    return new JobContext(session, framework, seen, periods, runId, startedAt, progress);
  }

  /** Whether the run is about some periods only. */
  public boolean isPartial() {
    return !periods.isEmpty();
  }

  /** The partitions a scoring job owns: the periods asked for, and the mean over all. */
  public List<String> ownedPeriods() {
    return Stream.concat(periods.stream(), Stream.of(Period.ALL)).toList();
  }
}
