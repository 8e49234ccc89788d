package dev.tidemark.cli;

import dev.tidemark.report.Rounding;
import dev.tidemark.table.Col;
import org.apache.spark.sql.Row;

/** Numbers of a row as a terminal shows them; null, "not observed" or "not tested", is a dash. */
final class Figures {
  private static final String NONE = "–";
  private static final double SMALLEST_P = 0.0001;

  private Figures() {}

  static String round(Row row, String column) {
    var number = row.<Double>getAs(column);
    return number == null ? NONE : round(number);
  }

  /** Half-up to two digits, of the number's shortest decimal form. */
  static String round(double number) {
    return rounded(number, 2);
  }

  static String signed(Row row, String column) {
    var number = row.<Double>getAs(column);
    return number == null ? NONE : signed(number);
  }

  static String signed(double number) {
    var rounded = round(number);
    return rounded.startsWith("-") ? rounded : "+" + rounded;
  }

  /** The confidence interval of a change. */
  static String interval(Row row) {
    var low = signed(row, Col.CI_LOW);
    return low.equals(NONE) ? NONE : low + " … " + signed(row, Col.CI_HIGH);
  }

  static String p(Row row, String column) {
    var p = row.<Double>getAs(column);
    if (p == null) {
      return NONE;
    }
    return p < SMALLEST_P ? "<0.0001" : rounded(p, 4);
  }

  static String percent(Row row, String column) {
    var share = row.<Double>getAs(column);
    return share == null ? NONE : rounded(100 * share, 1) + "%";
  }

  private static String rounded(double number, int digits) {
    return Rounding.plain(number, digits);
  }
}
