package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.PeriodPairs;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The table {@code visit_drivers}. */
final class VisitDrivers {
  static final String NOT_OBSERVED_EARLIER = "not_observed_earlier";
  static final String NOT_OBSERVED_LATER = "not_observed_later";

  private static final String NOT_TOLD = "?";
  private static final String ARROW = "→";
  private static final List<String> KEY = List.of(PERIOD_FROM, PERIOD_TO, UNIT, STAGE);

  private VisitDrivers() {}

  /**
   * Sets each stage beside itself in another period.
   *
   * @param stageVisits as of {@link StageVisits#ofStages}
   * @return {@code visit_drivers} of these pairs, with a null change where a period lacks the stage
   */
  static Dataset<Row> of(
      Dataset<Row> stageVisits, List<PeriodPairs.Pair> pairs, EvaluationFramework framework) {
    var spark = stageVisits.sparkSession();
    var pairRows =
        broadcast(
            spark.createDataFrame(
                pairs.stream().map(pair -> RowFactory.create(pair.from(), pair.to())).toList(),
                new StructType()
                    .add(PERIOD_FROM, DataTypes.StringType, false)
                    .add(PERIOD_TO, DataTypes.StringType, false)));
    var earlier =
        side(
            stageVisits.join(pairRows, col(PERIOD).equalTo(col(PERIOD_FROM))),
            List.of(FROM_VISITS, FROM_HANDLED_BY, FROM_STEP, FROM_REASON));
    var later =
        side(
            stageVisits.join(pairRows, col(PERIOD).equalTo(col(PERIOD_TO))),
            List.of(TO_VISITS, TO_HANDLED_BY, TO_STEP, TO_REASON));
    var change = col(TO_VISITS).minus(col(FROM_VISITS)).cast(DataTypes.DoubleType);
    return earlier
        .join(later, CollectionConverters.asScala(KEY).toSeq(), "full_outer")
        .withColumn(CHANGE, change)
        .withColumn(HOW, when(col(CHANGE).isNotNull(), how()))
        .withColumn(
            NOT_COMPARED_REASON,
            when(col(FROM_VISITS).isNull(), NOT_OBSERVED_EARLIER)
                .when(col(TO_VISITS).isNull(), NOT_OBSERVED_LATER))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }

  private static Dataset<Row> side(Dataset<Row> visits, List<String> names) {
    return visits.select(
        col(PERIOD_FROM),
        col(PERIOD_TO),
        col(UNIT),
        col(STAGE),
        col(VISITS).as(names.get(0)),
        col(HANDLED_BY).as(names.get(1)),
        col(STEP).as(names.get(2)),
        col(REASON).as(names.get(3)));
  }

  private static Column how() {
    var isHandledOtherwise = told(FROM_HANDLED_BY).notEqual(told(TO_HANDLED_BY));
    var isOtherStep = told(FROM_STEP).notEqual(told(TO_STEP));
    var handling = concat(told(FROM_HANDLED_BY), lit(ARROW), told(TO_HANDLED_BY));
    var step = concat(told(TO_HANDLED_BY), lit(": "), told(FROM_STEP), lit(ARROW), told(TO_STEP));
    return when(isHandledOtherwise, handling)
        .when(isOtherStep, step)
        .otherwise(told(TO_HANDLED_BY));
  }

  private static Column told(String column) {
    return coalesce(col(column), lit(NOT_TOLD));
  }
}
