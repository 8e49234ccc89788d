package dev.tidemark.stats;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * A rate of events, such as visits per city, with its exact interval.
 *
 * @param events events counted
 * @param exposure units, days or whatever was watched, above 0
 * @param rate events / exposure
 * @param interval confidence interval of the rate, never below its level
 */
public record PoissonRate(int events, double exposure, double rate, Interval interval) {
  private static final double ACCURACY = 1e-14;

  /**
   * Garwood's interval: the rates under which a count as extreme would not be too rare.
   *
   * @param events not negative
   * @param exposure above 0
   * @param level confidence of the interval, between 0 and 1
   * @throws IllegalArgumentException if an argument is outside its range
   * @see <a href="https://doi.org/10.1093/biomet/28.3-4.437">Garwood, Biometrika 28 (1936)</a>; R's
   *     {@code poisson.test}
   */
  public static PoissonRate of(int events, double exposure, double level) {
    Arguments.atLeast(0, events, "events");
    Arguments.positive(exposure, "exposure");
    Arguments.share(level, "level");
    double tail = (1 - level) / 2;
    double low = events == 0 ? 0 : gammaQuantile(tail, events);
    double high = gammaQuantile(1 - tail, events + 1.0);
    return new PoissonRate(
        events, exposure, events / exposure, new Interval(low / exposure, high / exposure));
  }

  private static double gammaQuantile(double share, double shape) {
    var distribution = new GammaDistribution(null, shape, 1, ACCURACY);
    double x = distribution.inverseCumulativeProbability(share);
    // The solver stops at an absolute accuracy; one step of Newton's method takes the last digits.
    return x - (Gamma.regularizedGammaP(shape, x) - share) / distribution.density(x);
  }
}
