package dev.tidemark.stats;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Sign test: are rises as frequent as falls? Exact, from the binomial distribution.
 *
 * @param n differences that are not zero
 * @param zeros differences left out because they are zero
 * @param rises differences above zero
 * @param p two-sided p-value
 * @param share confidence interval of the share of rises among {@code n}, 0 to 1
 */
public record SignTest(int n, int zeros, int rises, double p, Interval share) {
  /**
   * Two-sided test with the interval of Clopper and Pearson.
   *
   * @param differences after minus before; the rounded values tell what is zero
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} below two pairs, or if all differences are zero
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson, Biometrika 26
   *     (1934)</a>; R's {@code binom.test}
   */
  public static Outcome<SignTest> of(PairedDifferences differences, double level) {
    Arguments.share(level, "level");
    if (differences.n() < 2) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    int rises = 0;
    int falls = 0;
    for (double difference : differences.rounded()) {
      rises += difference > 0 ? 1 : 0;
      falls += difference < 0 ? 1 : 0;
    }
    int n = rises + falls;
    if (n == 0) {
      return new NotTestable<>(Reason.ALL_ZERO);
    }
    double p = Math.min(1, 2 * atMost(Math.min(rises, falls), n));
    return new Tested<>(
        new SignTest(n, differences.n() - n, rises, p, clopperPearson(rises, n, 1 - level)));
  }

  /** P(X ≤ k) for X of n fair coins. */
  private static double atMost(int k, int n) {
    return k == n ? 1 : Beta.regularizedBeta(0.5, n - k, k + 1.0);
  }

  private static Interval clopperPearson(int k, int n, double alpha) {
    double low = k == 0 ? 0 : quantile(alpha / 2, k, n - k + 1.0);
    double high = k == n ? 1 : quantile(1 - alpha / 2, k + 1.0, n - k);
    return new Interval(low, high);
  }

  private static double quantile(double share, double a, double b) {
    var beta = new BetaDistribution(null, a, b);
    double x = beta.inverseCumulativeProbability(share);
    // The inverse stops at 10^-9; one step of Newton's method takes the remaining digits.
    return x - (beta.cumulativeProbability(x) - share) / beta.density(x);
  }
}
