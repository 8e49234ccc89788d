package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.table.TableSpec;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Rows of the same key in one delivery. */
final class Duplicates {
  /** Whether the row is the one of its key to be stored. */
  static final String IS_KEPT = "is_kept";

  private static final String CONTENT = "content";
  private static final String IS_GOOD = "is_good";

  /** Whether no later line of the same file has its key. */
  private static final String IS_LAST = "is_last";

  private Duplicates() {}

  /**
   * Finds contradictions and repetitions.
   *
   * <p>Good rows of one loading with the same key and different values contradict each other: all
   * of them get a fault, none is chosen. Rows that say the same are stored once. A row of a later
   * loading corrects an earlier one; of a queue, so does a later line.
   *
   * @param rows typed rows with {@code faults} and {@code sequence}
   * @param isQueue whether the lines of a file are in the order in which they were sent
   * @return the same rows with {@code is_kept}
   */
  static Dataset<Row> of(Dataset<Row> rows, TableSpec table, boolean isQueue) {
    var key = table.key().stream().map(name -> col(name)).toArray(Column[]::new);
    var content =
        struct(
            RowRules.delivered(table).stream()
                .map(column -> column.name())
                .filter(name -> !table.key().contains(name))
                .map(name -> col(name))
                .toArray(Column[]::new));
    var sameLoading = Window.partitionBy(with(key, col(SEQUENCE), col(IS_GOOD)));
    var lastFirst =
        Window.partitionBy(with(key, col(SEQUENCE), col(IS_GOOD), col(SOURCE_FILE)))
            .orderBy(col(SOURCE_LINE).desc());
    var isLast = isQueue ? row_number().over(lastFirst).equalTo(1) : lit(true);
    var said = when(col(IS_LAST), col(CONTENT));
    var contradicts =
        col(IS_GOOD)
            .and(col(IS_LAST))
            .and(min(said).over(sameLoading).notEqual(max(said).over(sameLoading)));
    var latestFirst =
        Window.partitionBy(with(key, col(IS_GOOD), col(IS_LAST)))
            .orderBy(col(SEQUENCE).desc(), col(SOURCE_FILE), col(SOURCE_LINE));
    var fault =
        FaultColumns.where(
            contradicts,
            Reason.DUPLICATE_KEY,
            String.join(",", table.key()),
            concat_ws(",", key),
            lit("the same key stands in this delivery with other values"));
    // By the key alone, which serves all windows: one shuffle instead of several.
    return rows.repartition(key)
        .withColumn(IS_GOOD, size(col(FAULTS)).equalTo(0))
        .withColumn(
            CONTENT,
            table.has(CATEGORY)
                ? struct(content, col(CATEGORY))
                : table.has(FEATURES) ? array_sort(map_entries(col(FEATURES))) : content)
        .withColumn(IS_LAST, isLast)
        .withColumn(FAULTS, when(contradicts, array(fault)).otherwise(col(FAULTS)))
        .withColumn(IS_GOOD, size(col(FAULTS)).equalTo(0))
        .withColumn(
            IS_KEPT, col(IS_GOOD).and(col(IS_LAST)).and(row_number().over(latestFirst).equalTo(1)))
        .drop(CONTENT, IS_GOOD, IS_LAST);
  }

  private static Column[] with(Column[] key, Column... others) {
    return Stream.concat(Stream.of(key), Stream.of(others)).toArray(Column[]::new);
  }
}
