package dev.tidemark.table;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.delta.tables.DeltaTable;
import java.time.Duration;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/** Looks after the files of tables; changes no row. */
public final class TableCare {
  private final SparkSession spark;
  private final DeltaLake lake;

  /** Of a warehouse's tables. */
  public TableCare(SparkSession spark, DeltaLake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * Reads every cell of a table.
   *
   * @return its rows, a count
   * @throws dev.tidemark.error.StorageFailed naming the file that is lost or damaged
   */
  public long check(TableSpec table) {
    try {
      var rows = lake.read(table);
      var cells =
          Arrays.stream(rows.columns()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
      // A count would do without cells that cannot be null, and without files.
      var all = bit_xor(xxhash64(to_json(struct(cells))));
      return rows.agg(count(lit(1)), all).head().getLong(0);
    } catch (Exception failure) {
      throw StorageTrouble.damaged(lake.path(table), failure);
    }
  }

  /**
   * Files that were joined.
   *
   * @param before how many they were
   * @param after how many they are
   */
  public record Joined(long before, long after) {}

  /** Joins small files to large ones. */
  public Joined compact(TableSpec table) {
    var done = DeltaTable.forPath(spark, lake.path(table)).optimize().executeCompaction();
    var counts = done.select("metrics.numFilesRemoved", "metrics.numFilesAdded").head();
    return new Joined(counts.getLong(0), counts.getLong(1));
  }

  /**
   * Deletes files that no version of the table has had for so long.
   *
   * @param retention seven days at least, which is longer than any reader or writer works
   */
  public void vacuum(TableSpec table, Duration retention) {
    DeltaTable.forPath(spark, lake.path(table)).vacuum((double) retention.toHours());
  }
}
