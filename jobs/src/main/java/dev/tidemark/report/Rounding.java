package dev.tidemark.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them: half-up, of the number's shortest decimal form. What is null, "not
 * observed" or "not tested", is a dash and never 0.
 */
public final class Rounding {
  /** What stands where there is no number. */
  static final String NONE = "–";

  private static final double SMALLEST_P = 0.0001;

  private Rounding() {}

  /** To a number of digits behind the point, with a hyphen as minus: for terminals and files. */
  public static String plain(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  /** The same for a page: with the minus sign, and none before what rounds to 0. */
  static String fixed(Double number, int digits) {
    if (number == null) {
      return NONE;
    }
    var rounded = BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    return (rounded.signum() < 0 ? "−" : "") + rounded.abs().toPlainString();
  }

  /** Points of a score, or of a mean: two digits. */
  static String points(Double number) {
    return fixed(number, 2);
  }

  /** A change, with its sign. */
  static String signed(Double number) {
    return signed(number, 2);
  }

  static String signed(Double number, int digits) {
    if (number == null) {
      return NONE;
    }
    var rounded = fixed(number, digits);
    return rounded.startsWith("−") || rounded.matches("[0.]*") ? rounded : "+" + rounded;
  }

  /** An interval of a change; a dash if there is none. */
  static String interval(Double low, Double high) {
    return low == null || high == null ? NONE : signed(low) + " … " + signed(high);
  }

  /** A share of 1 as a percentage with one digit. */
  static String percent(Double share) {
    return share == null ? NONE : fixed(hundredfold(share), 1) + "%";
  }

  /** A change of a share, in percentage points. */
  static String percentagePoints(Double change) {
    return change == null ? NONE : signed(hundredfold(change), 1);
  }

  /** Of the decimal form, since 100 × 0.2945 is 29.449999999999996. */
  private static double hundredfold(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).doubleValue();
  }

  /** A count, with separators of thousands. */
  static String count(Number number) {
    return number == null ? NONE : String.format(Locale.ROOT, "%,d", number.longValue());
  }

  /** A rank, a mean of counts: no digits behind the point, separators of thousands. */
  static String whole(Double number) {
    return number == null
        ? NONE
        : count(BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP));
  }

  /** A p-value: three digits, never 0. */
  static String p(Double p) {
    if (p == null) {
      return NONE;
    }
    return p < SMALLEST_P ? "< 0.0001" : fixed(p, p < 0.01 ? 4 : 3);
  }
}
