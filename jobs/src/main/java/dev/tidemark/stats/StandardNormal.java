package dev.tidemark.stats;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** The standard normal distribution, accurate in its tails. */
final class StandardNormal {
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  private StandardNormal() {}

  /** P(Z ≤ z). */
  static double lower(double z) {
    return Erf.erfc(-z / Math.sqrt(2)) / 2;
  }

  /** P(|Z| ≥ |z|). */
  static double twoSided(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /**
   * The z below which a share of the distribution lies.
   *
   * @param share strictly between 0 and 1
   */
  static double quantile(double share) {
    double z = STANDARD.inverseCumulativeProbability(share);
    // One step of Newton's method takes the last digits that the inverse leaves.
    return z - (lower(z) - share) / STANDARD.density(z);
  }
}
