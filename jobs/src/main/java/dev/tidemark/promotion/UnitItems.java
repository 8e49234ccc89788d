package dev.tidemark.promotion;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.PromotionRules.Technology;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.jdk.javaapi.CollectionConverters;

/** One item of one unit: what it costs, what its catalogue says, what the unit has elsewhere. */
final class UnitItems {
  /** Ids of the technologies that the unit has, for any item. */
  static final String HAD = "had";

  /** Ids of those of which it is known whether it has them. */
  static final String KNOWN = "known";

  /** Whether the item costs a visit, and all items together more than "at most"; null unknown. */
  static final String IS_TOO_MANY = "is_too_many";

  private static final String IS_HANDLING_TOLD = "is_handling_told";

  private UnitItems() {}

  /**
   * Joins what both tables say.
   *
   * @param stages as of {@link StageRows}
   * @param catalogue as of {@link ItemRows}
   * @return one row per period, unit and item that either of them has
   */
  static Dataset<Row> of(
      Dataset<Row> stages, Dataset<Row> catalogue, EvaluationFramework framework) {
    var ofUnit = Window.partitionBy(PERIOD, UNIT);
    var all = sum(VISITS).over(ofUnit);
    var shownIfThere =
        framework.promotion().technologies().stream()
            .filter(technology -> !technology.shownBy().isEmpty())
            .map(Technology::id)
            .toArray(String[]::new);
    var had =
        array_union(
            coalesce(col(StageRows.SHOWN), Depths.NO_TEXTS),
            coalesce(col(ItemRows.TOLD), Depths.NO_TEXTS));
    return stages
        .join(
            catalogue,
            CollectionConverters.asScala(List.of(PERIOD, UNIT, ITEM)).toSeq(),
            "full_outer")
        .withColumn(HAD, array_distinct(flatten(collect_list(had).over(ofUnit))))
        .withColumn(ItemRows.DENIED, flatten(collect_list(ItemRows.DENIED).over(ofUnit)))
        .withColumn(IS_HANDLING_TOLD, count_if(col(HANDLED_BY)).over(ofUnit).gt(0))
        .withColumn(
            KNOWN,
            array_union(
                array_union(col(HAD), col(ItemRows.DENIED)),
                when(col(IS_HANDLING_TOLD), lit(shownIfThere)).otherwise(Depths.NO_TEXTS)))
        .withColumn(IS_TOO_MANY, col(VISITS).gt(0).and(all.gt(framework.visits().atMost())))
        .drop(IS_HANDLING_TOLD, StageRows.SHOWN, ItemRows.TOLD, ItemRows.DENIED, HANDLED_BY);
  }
}
