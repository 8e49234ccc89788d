package dev.tidemark.compare;

import dev.tidemark.table.TableSpec;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;

/** Cells of rows of a declared table, by column name. */
record Cells(TableSpec table) {
  Object cell(Row row, String column) {
    return row.get(List.of(table.schema().fieldNames()).indexOf(column));
  }

  double number(Row row, String column) {
    return (Double) cell(row, column);
  }

  List<Object> cells(Row row, String... columns) {
    return Arrays.stream(columns).map(column -> cell(row, column)).toList();
  }

  List<Object> column(List<Row> rows, String column) {
    return rows.stream().map(row -> cell(row, column)).toList();
  }

  /** The row that has this in a column. */
  Row where(List<Row> rows, String column, Object value) {
    return rows.stream().filter(row -> value.equals(cell(row, column))).findFirst().orElseThrow();
  }
}
