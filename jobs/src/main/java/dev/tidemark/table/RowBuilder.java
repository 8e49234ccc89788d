package dev.tidemark.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row of a declared table, its cells given by column name in any order. */
public final class RowBuilder {
  private final TableSpec table;
  private final Map<String, Object> cells = new HashMap<>();

  /** A row without cells. */
  public RowBuilder(TableSpec table) {
    this.table = table;
  }

  /**
   * Gives one cell.
   *
   * @param value of the column's type; null for none
   * @throws java.util.NoSuchElementException if the table has no such column
   */
  public RowBuilder with(String column, Object value) {
    cells.put(table.column(column).name(), value);
    return this;
  }

  /**
   * Gives one number, where NaN stands for none.
   *
   * @throws java.util.NoSuchElementException if the table has no such column
   */
  public RowBuilder withNumber(String column, double value) {
    return with(column, Double.isNaN(value) ? null : value);
  }

  /** The row in the table's order of columns, null where no cell was given. */
  public Row row() {
    return RowFactory.create(Arrays.stream(table.schema().fieldNames()).map(cells::get).toArray());
  }
}
