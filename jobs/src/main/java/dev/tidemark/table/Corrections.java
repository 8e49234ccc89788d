package dev.tidemark.table;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.MapType;

/** When a delivered row is one of a table's, and when it corrects it; {@code kept}, {@code new}. */
final class Corrections {
  private Corrections() {}

  /**
   * Both have the same key; two nulls are the same.
   *
   * @param partitions every value the new rows have in the table's partition column; the others are
   *     not looked at, unless the key leaves open in which partition the old row is
   */
  static Column isSame(TableSpec table, List<String> partitions) {
    var partition = table.partitionBy().get(0);
    var where =
        table.key().contains(partition)
            ? col("kept." + partition).isin(partitions.toArray())
            : lit(true);
    return table.key().stream()
        .map(key -> col("kept." + key).eqNullSafe(col("new." + key)))
        .reduce(where, Column::and);
  }

  /**
   * The new row is not of an earlier loading, and says something else.
   *
   * @param ignored columns whose difference alone changes nothing
   */
  static Column corrects(TableSpec table, List<String> ignored) {
    var isNoEarlier = col("new." + Col.SEQUENCE).geq(col("kept." + Col.SEQUENCE));
    return table.columns().stream()
        .filter(column -> !table.key().contains(column.name()) && !ignored.contains(column.name()))
        .map(Corrections::differs)
        .reduce(Column::or)
        .map(isNoEarlier::and)
        .orElseThrow();
  }

  private static Column differs(ColumnSpec column) {
    var kept = col("kept." + column.name());
    var renewed = col("new." + column.name());
    return column.type() instanceof MapType
        ? not(entries(kept).eqNullSafe(entries(renewed)))
        : not(kept.eqNullSafe(renewed));
  }

  /** Maps cannot be compared. */
  private static Column entries(Column map) {
    return array_sort(map_entries(map));
  }
}
