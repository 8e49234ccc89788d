package dev.tidemark.catalogue;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.PeriodPairs;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table {@code catalogue_drift}. */
final class CatalogueDrift {
  private CatalogueDrift() {}

  /**
   * Brings together what left the standard, what changed and what is stale.
   *
   * @param entries as of {@link Entries}
   * @param pairs of periods to compare
   * @return {@code catalogue_drift}
   */
  static Dataset<Row> of(
      Dataset<Row> entries, List<PeriodPairs.Pair> pairs, EvaluationFramework framework) {
    var within =
        Standards.of(entries)
            .where(col(DRIFT).notEqual(Standards.SAME))
            .withColumn(PERIOD_FROM, col(PERIOD))
            .withColumn(PERIOD_TO, col(PERIOD))
            .select(Entries.drift())
            .unionByName(Updates.stale(Updates.of(entries, framework)));
    var all = pairs.isEmpty() ? within : within.unionByName(Revisions.of(entries, pairs));
    return all.withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }
}
