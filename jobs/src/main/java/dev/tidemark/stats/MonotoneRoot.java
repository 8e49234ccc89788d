package dev.tidemark.stats;

import java.util.function.DoubleUnaryOperator;

/** Where an increasing function is zero. */
final class MonotoneRoot {
  private static final int MOST_STEPS = 200;

  private MonotoneRoot() {}

  /**
   * Brackets the root in growing steps, then closes in on it by the Illinois variant of the false
   * position, to the last digits.
   *
   * @param start where to look first
   * @param step first step, above 0
   * @param increasing continuous and increasing, of both signs
   * @see <a href="https://doi.org/10.1007/BF01934364">Dowell and Jarratt, BIT 11 (1971)</a>
   */
  static double near(double start, double step, DoubleUnaryOperator increasing) {
    double low = start;
    double high = start;
    double atLow = increasing.applyAsDouble(start);
    double atHigh = atLow;
    for (double width = step; atLow > 0; width *= 2) {
      high = low;
      atHigh = atLow;
      low -= width;
      atLow = increasing.applyAsDouble(low);
    }
    for (double width = step; atHigh < 0; width *= 2) {
      low = high;
      atLow = atHigh;
      high += width;
      atHigh = increasing.applyAsDouble(high);
    }
    return between(low, atLow, high, atHigh, increasing);
  }

  private static double between(
      double from, double atFrom, double to, double atTo, DoubleUnaryOperator increasing) {
    double low = from;
    double high = to;
    double weightLow = atTo;
    double weightHigh = -atFrom;
    double root = weightHigh == 0 ? low : high;
    boolean movedLow = false;
    boolean movedHigh = false;
    for (int i = 0; i < MOST_STEPS && weightLow > 0 && weightHigh > 0; i++) {
      double previous = root;
      root = low + (high - low) * (weightHigh / (weightLow + weightHigh));
      double value = increasing.applyAsDouble(root);
      if (value == 0 || Math.abs(root - previous) <= 2 * Math.ulp(root)) {
        return root;
      }
      if (value < 0) {
        low = root;
        weightHigh = -value;
        // An end that stays put a second time counts half: otherwise it would stay for good.
        weightLow = movedLow ? weightLow / 2 : weightLow;
      } else {
        high = root;
        weightLow = value;
        weightHigh = movedHigh ? weightHigh / 2 : weightHigh;
      }
      movedLow = value < 0;
      movedHigh = value > 0;
    }
    return root;
  }
}
