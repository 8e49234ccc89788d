package dev.tidemark.stats;

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
    return new Tested<>(
        new SignTest(
            n,
            differences.n() - n,
            rises,
            ExactBinomial.twoSided(rises, n, 0.5),
            ExactBinomial.interval(rises, n, level)));
  }
}
