package dev.tidemark.stats;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Beta;

/** Quantiles of the beta distribution, and with it of F. */
final class BetaQuantile {
  private static final double ACCURACY = 1e-15;

  private BetaQuantile() {}

  /**
   * The x below which a share of Beta(a, b) lies.
   *
   * @param share strictly between 0 and 1
   * @param a above 0
   * @param b above 0
   */
  static double of(double share, double a, double b) {
    var distribution = new BetaDistribution(null, a, b, ACCURACY);
    double x = distribution.inverseCumulativeProbability(share);
    // The solver stops at an absolute accuracy; Newton's step serves quantiles close to 0.
    double slope = x > 0 && x < 1 ? distribution.density(x) : 0;
    double polished = slope > 0 ? x - (Beta.regularizedBeta(x, a, b) - share) / slope : x;
    return polished > 0 && polished < 1 ? polished : x;
  }

  /**
   * The x below which a share of F with these degrees of freedom lies.
   *
   * @param share strictly between 0 and 1
   */
  static double ofF(double share, double df1, double df2) {
    double beta = of(share, df1 / 2, df2 / 2);
    return df2 * beta / (df1 * (1 - beta));
  }
}
