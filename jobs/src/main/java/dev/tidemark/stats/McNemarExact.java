package dev.tidemark.stats;

/**
 * McNemar's exact test for a yes-or-no indicator: of the units that changed, did more gain than
 * lose?
 *
 * @param gained units that had "no" before and have "yes" after
 * @param lost units that had "yes" before and have "no" after
 * @param p two-sided p-value
 * @param shareGained confidence interval of the share of gains among changes, 0 to 1 (Clopper and
 *     Pearson); a half means no change
 */
public record McNemarExact(int gained, int lost, double p, Interval shareGained) {
  /**
   * Two-sided test that gains and losses are equally likely.
   *
   * @param gained units from "no" to "yes", not negative
   * @param lost units from "yes" to "no", not negative
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} if no unit changed
   * @throws IllegalArgumentException if a count is negative or {@code level} not between 0 and 1
   * @see <a href="https://doi.org/10.1007/BF02295996">McNemar, Psychometrika 12 (1947)</a>; R's
   *     {@code binom.test(gained, gained + lost)}
   */
  public static Outcome<McNemarExact> of(int gained, int lost, double level) {
    Arguments.atLeast(0, gained, "gained");
    Arguments.atLeast(0, lost, "lost");
    Arguments.share(level, "level");
    int changed = Math.addExact(gained, lost);
    if (changed == 0) {
      return new NotTestable<>(Reason.ALL_ZERO);
    }
    return new Tested<>(
        new McNemarExact(
            gained,
            lost,
            ExactBinomial.twoSided(gained, changed, 0.5),
            ExactBinomial.interval(gained, changed, level)));
  }
}
