package dev.tidemark.table;

import io.delta.tables.DeltaTable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * New rows into a table, and corrected ones in place of the old.
 */
final class Upsert {
  private final SparkSession spark;
  private final CommitNote note;
  private final TableSpec table;
  private final String folder;

  Upsert(SparkSession spark, CommitNote note, TableSpec table, String folder) {
    this.spark = spark;
    this.note = note;
    this.table = table;
    this.folder = folder;
  }

  /**
   * Merges rows, unless this revision was merged before.
   *
   * @param rows as the table declares them, at most one per key
   * @param ignored columns whose difference alone changes nothing
   * @param partitions every value the rows have in the table's partition column
   * @param revision names the content of {@code rows}
   */
  void merge(Dataset<Row> rows, List<String> ignored, List<String> partitions, String revision) {
    mergeAll(rows, ignored, partitions, revision);
  }

  private void mergeAll(
      Dataset<Row> rows, List<String> ignored, List<String> partitions, String revision) {
    DeltaTable.forPath(CommitSession.once(spark, note, table.name() + ":" + revision), folder)
        .as("kept")
        .merge(rows.as("new"), Corrections.isSame(table, partitions))
        .whenMatched(Corrections.corrects(table, ignored))
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /**
   * Inserts the rows whose key the table does not have; the others change nothing.
   *
   * @param rows as the table declares them, at most one per key
   * @param partitions every value the rows have in the table's partition column, part of the key
   */
  void insertNew(Dataset<Row> rows, List<String> partitions) {
    DeltaTable.forPath(CommitSession.of(spark, note), folder)
        .as("kept")
        .merge(rows.as("new"), Corrections.isSame(table, partitions))
        .whenNotMatched()
        .insertAll()
        .execute();
  }
}
