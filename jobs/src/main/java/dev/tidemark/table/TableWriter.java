package dev.tidemark.table;

import java.util.List;
import java.util.Map;
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

  /** In place of those of some partitions. */
  void replacePartitions(List<String> values) {
    replaceWhere(isIn(table.partitionBy().get(0), values));
  }

  /** In place of those that have, in a partition, one of the values given for it in a column. */
  void replaceWithin(String column, Map<String, List<String>> values) {
    var partition = table.partitionBy().get(0);
    replaceWhere(
        values.entrySet().stream()
            .map(
                within ->
                    "(%s AND %s)"
                        .formatted(
                            isIn(partition, List.of(within.getKey())),
                            isIn(column, within.getValue())))
            .collect(Collectors.joining(" OR ")));
  }

  private void replaceWhere(String condition) {
    writer(SaveMode.Overwrite).option("replaceWhere", condition).save();
  }

  private static String isIn(String column, List<String> values) {
    var literals = values.stream().map(TableWriter::literal).collect(Collectors.joining(", "));
    return "`%s` IN (%s)".formatted(column, literals);
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
