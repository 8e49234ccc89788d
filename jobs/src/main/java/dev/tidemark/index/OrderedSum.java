package dev.tidemark.index;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * A sum of doubles that does not depend on the order rows arrive in, since it adds them from the
 * smallest up. For few rows per group; {@link ExactMeans} are for many.
 */
final class OrderedSum {
  private OrderedSum() {}

  /** The aggregate over a column; null if all of it is null. */
  static Column of(String column) {
    return ofArray(array_sort(collect_list(col(column))));
  }

  /** The sum of an array that is sorted already; null if it is empty. */
  static Column ofArray(Column sorted) {
    return org.apache.spark.sql.functions.when(
        org.apache.spark.sql.functions.size(sorted).gt(0),
        aggregate(sorted, lit(0.0), (total, value) -> total.plus(value)));
  }
}
