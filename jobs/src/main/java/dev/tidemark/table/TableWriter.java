package dev.tidemark.table;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Writes rows, as a table declares them, into it: each way one commit. */
final class TableWriter {
  private final TableSpec table;
  private final String folder;
  private final CommitNote note;
  private final Dataset<Row> rows;

  TableWriter(TableSpec table, String folder, CommitNote note, Dataset<Row> rows) {
    this.table = table;
    this.folder = folder;
    this.note = note;
    this.rows = rows;
  }

  /** Beside the rows that are there. */
  void append() {
    writer(SaveMode.Append).save();
  }

  /** In place of all that are there. */
  void replaceAll() {
    writer(SaveMode.Overwrite).save();
  }

  /** In place of those that have one of some values in a column. */
  void replaceWhereIn(String column, List<String> values) {
    var literals = values.stream().map(TableWriter::literal).collect(Collectors.joining(", "));
    writer(SaveMode.Overwrite)
        .option("replaceWhere", "`%s` IN (%s)".formatted(column, literals))
        .save();
  }

  private DataFrameWriter<Row> writer(SaveMode mode) {
    return rows.write()
        .format("delta")
        .mode(mode)
        .option("path", folder)
        .option("userMetadata", note.json())
        .partitionBy(table.partitionBy().toArray(String[]::new));
  }

  private static String literal(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
