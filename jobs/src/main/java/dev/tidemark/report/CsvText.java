package dev.tidemark.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** Rows as RFC 4180 text in which no cell is a formula to a spreadsheet. */
public final class CsvText {
  private static final String FORMULA_STARTS = "=+-@\t\r\n\0＝＋－＠";

  private CsvText() {}

  /** Numbers as they are, text made harmless, null as nothing. */
  public static String row(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> value(row.get(i)))
        .collect(Collectors.joining(","));
  }

  /** Text cells. */
  public static String line(List<String> cells) {
    return values(cells);
  }

  /** Numbers as they are, text made harmless, null as nothing. */
  static String values(List<?> cells) {
    return cells.stream().map(CsvText::value).collect(Collectors.joining(","));
  }

  private static String value(Object value) {
    return value instanceof Number number ? number.toString() : cell(value);
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    var text = value.toString();
    boolean isFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    var harmless = isFormula ? "'" + text : text;
    return isFormula || harmless.matches("(?s).*[\",\r\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
