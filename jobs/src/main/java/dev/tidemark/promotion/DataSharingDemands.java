package dev.tidemark.promotion;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.tidemark.framework.EvaluationFramework;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The table {@code data_sharing_demands}. */
final class DataSharingDemands {
  private DataSharingDemands() {}

  /**
   * Gathers what is asked again, by who holds it.
   *
   * @param catalogue as of {@link ItemRows}
   * @return {@code data_sharing_demands}
   */
  static Dataset<Row> of(Dataset<Row> catalogue, EvaluationFramework framework) {
    return catalogue
        .select(
            col(PERIOD),
            col(UNIT),
            col(ITEM),
            col(ItemRows.APPLICATIONS),
            inline(col(ItemRows.ASKED_AGAIN)))
        .groupBy(PERIOD, HOLDING_DEPARTMENT, FIELD)
        .agg(
            array_sort(collect_set(ITEM)).as(ITEMS),
            count_distinct(col(UNIT)).as(N_UNITS),
            count(lit(1)).as(N_ASKED),
            sum(ItemRows.APPLICATIONS).cast(DoubleType).as(YEARLY_REQUESTS))
        .withColumn(N_ITEMS, size(col(ITEMS)))
        .withColumn(RANK, rank().over(Window.partitionBy(PERIOD).orderBy(col(N_ASKED).desc())))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }
}
