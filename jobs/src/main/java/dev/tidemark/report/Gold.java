package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.table.TableSpec;
import dev.tidemark.table.TableVersion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What the report read of the warehouse: each table once, at one version.
 *
 * @param from id of the earlier period
 * @param to id of the later period
 * @param rows by table, in the order of the dictionary; a table that was never written is absent
 * @param versions of every table there is, read or not, in the same order
 */
public record Gold(
    String from, String to, Map<TableSpec, List<Row>> rows, Map<TableSpec, TableVersion> versions) {

  /** Whether the table was read and has a row for these periods. */
  boolean has(TableSpec table) {
    return !of(table).isEmpty();
  }

  /** Its rows; none if it was never written. */
  List<Row> of(TableSpec table) {
    return rows.getOrDefault(table, List.of());
  }

  Stream<Row> where(TableSpec table, String column, Object value) {
    return of(table).stream().filter(is(column, value));
  }

  /** The rows about every unit together, of a table by groups. */
  Stream<Row> ofAll(TableSpec table) {
    return where(table, GROUP_BY, "all");
  }

  /** Rows by what stands in a column, those of one value in the order read. */
  static Map<String, List<Row>> by(Collection<Row> rows, String column) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> Objects.requireNonNullElse(row.<String>getAs(column), ""),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** The one row of each value. */
  static Map<String, Row> only(Stream<Row> rows, String column) {
    return rows.collect(
        Collectors.toMap(
            row -> row.<String>getAs(column),
            Function.identity(),
            (one, other) -> one,
            LinkedHashMap::new));
  }

  static Predicate<Row> is(String column, Object value) {
    return row -> value.equals(row.getAs(column));
  }

  static Double number(Row row, String column) {
    Number value = row == null ? null : row.<Number>getAs(column);
    return value == null ? null : value.doubleValue();
  }

  static long count(Row row, String column) {
    Number value = row == null ? null : row.<Number>getAs(column);
    return value == null ? 0 : value.longValue();
  }

  static String text(Row row, String column) {
    return row == null ? null : row.<String>getAs(column);
  }
}
