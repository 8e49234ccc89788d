package dev.tidemark.stats;

/**
 * McNemar's χ² test for a yes-or-no indicator; {@link McNemarExact} is preferred where few units
 * changed.
 *
 * @param gained units that had "no" before and have "yes" after
 * @param lost units that had "yes" before and have "no" after
 * @param chiSquared with one degree of freedom
 * @param p two-sided p-value
 */
public record McNemarChiSquared(int gained, int lost, double chiSquared, double p) {
  /**
   * Two-sided test that gains and losses are equally likely.
   *
   * @param gained units from "no" to "yes", not negative
   * @param lost units from "yes" to "no", not negative
   * @return {@link NotTestable} if no unit changed
   * @throws IllegalArgumentException if a count is negative
   * @see <a href="https://doi.org/10.1007/BF02295996">McNemar, Psychometrika 12 (1947)</a>; R's
   *     {@code mcnemar.test}
   */
  public static Outcome<McNemarChiSquared> of(int gained, int lost, Continuity continuity) {
    Arguments.atLeast(0, gained, "gained");
    Arguments.atLeast(0, lost, "lost");
    double changed = (double) gained + lost;
    if (changed == 0) {
      return new NotTestable<>(Reason.ALL_ZERO);
    }
    double deviation = continuity.of((gained - lost) / 2.0);
    double chiSquared = 4 * deviation * deviation / changed;
    return new Tested<>(
        new McNemarChiSquared(gained, lost, chiSquared, ChiSquared.upper(chiSquared, 1)));
  }
}
