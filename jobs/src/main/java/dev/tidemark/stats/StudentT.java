package dev.tidemark.stats;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;

/** Student's t distribution, accurate in its tails. */
final class StudentT {
  private StudentT() {}

  /** P(|T| ≥ |t|) with {@code df} degrees of freedom. */
  static double twoSided(double t, double df) {
    return Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5);
  }

  /** P(T ≤ t) with {@code df} degrees of freedom. */
  static double lower(double t, double df) {
    double tail = twoSided(t, df) / 2;
    return t < 0 ? tail : 1 - tail;
  }

  /** P(T ≥ t) with {@code df} degrees of freedom. */
  static double upper(double t, double df) {
    return lower(-t, df);
  }

  /**
   * The t above 0 that |T| exceeds with a probability: the critical value of a two-sided test.
   *
   * @param probability strictly between 0 and 1
   */
  static double critical(double probability, double df) {
    var distribution = new TDistribution(null, df);
    double t = -distribution.inverseCumulativeProbability(probability / 2);
    // The inverse stops at 10^-9; one step of Newton's method takes the remaining digits.
    return t + (twoSided(t, df) - probability) / (2 * distribution.density(t));
  }
}
