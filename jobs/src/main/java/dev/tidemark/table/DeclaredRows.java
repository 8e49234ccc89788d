package dev.tidemark.table;

import static org.apache.spark.sql.functions.col;

import dev.tidemark.error.ContractBroken;
import java.util.Arrays;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Rows in the shape their table declares. */
final class DeclaredRows {
  private DeclaredRows() {}

  /**
   * The declared columns in their order.
   *
   * @throws ContractBroken naming all that differs
   */
  static Dataset<Row> of(TableSpec table, Dataset<Row> rows) {
    var declared = new TreeSet<>(Arrays.asList(table.schema().fieldNames()));
    var given = new TreeSet<>(Arrays.asList(rows.columns()));
    var missing = new TreeSet<>(declared);
    missing.removeAll(given);
    given.removeAll(declared);
    var mistyped =
        Arrays.stream(table.schema().fields())
            .filter(field -> !missing.contains(field.name()))
            .filter(field -> !sameType(field, rows.schema().apply(field.name())))
            .map(
                field -> field.name() + " is " + rows.schema().apply(field.name()).dataType().sql())
            .toList();
    if (!missing.isEmpty() || !given.isEmpty() || !mistyped.isEmpty()) {
      throw new ContractBroken(
          "Table %s cannot be written: columns %s are missing, %s are not declared, of another type: %s. Correct the transformation, or the declaration in Tables."
              .formatted(table.name(), missing, given, mistyped));
    }
    return rows.select(
        Arrays.stream(table.schema().fieldNames())
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new));
  }

  private static boolean sameType(StructField declared, StructField given) {
    return declared.dataType().asNullable().equals(given.dataType().asNullable());
  }
}
