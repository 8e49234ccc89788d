package dev.tidemark.stats;

/**
 * Two one-sided t tests (TOST): is the mean change of pairs shown to be too small to matter?
 *
 * @param n complete pairs
 * @param change mean of after minus before, in points
 * @param tAboveLower t of the test that the change is above −bound
 * @param tBelowUpper t of the test that it is below +bound
 * @param df degrees of freedom, n − 1
 * @param p the larger of the two one-sided p-values; small where equivalence is shown
 * @param interval the interval that lies within ±bound exactly where {@code p} is below alpha: its
 *     level is 1 − 2 alpha; in points
 */
public record Equivalence(
    int n,
    double change,
    double tAboveLower,
    double tBelowUpper,
    int df,
    double p,
    Interval interval) {
  /**
   * Tests that the change lies within ±bound.
   *
   * @param differences after minus before, in points
   * @param bound the smallest change that matters, in points, above 0
   * @param alpha error allowed to each of the two tests, between 0 and 0.5
   * @return {@link NotTestable} below two pairs, or if all differences are the same once rounded
   * @throws IllegalArgumentException if {@code bound} is not above 0 or {@code alpha} not between 0
   *     and 0.5
   * @see <a href="https://doi.org/10.1007/BF01068419">Schuirmann, Journal of Pharmacokinetics and
   *     Biopharmaceutics 15 (1987)</a>
   */
  public static Outcome<Equivalence> within(
      PairedDifferences differences, double bound, double alpha) {
    Arguments.positive(bound, "bound");
    Arguments.share(2 * alpha, "twice alpha");
    var obstacle = differences.obstacle(2);
    if (obstacle.isPresent()) {
      return new NotTestable<>(obstacle.get());
    }
    var change = Moments.of(differences.values());
    int df = change.n() - 1;
    double error = change.standardError();
    double aboveLower = (change.mean() + bound) / error;
    double belowUpper = (change.mean() - bound) / error;
    double p = Math.max(StudentT.upper(aboveLower, df), StudentT.lower(belowUpper, df));
    double margin = StudentT.critical(2 * alpha, df) * error;
    return new Tested<>(
        new Equivalence(
            change.n(),
            change.mean(),
            aboveLower,
            belowUpper,
            df,
            p,
            new Interval(change.mean() - margin, change.mean() + margin)));
  }
}
