package dev.tidemark.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * What changed from before to after, one difference for each unit observed both times.
 *
 * <p>A difference is kept twice. Means and t use it as subtracted. Ranks, ties and zeros use it
 * <em>rounded</em>: 60.4 − 60.2 and 80.4 − 80.2 are both 0.2, yet differ in the fifteenth digit as
 * doubles, and R's {@code wilcox.test} then sees no tie where the data have one. Rounding is to 10
 * significant digits, and never finer than 10<sup>−12</sup> of the power of ten of the larger
 * score, below which a score that was itself computed holds nothing but rounding.
 */
public final class PairedDifferences {
  private static final int SIGNIFICANT_DIGITS = 10;
  private static final int SCORE_DIGITS = 12;

  /** Powers of ten end near 10^308; nothing measured is finer than this. */
  private static final int FINEST_EXPONENT = -290;

  private final double[] before;
  private final double[] after;
  private final int missing;
  private final double[] values;
  private final double[] rounded;

  private PairedDifferences(double[] before, double[] after, int missing) {
    this.before = before;
    this.after = after;
    this.missing = missing;
    values = new double[before.length];
    rounded = new double[before.length];
    for (int i = 0; i < before.length; i++) {
      values[i] = after[i] - before[i];
      rounded[i] = rounded(values[i], Math.max(Math.abs(before[i]), Math.abs(after[i])));
    }
  }

  /**
   * Differences of pairs observed on both sides.
   *
   * @param before scores of the earlier period, in points
   * @param after scores of the later period, in the same unit and the same order of units
   * @throws IllegalArgumentException if the lengths differ or a score is NaN or infinite
   */
  public static PairedDifferences between(double[] before, double[] after) {
    requireSameLength(before.length, after.length);
    Arguments.finite(before, "before");
    Arguments.finite(after, "after");
    return new PairedDifferences(before.clone(), after.clone(), 0);
  }

  /**
   * Differences of pairs, some of which lack a side; these are left out and counted.
   *
   * @param before scores of the earlier period, in points; null where not observed
   * @param after scores of the later period, in the same unit and the same order of units; null
   *     where not observed
   * @throws IllegalArgumentException if the lengths differ or a score is NaN or infinite
   */
  public static PairedDifferences between(Double[] before, Double[] after) {
    requireSameLength(before.length, after.length);
    Arguments.finiteOrNull(before, "before");
    Arguments.finiteOrNull(after, "after");
    var earlier = new double[before.length];
    var later = new double[before.length];
    int n = 0;
    for (int i = 0; i < before.length; i++) {
      if (before[i] != null && after[i] != null) {
        earlier[n] = before[i];
        later[n] = after[i];
        n++;
      }
    }
    return new PairedDifferences(
        Arrays.copyOf(earlier, n), Arrays.copyOf(later, n), before.length - n);
  }

  /** Complete pairs. */
  public int n() {
    return values.length;
  }

  /** Pairs left out because one side, or both, was not observed. */
  public int missing() {
    return missing;
  }

  /** After minus before as subtracted, in the order of the pairs; a copy. */
  public double[] values() {
    return values.clone();
  }

  /** After minus before, rounded so that equal changes are equal numbers; a copy. */
  public double[] rounded() {
    return rounded.clone();
  }

  /** The earlier scores of the complete pairs; a copy. */
  public double[] before() {
    return before.clone();
  }

  /** The later scores of the complete pairs; a copy. */
  public double[] after() {
    return after.clone();
  }

  /** Whether all differences are the same once rounded; true of none. */
  public boolean constant() {
    return Arrays.stream(rounded).distinct().limit(2).count() < 2;
  }

  /** Whether all differences are zero once rounded; true of none. */
  public boolean allZero() {
    return Arrays.stream(rounded).allMatch(difference -> difference == 0);
  }

  /**
   * What keeps the mean change from being compared with chance.
   *
   * @param least pairs the method needs
   */
  Optional<Reason> obstacle(int least) {
    if (n() < least) {
      return Optional.of(Reason.TOO_FEW);
    }
    if (allZero()) {
      return Optional.of(Reason.ALL_ZERO);
    }
    return constant() ? Optional.of(Reason.NO_VARIATION) : Optional.empty();
  }

  private static void requireSameLength(int before, int after) {
    if (before != after) {
      throw new IllegalArgumentException(
          "pairs need both sides: " + before + " scores before, " + after + " after");
    }
  }

  private static double rounded(double difference, double score) {
    if (difference == 0) {
      return 0.0;
    }
    int digits = exponent(Math.abs(difference)) - SIGNIFICANT_DIGITS + 1;
    int finest = Math.max(Math.max(digits, exponent(score) - SCORE_DIGITS), FINEST_EXPONENT);
    // An integer over an exact power of ten is the double nearest to the decimal.
    double grid = Math.pow(10, Math.abs(finest));
    double nearest =
        finest < 0 ? Math.rint(difference * grid) / grid : Math.rint(difference / grid) * grid;
    return nearest + 0.0;
  }

  private static int exponent(double magnitude) {
    return (int) Math.floor(Math.log10(magnitude));
  }
}
