package dev.tidemark.stats;

/**
 * Did a rate of events change? Exact, given the sum of both counts.
 *
 * @param ratio rate after / rate before; infinite if there was no event before
 * @param interval confidence interval of the ratio; from 0 without an event after, to infinity
 *     without one before
 * @param p two-sided p-value
 */
public record PoissonRates(double ratio, Interval interval, double p) {
  /**
   * Two-sided test that both rates are the same: given the sum, the later count is binomial.
   *
   * @param before events of the earlier period, not negative
   * @param exposureBefore what they were counted over, above 0
   * @param after events of the later period, not negative
   * @param exposureAfter what they were counted over, above 0, in the same unit
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} if there was no event at all
   * @throws IllegalArgumentException if an argument is outside its range
   * @see <a href="https://doi.org/10.2307/2332612">Przyborowski and Wilenski, Biometrika 31
   *     (1940)</a>; R's {@code poisson.test(c(after, before), c(exposureAfter, exposureBefore))}
   */
  public static Outcome<PoissonRates> of(
      int before, double exposureBefore, int after, double exposureAfter, double level) {
    Arguments.atLeast(0, before, "before");
    Arguments.positive(exposureBefore, "exposureBefore");
    Arguments.atLeast(0, after, "after");
    Arguments.positive(exposureAfter, "exposureAfter");
    Arguments.share(level, "level");
    int events = Math.addExact(before, after);
    if (events == 0) {
      return new NotTestable<>(Reason.NO_EVENTS);
    }
    double share = exposureAfter / (exposureAfter + exposureBefore);
    var shareAfter = ExactBinomial.interval(after, events, level);
    double exposures = exposureBefore / exposureAfter;
    return new Tested<>(
        new PoissonRates(
            after / (double) before * exposures,
            new Interval(odds(shareAfter.low()) * exposures, odds(shareAfter.high()) * exposures),
            ExactBinomial.twoSided(after, events, share)));
  }

  private static double odds(double share) {
    return share / (1 - share);
  }
}
