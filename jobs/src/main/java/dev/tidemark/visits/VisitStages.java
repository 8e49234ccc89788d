package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Memberships;
import dev.tidemark.job.Steps;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code visit_stages}. */
final class VisitStages {
  private static final String LESS_VISITS = "less_visits";
  private static final String LESS_UNITS = "less_units";

  private VisitStages() {}

  /**
   * Adds up each stage over the units of each group.
   *
   * @param stageVisits as of {@link StageVisits#ofStages}
   * @return {@code visit_stages}
   */
  static Dataset<Row> of(Dataset<Row> stageVisits, EvaluationFramework framework) {
    var inGroup = Window.partitionBy(PERIOD, GROUP_BY, GROUP_ID);
    var visitsOfGroup = sum(col(TOTAL_VISITS)).over(inGroup);
    return perReason(stageVisits, framework)
        .groupBy(PERIOD, GROUP_BY, GROUP_ID, STAGE, ORDINAL, TITLE_ZH, TITLE_EN)
        .agg(
            summed(N_UNITS),
            summed(TOTAL_VISITS),
            summed(VISITED_UNITS),
            summed(OPEN_AT_BEGINNING_UNITS),
            summed(OPEN_AT_END_UNITS),
            summed(OPEN_ELSEWHERE_UNITS),
            reasons().as(REASONS))
        .withColumn(MEAN_VISITS, col(TOTAL_VISITS).divide(col(N_UNITS)))
        .withColumn(SHARE, try_divide(col(TOTAL_VISITS), visitsOfGroup))
        .withColumn(RANK, rank().over(inGroup.orderBy(col(MEAN_VISITS).desc())))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }

  private static Dataset<Row> perReason(Dataset<Row> stageVisits, EvaluationFramework framework) {
    var isVisited = col(VISITS).gt(0);
    var beginning = isVisited.and(Steps.isAny(col(STEP), framework.visits().beginning()));
    var end = isVisited.and(Steps.isAny(col(STEP), framework.visits().end()));
    return stageVisits
        .join(broadcast(Memberships.of(stageVisits.sparkSession(), framework)), UNIT)
        .groupBy(PERIOD, GROUP_BY, GROUP_ID, STAGE, ORDINAL, TITLE_ZH, TITLE_EN, REASON)
        .agg(
            count(STAGE).as(N_UNITS),
            sum(VISITS).as(TOTAL_VISITS),
            count_if(isVisited).as(VISITED_UNITS),
            count_if(beginning).as(OPEN_AT_BEGINNING_UNITS),
            count_if(end).as(OPEN_AT_END_UNITS),
            count_if(isVisited.and(not(beginning.or(end)))).as(OPEN_ELSEWHERE_UNITS));
  }

  /** Most visits first, then most units, then by name; a reason without a visit is none. */
  private static Column reasons() {
    var ordered =
        struct(
            col(TOTAL_VISITS).unary_$minus().as(LESS_VISITS),
            col(VISITED_UNITS).unary_$minus().as(LESS_UNITS),
            col(REASON));
    var needed = collect_list(when(col(VISITED_UNITS).gt(0), ordered));
    return transform(
        sort_array(needed),
        reason ->
            struct(
                // Without the cast the delivered column's comment would be part of the type.
                reason.getField(REASON).cast(DataTypes.StringType).as(REASON),
                reason.getField(LESS_UNITS).unary_$minus().as(N_UNITS),
                reason.getField(LESS_VISITS).unary_$minus().as(VISITS)));
  }

  private static Column summed(String column) {
    return sum(column).as(column);
  }
}
