package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_divide;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.ExactOrder;
import dev.tidemark.job.Memberships;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table {@code consistency_summary}. */
final class ConsistencySummary {
  private ConsistencySummary() {}

  /**
   * Averages and counts the units of each group.
   *
   * @param units {@code channel_consistency}
   * @return {@code consistency_summary}, with a null mean where no unit was compared
   */
  static Dataset<Row> of(Dataset<Row> units, EvaluationFramework framework) {
    return units
        .join(broadcast(Memberships.of(units.sparkSession(), framework)), UNIT)
        .groupBy(PERIOD, GROUP_BY, GROUP_ID)
        .agg(
            count(SHARE).as(N_UNITS),
            ExactOrder.mean(col(SHARE)).as(MEAN_SHARE),
            count(IS_FULLY_CONSISTENT).as(JUDGED_UNITS),
            count_if(col(IS_FULLY_CONSISTENT)).as(FULLY_CONSISTENT_UNITS))
        .withColumn(
            FULLY_CONSISTENT_RATE, try_divide(col(FULLY_CONSISTENT_UNITS), col(JUDGED_UNITS)))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }
}
