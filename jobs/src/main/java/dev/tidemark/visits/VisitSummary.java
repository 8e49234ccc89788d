package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Memberships;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table {@code visit_summary}. */
final class VisitSummary {
  private static final String MEANS = "sum_of_means";

  private VisitSummary() {}

  /**
   * Averages and counts the units of each group.
   *
   * <p>Units with the same number of periods are added up as whole numbers first: what remains are
   * as many numbers as there are periods, which are added from the smallest up, so that the same
   * visits give the same mean in any order of rows.
   *
   * @param unitVisits {@code unit_visits}
   * @return {@code visit_summary}, with a null mean where no unit has a total
   */
  static Dataset<Row> of(Dataset<Row> unitVisits, EvaluationFramework framework) {
    var means = sort_array(collect_list(col(MEANS)));
    var sumOfMeans = aggregate(means, lit(0.0), (all, next) -> all.plus(next));
    var units = col(N_UNITS);
    return unitVisits
        .join(broadcast(Memberships.of(unitVisits.sparkSession(), framework)), UNIT)
        .groupBy(PERIOD, GROUP_BY, GROUP_ID, N_PERIODS)
        .agg(
            try_divide(sum(TOTAL_VISITS), col(N_PERIODS)).as(MEANS),
            count(TOTAL_VISITS).as(N_UNITS),
            count_if(col(TOTAL_VISITS).isNull()).as(INCOMPLETE_UNITS),
            count_if(col(IS_AT_MOST_ONCE)).as(AT_MOST_ONCE_UNITS),
            count_if(col(IS_ZERO_VISIT)).as(ZERO_VISIT_UNITS))
        .groupBy(PERIOD, GROUP_BY, GROUP_ID)
        .agg(
            sumOfMeans.as(MEANS),
            summed(N_UNITS),
            summed(INCOMPLETE_UNITS),
            summed(AT_MOST_ONCE_UNITS),
            summed(ZERO_VISIT_UNITS))
        .withColumn(MEAN_VISITS, try_divide(col(MEANS), units))
        .withColumn(AT_MOST_ONCE_RATE, try_divide(col(AT_MOST_ONCE_UNITS), units))
        .withColumn(ZERO_VISIT_RATE, try_divide(col(ZERO_VISIT_UNITS), units))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()))
        .drop(MEANS);
  }

  private static Column summed(String column) {
    return sum(column).as(column);
  }
}
