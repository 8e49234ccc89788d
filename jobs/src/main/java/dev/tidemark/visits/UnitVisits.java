package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.Memberships;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The table {@code unit_visits}. */
final class UnitVisits {
  private static final String EXPECTED = "expected_stages";

  private UnitVisits() {}

  /**
   * Adds up a unit's stages, and its periods. A total is never one of some stages only.
   *
   * @param stageVisits as of {@link StageVisits#ofStages}
   * @return {@code unit_visits}: every unit in every period, observed or not, and in 'all'
   */
  static Dataset<Row> of(
      Dataset<Row> stageVisits, ExpectedStages expected, EvaluationFramework framework) {
    var spark = stageVisits.sparkSession();
    var observed =
        stageVisits
            .groupBy(PERIOD, UNIT)
            .agg(sum(VISITS).as(TOTAL_VISITS), count(STAGE).as(N_STAGES));
    var everyUnitAndPeriod =
        Memberships.everyCell(spark, framework)
            .withColumn(EXPECTED, lit((long) expected.stages().size()));
    var perPeriod =
        everyUnitAndPeriod
            .join(
                observed, CollectionConverters.asScala(List.of(PERIOD, UNIT)).toSeq(), "left_outer")
            .transform(cells -> perPeriod(cells, framework.visits().atMost()));
    var share = try_divide(col(N_STAGES), col(EXPECTED));
    return perPeriod
        .unionByName(overPeriods(perPeriod))
        .withColumn(MEAN_VISITS, try_divide(col(TOTAL_VISITS), col(N_PERIODS)))
        .withColumn(COVERAGE, coalesce(share, lit(0.0)))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()))
        .drop(EXPECTED);
  }

  private static Dataset<Row> perPeriod(Dataset<Row> cells, int atMost) {
    var stages = coalesce(col(N_STAGES), lit(0L));
    var isComplete = stages.gt(0).and(stages.equalTo(col(EXPECTED)));
    var total = when(isComplete, col(TOTAL_VISITS));
    return cells.select(
        col(PERIOD),
        col(UNIT),
        total.as(TOTAL_VISITS),
        when(isComplete, lit(1L)).otherwise(lit(0L)).as(N_PERIODS),
        stages.as(N_STAGES),
        col(EXPECTED),
        total.leq(atMost).as(IS_AT_MOST_ONCE),
        total.equalTo(0).as(IS_ZERO_VISIT));
  }

  private static Dataset<Row> overPeriods(Dataset<Row> perPeriod) {
    return perPeriod
        .groupBy(UNIT)
        .agg(
            sum(TOTAL_VISITS).as(TOTAL_VISITS),
            sum(N_PERIODS).as(N_PERIODS),
            sum(N_STAGES).as(N_STAGES),
            sum(EXPECTED).as(EXPECTED),
            bool_and(col(IS_AT_MOST_ONCE)).as(IS_AT_MOST_ONCE),
            bool_and(col(IS_ZERO_VISIT)).as(IS_ZERO_VISIT))
        .withColumn(PERIOD, lit(Period.ALL));
  }
}
