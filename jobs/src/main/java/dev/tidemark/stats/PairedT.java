package dev.tidemark.stats;

/**
 * Student's t test of paired differences: is the mean change larger than chance would make it?
 *
 * @param n complete pairs
 * @param change mean of after minus before, in points
 * @param t above 0 where the mean rose
 * @param df degrees of freedom, n − 1
 * @param p two-sided p-value
 * @param interval confidence interval of {@code change}, in points
 */
public record PairedT(int n, double change, double t, int df, double p, Interval interval) {
  /**
   * Two-sided test that the mean change is 0, on the differences as subtracted.
   *
   * @param differences after minus before, in points
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} below two pairs, or if all differences are the same once rounded
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student, Biometrika 6 (1908)</a>; R's
   *     {@code t.test(paired = TRUE)}
   */
  public static Outcome<PairedT> of(PairedDifferences differences, double level) {
    Arguments.share(level, "level");
    var obstacle = differences.obstacle(2);
    if (obstacle.isPresent()) {
      return new NotTestable<>(obstacle.get());
    }
    var moments = Moments.of(differences.values());
    int df = moments.n() - 1;
    double error = moments.standardError();
    double t = moments.mean() / error;
    double margin = StudentT.critical(1 - level, df) * error;
    return new Tested<>(
        new PairedT(
            moments.n(),
            moments.mean(),
            t,
            df,
            StudentT.twoSided(t, df),
            new Interval(moments.mean() - margin, moments.mean() + margin)));
  }
}
