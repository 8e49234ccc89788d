package dev.tidemark.promotion;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.OnlineDepth;
import dev.tidemark.framework.PromotionRules.Technology;
import dev.tidemark.framework.VisitRules;
import dev.tidemark.job.Steps;
import dev.tidemark.wording.Wildcards;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What one row of {@code visits} says of how an item is done, and of what is missing. */
final class StageRows {
  /** Measured depth as its place among {@link OnlineDepth}; null if the step does not tell. */
  static final String MEASURED = "measured";

  /** Ids of the technologies that the reason, or else the step, says are missing. */
  static final String LACKED = "lacked";

  /** Ids of the technologies that the way of handling shows to be there. */
  static final String SHOWN = "shown";

  private static final String BY_REASON = "by_reason";

  private StageRows() {}

  /**
   * Reads off depth and technologies.
   *
   * @param visits {@code visits} of the framework's periods and units
   * @return one row per period, unit and item, whose name is that of the stage
   */
  static Dataset<Row> of(Dataset<Row> visits, EvaluationFramework framework) {
    var technologies = framework.promotion().technologies();
    var isNeeded = col(VISITS).gt(0);
    var byStep = ids(technologies, one -> Steps.isAny(col(STEP), one.steps()));
    return visits
        .where(isExpected(framework.visits().stages()))
        .withColumn(
            BY_REASON, ids(technologies, one -> Wildcards.matchesAny(col(REASON), one.reasons())))
        .select(
            col(PERIOD),
            col(UNIT),
            col(STAGE).as(ITEM),
            col(VISITS),
            depth(framework.visits()).as(MEASURED),
            when(isNeeded, when(size(col(BY_REASON)).gt(0), col(BY_REASON)).otherwise(byStep))
                .as(LACKED),
            ids(technologies, one -> isOneOf(HANDLED_BY, one.shownBy())).as(SHOWN),
            col(HANDLED_BY).isNotNull().as(HANDLED_BY));
  }

  private static Column isExpected(List<VisitRules.Stage> stages) {
    return stages.isEmpty()
        ? lit(true)
        : col(STAGE).isin(stages.stream().map(VisitRules.Stage::id).toArray());
  }

  /** A second visit to begin with says that nothing is looked through online. */
  private static Column depth(VisitRules rules) {
    var begins = Steps.isAny(col(STEP), rules.beginning());
    var ends = Steps.isAny(col(STEP), rules.end());
    return when(col(VISITS).equalTo(0), place(OnlineDepth.FULL))
        .when(begins.and(col(VISITS).gt(1)), place(OnlineDepth.PUBLISHED))
        .when(begins, place(OnlineDepth.PRE_REVIEW))
        .when(ends, place(OnlineDepth.APPLY))
        .otherwise(lit(null).cast(IntegerType));
  }

  private static Column place(OnlineDepth depth) {
    return lit(Depths.place(depth));
  }

  private static Column ids(List<Technology> technologies, Function<Technology, Column> condition) {
    var found =
        technologies.stream()
            .map(one -> when(coalesce(condition.apply(one), lit(false)), one.id()))
            .toArray(Column[]::new);
    return array_compact(found.length == 0 ? Depths.NO_TEXTS : array(found));
  }

  private static Column isOneOf(String column, Set<String> values) {
    return values.isEmpty() ? lit(false) : col(column).isin(values.stream().sorted().toArray());
  }
}
