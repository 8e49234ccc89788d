package dev.tidemark.notebook.chart;

import java.util.List;
import java.util.Objects;

/**
 * One row of a chart.
 *
 * @param value null if not observed
 * @param low lower end of its interval; null if there is none
 * @param high its upper end
 * @param colour the word that gives it its colour; empty for none
 */
record Mark(String label, Double value, Double low, Double high, String colour) {
  static String text(List<Object> row, int column) {
    return Objects.toString(row.get(column), "not told");
  }

  static Double number(List<Object> row, int column) {
    var value = row.get(column);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Number number)) {
      throw new IllegalArgumentException("A chart needs numbers, and gets " + value + ".");
    }
    return number.doubleValue();
  }
}
