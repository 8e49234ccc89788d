package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Memberships;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table {@code mobile_coverage}. */
final class MobileCoverage {
  private static final String HAS = "has";

  private MobileCoverage() {}

  /**
   * Counts the units of each group that have a channel, two kinds, each kind, each feature.
   *
   * @param units {@code unit_mobile_channels}
   * @return {@code mobile_coverage}; no row where nothing is known
   */
  static Dataset<Row> of(Dataset<Row> units, EvaluationFramework framework) {
    var offered =
        Offered.of(
            col(Offered.ALL_KINDS),
            col(Offered.ALL_FEATURES),
            question -> new Column[] {question.of(col(KINDS), col(FEATURES)).as(HAS)});
    return Offered.withNames(units)
        .select(col(PERIOD), col(UNIT), inline(offered))
        .where(col(HAS).isNotNull())
        .join(broadcast(Memberships.of(units.sparkSession(), framework)), UNIT)
        .groupBy(PERIOD, GROUP_BY, GROUP_ID, ASPECT, NAME)
        .agg(count_if(col(HAS)).as(N_UNITS), count(HAS).as(KNOWN_UNITS))
        .withColumn(SHARE, col(N_UNITS).divide(col(KNOWN_UNITS)))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }
}
