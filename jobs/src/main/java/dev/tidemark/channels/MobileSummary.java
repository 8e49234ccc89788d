package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The table {@code mobile_summary}. */
final class MobileSummary {
  private MobileSummary() {}

  /**
   * Counts the units of each mix, and ranks the mixes.
   *
   * @param units {@code unit_mobile_channels}
   * @return {@code mobile_summary}; no row of a period in which nothing is known
   */
  static Dataset<Row> of(Dataset<Row> units, EvaluationFramework framework) {
    var isMix = col(N_KINDS).gt(0);
    var mostUnits = Window.partitionBy(col(PERIOD), isMix).orderBy(col(N_UNITS).desc());
    return units
        .where(col(CHANNEL_MIX).isNotNull())
        .groupBy(PERIOD, CHANNEL_MIX, N_KINDS)
        .agg(count(lit(1)).as(N_UNITS))
        .withColumn(KNOWN_UNITS, sum(N_UNITS).over(Window.partitionBy(PERIOD)))
        .withColumn(SHARE, col(N_UNITS).divide(col(KNOWN_UNITS)))
        .withColumn(RANK, when(isMix, rank().over(mostUnits)))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }
}
