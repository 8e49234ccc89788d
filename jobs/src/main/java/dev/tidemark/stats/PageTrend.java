package dev.tidemark.stats;

/**
 * Page's test: do the units, each by its own ranks, move the same way over several periods?
 *
 * @param l sum over periods of the period's number, from 1, times its sum of ranks
 * @param z {@code l} less its mean without a trend, over its standard deviation; above 0 where
 *     scores rise
 * @param p two-sided p-value from the normal distribution, without continuity correction
 */
public record PageTrend(double l, double z, double p) {
  /**
   * The test of complete rows, ties taken into account.
   *
   * @param scores one row per unit, one column per period in time order; equal scores as equal
   *     numbers
   * @return {@link NotTestable} below two units or three periods, or if every row is constant
   * @throws IllegalArgumentException if a score is NaN or infinite, or rows differ in length
   * @see <a href="https://doi.org/10.1080/01621459.1963.10500843">Page, JASA 58 (1963)</a>; for
   *     ties Hollander and Wolfe, Nonparametric Statistical Methods (1999), 7.2
   */
  public static Outcome<PageTrend> of(double[][] scores) {
    int periods = scores.length == 0 ? 0 : scores[0].length;
    double centre = (periods + 1) / 2.0;
    double l = 0;
    double deviation = 0;
    double squares = 0;
    for (int unit = 0; unit < scores.length; unit++) {
      if (scores[unit].length != periods) {
        throw new IllegalArgumentException(
            "row %d has %d periods, not %d".formatted(unit, scores[unit].length, periods));
      }
      var ranks = MidRanks.of(scores[unit]).ranks();
      for (int period = 0; period < periods; period++) {
        l += (period + 1) * ranks[period];
        deviation += (period + 1) * (ranks[period] - centre);
        squares += (ranks[period] - centre) * (ranks[period] - centre);
      }
    }
    if (scores.length < 2 || periods < 3) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    if (squares == 0) {
      return new NotTestable<>(Reason.ALL_TIED);
    }
    // Of k numbers put in random order: variance of Σ i·r is Σ (i − ī)² · Σ (r − r̄)² / (k − 1).
    double k = periods;
    double variance = k * (k + 1) / 12 * squares;
    double z = deviation / Math.sqrt(variance);
    return new Tested<>(new PageTrend(l, z, StandardNormal.twoSided(z)));
  }
}
