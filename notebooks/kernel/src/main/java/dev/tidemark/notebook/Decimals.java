package dev.tidemark.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How many decimals the numbers of one column are shown with; they are rounded half-up.
 *
 * @param places the number of decimals
 */
public record Decimals(int places) {
  private static final int MOST = 4;

  /** None for whole numbers, two for the others, more (up to four) where all are below 1. */
  public static Decimals of(double... values) {
    var sizes =
        Arrays.stream(values).filter(Double::isFinite).map(Math::abs).filter(v -> v > 0).toArray();
    if (Arrays.stream(sizes).allMatch(v -> v == Math.rint(v))) {
      return new Decimals(0);
    }
    double smallest = Arrays.stream(sizes).min().orElse(1);
    double largest = Arrays.stream(sizes).max().orElse(1);
    if (largest > 1) {
      return new Decimals(2);
    }
    return new Decimals(Math.min(MOST, Math.max(2, 1 - (int) Math.floor(Math.log10(smallest)))));
  }

  /** A number; what is not 0 and would round to it is shown as smaller than the last place. */
  public String text(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    var rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    if (rounded.signum() == 0 && value != 0) {
      var last = BigDecimal.ONE.movePointLeft(places).toPlainString();
      return value > 0 ? "<" + last : ">-" + last;
    }
    return rounded.toPlainString();
  }

  /** The same with its sign, a plus too. */
  public String signed(double value) {
    return value > 0 ? "+" + text(value) : text(value);
  }
}
