package dev.tidemark.table;

import static org.apache.spark.sql.functions.not;

import io.delta.tables.DeltaTable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * New rows into a table, and corrected ones in place of the old.
 *
 * <p>Delta writes a file anew if any row of it has a key that was delivered, be it with the same
 * values. So rows that say nothing new are left out before: a delivery that repeats all periods and
 * corrects one row touches one period, and the log says so.
 */
final class Upsert {
  private final SparkSession spark;
  private final CommitNote note;
  private final TableSpec table;
  private final String folder;
  private final TableLog log;

  /** Of the round that is to be done: a merge that is tried again goes on where it was. */
  private String id;

  Upsert(SparkSession spark, CommitNote note, TableSpec table, String folder, TableLog log) {
    this.spark = spark;
    this.note = note;
    this.table = table;
    this.folder = folder;
    this.log = log;
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
    id = id == null ? revision : id;
    while (true) {
      long before = log.version();
      boolean mayRepeat = table.role() == TableSpec.Role.INPUT && before > 0;
      mergeAll(mayRepeat ? news(rows, ignored, partitions) : rows, ignored, partitions, id);
      long after = log.version();
      if (!mayRepeat || after <= before + 1) {
        return;
      }
      // Another run's commit came between: what said nothing new before it may do so now.
      id = revision + "@" + after;
    }
  }

  private Dataset<Row> news(Dataset<Row> rows, List<String> ignored, List<String> partitions) {
    var kept = spark.read().format("delta").load(folder);
    var isKnown =
        Corrections.isSame(table, partitions).and(not(Corrections.corrects(table, ignored)));
    return rows.as("new").join(kept.as("kept"), isKnown, "left_anti");
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
