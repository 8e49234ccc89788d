package dev.tidemark.stats;

/**
 * Friedman's test: do scores of the same units differ between several periods, by their ranks
 * within each unit?
 *
 * @param chiSquared allows for ties
 * @param df periods − 1
 * @param p from the χ² distribution
 * @param concordance Kendall's W, 0 to 1: how far the units agree in the order of the periods
 */
public record Friedman(double chiSquared, int df, double p, double concordance) {
  /**
   * The test of complete rows.
   *
   * @param scores one row per unit, one column per period; equal scores as equal numbers
   * @return {@link NotTestable} below two units or two periods, or if every row is constant
   * @throws IllegalArgumentException if a score is NaN or infinite, or rows differ in length
   * @see <a href="https://doi.org/10.1080/01621459.1937.10503522">Friedman, JASA 32 (1937)</a>; R's
   *     {@code friedman.test}
   */
  public static Outcome<Friedman> of(double[][] scores) {
    int units = scores.length;
    int periods = units == 0 ? 0 : scores[0].length;
    var sums = new double[periods];
    double tieTerm = 0;
    for (int unit = 0; unit < units; unit++) {
      if (scores[unit].length != periods) {
        throw new IllegalArgumentException(
            "row %d has %d periods, not %d".formatted(unit, scores[unit].length, periods));
      }
      var row = MidRanks.of(scores[unit]);
      tieTerm += row.tieTerm();
      for (int period = 0; period < periods; period++) {
        sums[period] += row.ranks()[period];
      }
    }
    if (units < 2 || periods < 2) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    double n = units;
    double k = periods;
    double spread = n * k * (k + 1) - tieTerm / (k - 1);
    if (spread == 0) {
      return new NotTestable<>(Reason.ALL_TIED);
    }
    double squares = 0;
    for (double sum : sums) {
      squares += (sum - n * (k + 1) / 2) * (sum - n * (k + 1) / 2);
    }
    double chiSquared = 12 * squares / spread;
    return new Tested<>(
        new Friedman(
            chiSquared,
            periods - 1,
            ChiSquared.upper(chiSquared, k - 1),
            chiSquared / (n * (k - 1))));
  }
}
