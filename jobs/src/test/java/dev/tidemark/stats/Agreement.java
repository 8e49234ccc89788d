package dev.tidemark.stats;

import java.util.Comparator;

/** When a number is the same as one computed elsewhere. */
final class Agreement {
  /** What estimates must share with their source. */
  static final double DIGITS_10 = 1e-10;

  /** What p-values must share with their source. */
  static final double DIGITS_8 = 1e-8;

  private Agreement() {}

  /** Takes numbers for the same if they differ by no more than a share of the larger one. */
  static Comparator<Double> to(double share) {
    return (a, b) ->
        Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b)) ? 0 : Double.compare(a, b);
  }
}
