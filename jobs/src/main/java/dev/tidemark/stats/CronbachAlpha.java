package dev.tidemark.stats;

import java.util.Arrays;

/**
 * Cronbach's α: how far sibling indicators measure one thing.
 *
 * @param alpha at most 1; below 0 where indicators contradict each other
 * @param indicators number of indicators
 * @param units number of units
 * @param interval Feldt's confidence interval
 */
public record CronbachAlpha(double alpha, int indicators, int units, Interval interval) {
  /**
   * α of raw (not standardised) scores.
   *
   * @param scores one row per unit, complete; one column per indicator
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} below two indicators or two units, or if the units' sums do not
   *     vary
   * @throws IllegalArgumentException if a score is NaN or infinite, rows differ in length or {@code
   *     level} is not between 0 and 1
   * @see <a href="https://doi.org/10.1007/BF02310555">Cronbach, Psychometrika 16 (1951)</a>; <a
   *     href="https://doi.org/10.1007/BF02289499">Feldt, Psychometrika 30 (1965)</a>
   */
  public static Outcome<CronbachAlpha> of(double[][] scores, double level) {
    Arguments.share(level, "level");
    int units = scores.length;
    int indicators = units == 0 ? 0 : scores[0].length;
    for (int unit = 0; unit < units; unit++) {
      Arguments.finite(scores[unit], "scores");
      if (scores[unit].length != indicators) {
        throw new IllegalArgumentException(
            "row %d has %d indicators, not %d".formatted(unit, scores[unit].length, indicators));
      }
    }
    if (units < 2 || indicators < 2) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    double parts = 0;
    for (int i = 0; i < indicators; i++) {
      int indicator = i;
      parts += Moments.of(Arrays.stream(scores).mapToDouble(row -> row[indicator]).toArray()).m2();
    }
    var sums = Arrays.stream(scores).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double whole = Moments.of(sums).m2();
    // Sums that are equal but for rounding do not vary.
    if (!(whole > 1e-12 * parts)) {
      return new NotTestable<>(Reason.NO_VARIATION);
    }
    double k = indicators;
    double alpha = k / (k - 1) * (1 - parts / whole);
    double df1 = units - 1;
    double df2 = df1 * (k - 1);
    double tail = (1 - level) / 2;
    return new Tested<>(
        new CronbachAlpha(
            alpha,
            indicators,
            units,
            new Interval(
                1 - (1 - alpha) * BetaQuantile.ofF(1 - tail, df1, df2),
                1 - (1 - alpha) * BetaQuantile.ofF(tail, df1, df2))));
  }
}
