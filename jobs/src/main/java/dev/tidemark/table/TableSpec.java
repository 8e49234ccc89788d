package dev.tidemark.table;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's declaration: what one row is, what makes it unique, and every column.
 *
 * @param name the table's name, and its folder's in the warehouse
 * @param role who writes it
 * @param title what it holds, in one sentence
 * @param grain what one row is
 * @param key the columns that make a row unique; null counts as a value there
 * @param partitionBy the columns that split it into folders; refreshes of different partitions
 *     never conflict
 * @param columns in order
 * @param checks what every row meets
 */
public record TableSpec(
    String name,
    Role role,
    String title,
    String grain,
    List<String> key,
    List<String> partitionBy,
    List<ColumnSpec> columns,
    List<Check> checks) {
  /** Who writes a table. */
  public enum Role {
    /** Ingest, from what was delivered. */
    INPUT,
    /** A job, from other tables. */
    OUTPUT,
    /** Tidemark's own bookkeeping. */
    OPERATION
  }

  public TableSpec {
    key = List.copyOf(key);
    partitionBy = List.copyOf(partitionBy);
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
  }

  /** The columns as a Spark schema, with nullability and comments. */
  public StructType schema() {
    return new StructType(columns.stream().map(ColumnSpec::field).toArray(StructField[]::new));
  }

  /**
   * The declaration of one column.
   *
   * @throws NoSuchElementException if the table has no such column
   */
  public ColumnSpec column(String columnName) {
    return columns.stream()
        .filter(column -> column.name().equals(columnName))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name + " has no column " + columnName));
  }

  /** Whether the table has a column of this name. */
  public boolean has(String columnName) {
    return Arrays.asList(schema().fieldNames()).contains(columnName);
  }
}
