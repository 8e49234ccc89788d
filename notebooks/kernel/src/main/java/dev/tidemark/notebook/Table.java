package dev.tidemark.notebook;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows as a notebook shows them: numbers rounded and to the right, null as a dot.
 *
 * @param cells row by row, as long as {@code columns}
 * @param isCut whether there are more rows than these
 */
public record Table(List<String> columns, List<List<Object>> cells, boolean isCut) {
  private static final int MOST_ROWS = 50;

  /** The first rows of a query; times are those of the session's zone. */
  static Table of(Dataset<Row> rows) {
    var fields = rows.schema().fields();
    var found =
        rows.toDF(IntStream.range(0, fields.length).mapToObj(i -> "c" + i).toArray(String[]::new))
            .select(
                IntStream.range(0, fields.length)
                    .mapToObj(i -> plain(col("c" + i), fields[i].dataType()))
                    .toArray(Column[]::new))
            .takeAsList(MOST_ROWS + 1);
    var cells = found.stream().limit(MOST_ROWS).map(Table::cells).toList();
    return new Table(
        Arrays.stream(fields).map(StructField::name).toList(), cells, found.size() > MOST_ROWS);
  }

  private static List<Object> cells(Row row) {
    var cells = new ArrayList<Object>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(row.get(i));
    }
    return cells;
  }

  private static Column plain(Column cell, DataType type) {
    if (type instanceof ArrayType || type instanceof MapType || type instanceof StructType) {
      return to_json(cell);
    }
    return type.equals(DataTypes.TimestampType) ? cell.cast(DataTypes.StringType) : cell;
  }

  static boolean isOfRecords(List<?> list) {
    return !list.isEmpty()
        && list.get(0) instanceof Record first
        && list.stream().allMatch(first.getClass()::isInstance);
  }

  /** One row for each record, one column for each of its components. */
  static Table ofRecords(List<?> records) {
    var components = records.get(0).getClass().getRecordComponents();
    var cells =
        records.stream()
            .limit(MOST_ROWS)
            .map(one -> Arrays.stream(components).map(c -> component(c, one)).toList())
            .map(row -> (List<Object>) new ArrayList<>(row))
            .toList();
    return new Table(
        Arrays.stream(components).map(RecordComponent::getName).toList(),
        cells,
        records.size() > MOST_ROWS);
  }

  private static Object component(RecordComponent component, Object of) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Columns one under the other, tabs between. */
  String text() {
    return Texts.lines(
        String.join("\t", columns),
        texts().stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n")),
        footer());
  }

  String html() {
    var html = new StringBuilder("<table><thead><tr>");
    for (int i = 0; i < columns.size(); i++) {
      html.append(cell("th", Texts.escaped(columns.get(i)), isNumeric(i)));
    }
    html.append("</tr></thead><tbody>");
    for (var row : texts()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        html.append(cell("td", Texts.escaped(row.get(i)), isNumeric(i)));
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table><p><small>")
        .append(footer())
        .append("</small></p>")
        .toString();
  }

  private static String cell(String tag, String text, boolean toTheRight) {
    return "<%s style=\"text-align:%s\">%s</%s>"
        .formatted(tag, toTheRight ? "right" : "left", text, tag);
  }

  private String footer() {
    return isCut
        ? "the first %d rows; ask for fewer, or write the others with tidemark sql --format csv"
            .formatted(cells.size())
        : cells.size() == 1 ? "1 row" : cells.size() + " rows";
  }

  private boolean isNumeric(int column) {
    return cells.stream()
        .map(row -> row.get(column))
        .allMatch(value -> value == null || value instanceof Number);
  }

  private List<List<String>> texts() {
    var formats = IntStream.range(0, columns.size()).mapToObj(this::decimals).toList();
    return cells.stream()
        .map(
            row ->
                IntStream.range(0, columns.size())
                    .mapToObj(i -> text(row.get(i), formats.get(i)))
                    .toList())
        .toList();
  }

  private Decimals decimals(int column) {
    return Decimals.of(
        cells.stream()
            .map(row -> row.get(column))
            .filter(Number.class::isInstance)
            .mapToDouble(value -> ((Number) value).doubleValue())
            .toArray());
  }

  private static String text(Object value, Decimals decimals) {
    if (value == null) {
      return "·";
    }
    return value instanceof Double
            || value instanceof Float
            || value instanceof java.math.BigDecimal
        ? decimals.text(((Number) value).doubleValue())
        : value.toString();
  }
}
