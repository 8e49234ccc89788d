package dev.tidemark.notebook;

import dev.tidemark.cli.Sessions;
import dev.tidemark.notebook.chart.Bars;
import dev.tidemark.notebook.chart.Chart;
import dev.tidemark.notebook.chart.Intervals;
import dev.tidemark.notebook.chart.Lines;
import dev.tidemark.notebook.chart.Points;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a cell can call without an import: the tables, and ways to show them. */
public final class Notebook {
  private static volatile Warehouse warehouse;
  private static volatile Consumer<Object> shown = value -> {};

  private Notebook() {}

  static void open(Sessions session, String place) {
    warehouse = new Warehouse(session, place);
  }

  static void showWith(Consumer<Object> show) {
    shown = show;
  }

  static void stopJobs() {
    if (warehouse != null) {
      warehouse.spark().sparkContext().cancelAllJobs();
    }
  }

  static void close() {
    if (warehouse != null) {
      warehouse.close();
    }
  }

  private static Warehouse warehouse() {
    return Objects.requireNonNull(warehouse, "There is no warehouse outside of a notebook.");
  }

  /** The Spark session. */
  public static SparkSession spark() {
    return warehouse().spark();
  }

  /**
   * The rows of a query over the warehouse's tables, by their names; as {@code tidemark sql}, it
   * asks and never writes.
   */
  public static Dataset<Row> sql(String query) {
    return sql(query, Map.of());
  }

  /**
   * The same with named parameters.
   *
   * @param parameters values for {@code :name} in the query
   */
  public static Dataset<Row> sql(String query, Map<String, Object> parameters) {
    return warehouse().sql(query, parameters);
  }

  /**
   * The one row of a query.
   *
   * @throws IllegalStateException if it has none, or several
   */
  public static Row one(String query) {
    return one(query, Map.of());
  }

  /** The same with named parameters. */
  public static Row one(String query, Map<String, Object> parameters) {
    var rows = sql(query, parameters).takeAsList(2);
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "The query gives %s, not one.".formatted(rows.isEmpty() ? "no row" : "several rows"));
    }
    return rows.get(0);
  }

  /** All rows of a table. */
  public static Dataset<Row> table(String name) {
    return warehouse().table(name);
  }

  /** Whether the warehouse has the table: not every warehouse was taken through every job. */
  public static boolean has(String name) {
    return warehouse().has(name);
  }

  /**
   * What a table shows, or a sentence that the warehouse does not have it; what fails, fails.
   *
   * @param shown reads the table
   */
  public static Object ifThere(String table, Supplier<?> shown) {
    return has(table)
        ? shown.get()
        : say(
            "*There is no table `%s` in this warehouse: nothing was delivered for it, or the job"
                + " that writes it was not run.*",
            table);
  }

  /** The tables of the warehouse: the name, what it holds, and what one row is. */
  public static List<Described> tables() {
    return warehouse().tables().stream()
        .map(table -> new Described(table.name(), table.title(), table.grain()))
        .toList();
  }

  /** A table of the warehouse. */
  public record Described(String table, String holds, String rowIs) {}

  /** Shows a value below the cell; the value of the last line is shown without. */
  public static void show(Object value) {
    shown.accept(value);
  }

  /**
   * A sentence with figures in it.
   *
   * @param format as of {@link String#format}; Markdown's marks are kept
   */
  @SuppressWarnings("AnnotateFormatMethod") // cells are compiled by JShell alone
  public static Prose say(String format, Object... figures) {
    return new Prose(format.formatted(figures));
  }

  /**
   * Horizontal bars, one for each row, in the order of the rows.
   *
   * @param label the column with the names
   * @param value the column with the lengths; null is shown as not observed
   */
  public static Chart bars(Dataset<Row> rows, String label, String value) {
    return new Chart(Bars.of(Columns.of(rows, label, value)));
  }

  /**
   * The same, coloured by what another column says.
   *
   * @param colour the column by which bars get their colour
   */
  public static Chart bars(Dataset<Row> rows, String label, String value, String colour) {
    return new Chart(Bars.coloured(Columns.of(rows, label, value, colour)));
  }

  /**
   * Values with their intervals, one for each row, coloured by what a column says.
   *
   * @param low the column with the lower ends; null where there is no interval
   * @param high the column with the upper ends
   * @param colour the column by which they get their colour, such as the verdict
   */
  public static Chart intervals(
      Dataset<Row> rows, String label, String value, String low, String high, String colour) {
    return new Chart(Intervals.of(Columns.of(rows, label, value, low, high, colour)));
  }

  /**
   * Lines over an ordered column, one for each series, in the order of the rows.
   *
   * @param x the column from left to right
   * @param y the column of heights; null leaves a gap
   * @param series the column that names the line
   */
  public static Chart lines(Dataset<Row> rows, String x, String y, String series) {
    return new Chart(Lines.of(Columns.of(rows, x, y, series)));
  }

  /**
   * Named points in two dimensions.
   *
   * @param colour the column by which they get their colour
   */
  public static Chart points(Dataset<Row> rows, String x, String y, String label, String colour) {
    return new Chart(Points.of(Columns.of(rows, x, y, label, colour)));
  }
}
