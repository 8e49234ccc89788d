package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Memberships;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The table {@code element_consistency}. */
final class ElementConsistency {
  private ElementConsistency() {}

  /**
   * Counts the units of each group by what became of an element, and ranks the elements.
   *
   * @param elements {@code guide_elements}
   * @return {@code element_consistency}, with null shares where no unit was compared
   */
  static Dataset<Row> of(Dataset<Row> elements, EvaluationFramework framework) {
    var mostDiffering =
        Window.partitionBy(PERIOD, GROUP_BY, GROUP_ID)
            .orderBy(col(DIFFERING_SHARE).desc_nulls_last());
    return elements
        .join(broadcast(Memberships.of(elements.sparkSession(), framework)), UNIT)
        .groupBy(PERIOD, GROUP_BY, GROUP_ID, ITEM, ELEMENT)
        .agg(
            having(GuideElements.CONSISTENTLY).as(CONSISTENT_UNITS),
            having(GuideElements.DIFFERENTLY).as(DIFFERING_UNITS),
            having(GuideElements.SILENTLY).as(SILENT_UNITS),
            having(GuideElements.UNCOMPARED).as(NOT_COMPARED_UNITS))
        .withColumn(
            N_UNITS, col(CONSISTENT_UNITS).plus(col(DIFFERING_UNITS)).plus(col(SILENT_UNITS)))
        .withColumn(SHARE, try_divide(col(CONSISTENT_UNITS), col(N_UNITS)))
        .withColumn(DIFFERING_SHARE, try_divide(col(DIFFERING_UNITS), col(N_UNITS)))
        .withColumn(RANK, when(col(N_UNITS).gt(0), rank().over(mostDiffering)))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }

  private static Column having(String outcome) {
    return count_if(col(OUTCOME).equalTo(outcome));
  }
}
