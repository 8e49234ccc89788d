package dev.tidemark.job;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.try_divide;

import org.apache.spark.sql.Column;

/** Means that are the same to the last bit in whatever order the rows come. */
public final class ExactOrder {
  private ExactOrder() {}

  /** The mean of a column's numbers, added from the smallest up; null if there are none. */
  public static Column mean(Column numbers) {
    var ascending = sort_array(collect_list(numbers));
    return try_divide(
        aggregate(ascending, lit(0.0), (sum, next) -> sum.plus(next)), count(numbers));
  }
}
