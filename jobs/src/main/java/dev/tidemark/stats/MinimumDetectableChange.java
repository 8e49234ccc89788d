package dev.tidemark.stats;

/**
 * How large a true change would have to be for the paired t test to find it.
 *
 * @param n complete pairs
 * @param standardDeviation of the differences, in points
 * @param change the smallest mean change found with the power asked for, in points
 */
public record MinimumDetectableChange(int n, double standardDeviation, double change) {
  /**
   * The change that a two-sided test finds with a given probability, should the differences vary as
   * the observed ones do. A test that is significant in the wrong direction does not count.
   *
   * @param differences after minus before, in points
   * @param level confidence of the test, 1 − alpha, such as 0.95
   * @param power probability to find the change, such as 0.8; above 1 − {@code level}
   * @return {@link NotTestable} below two pairs, or if all differences are the same once rounded
   * @throws IllegalArgumentException if {@code level} or {@code power} is not between 0 and 1, or
   *     the power is reached without any change
   * @see <a href="https://stat.ethz.ch/R-manual/R-devel/library/stats/html/power.t.test.html">R,
   *     {@code power.t.test(type = "paired")}</a>
   */
  public static Outcome<MinimumDetectableChange> of(
      PairedDifferences differences, double level, double power) {
    double alpha = 1 - Arguments.share(level, "level");
    Arguments.share(power, "power");
    if (!(power > alpha / 2)) {
      throw new IllegalArgumentException(
          "power must be above half the error of the test, " + alpha / 2 + ", is " + power);
    }
    var obstacle = differences.obstacle(2);
    if (obstacle.isPresent()) {
      return new NotTestable<>(obstacle.get());
    }
    var moments = Moments.of(differences.values());
    int n = moments.n();
    double critical = StudentT.critical(alpha, n - 1);
    double noncentrality =
        MonotoneRoot.near(
            critical, 1, delta -> 1 - power - NoncentralT.lower(critical, n - 1, delta));
    double deviation = moments.standardDeviation();
    return new Tested<>(
        new MinimumDetectableChange(n, deviation, noncentrality * deviation / Math.sqrt(n)));
  }
}
