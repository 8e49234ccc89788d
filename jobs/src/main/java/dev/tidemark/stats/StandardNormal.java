package dev.tidemark.stats;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** The standard normal distribution, accurate in its tails. */
final class StandardNormal {
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  private static final int NEWTON_STEPS = 3;

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
   * @param share from 10^-15 to 1 − 10^-15
   */
  static double quantile(double share) {
    double z = STANDARD.inverseCumulativeProbability(share);
    // Far out the inverse knows few digits; each step of Newton's method doubles them.
    for (int step = 0; step < NEWTON_STEPS; step++) {
      z -= (lower(z) - share) / STANDARD.density(z);
    }
    return z;
  }
}
