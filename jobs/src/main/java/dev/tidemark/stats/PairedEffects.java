package dev.tidemark.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * How large a mean change of pairs is, whatever its unit.
 *
 * @param dz mean change over the standard deviation of the differences: how consistent the change
 *     is, and what its t test can see
 * @param dav mean change over the average standard deviation, √((s²before + s²after)/2): how far
 *     the change moves a unit among the others
 * @param gz {@code dz}, freed of its upward bias in small samples (Hedges' g)
 * @param gav {@code dav}, freed of its bias by the same factor (Hedges' g, n − 1 degrees of
 *     freedom)
 * @param superiority share of pairs that rose, pairs without change counted half, 0 to 1
 */
public record PairedEffects(
    EffectSize dz, EffectSize dav, EffectSize gz, EffectSize gav, double superiority) {
  /**
   * Effect sizes with intervals.
   *
   * <p>The interval of {@code dz} is exact for normal differences: the noncentralities between
   * which the observed t is not surprising, over √n. That of {@code dav} is the same one, scaled by
   * the ratio of the two standard deviations as if it were known, which keeps its level well
   * (Algina and Keselman 2003). Both intervals of g are scaled as their estimates are.
   *
   * @param differences pairs of scores; standard deviations have n − 1 in the denominator
   * @param level confidence of the intervals, between 0 and 1
   * @return {@link NotTestable} below three pairs, where bias has no correction, or if all
   *     differences are the same
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   * @see <a href="https://doi.org/10.3389/fpsyg.2013.00863">Lakens, Frontiers in Psychology 4
   *     (2013)</a>, whose d_av has the mean of the standard deviations instead; Cumming,
   *     Understanding the New Statistics (2012), chapter 11
   * @see <a href="https://doi.org/10.1177/0013164403256358">Algina and Keselman, Educational and
   *     Psychological Measurement 63 (2003)</a>
   */
  public static Outcome<PairedEffects> of(PairedDifferences differences, double level) {
    Arguments.share(level, "level");
    var obstacle = differences.obstacle(3);
    if (obstacle.isPresent()) {
      return new NotTestable<>(obstacle.get());
    }
    var change = Moments.of(differences.values());
    double average =
        Math.sqrt(
            (Moments.of(differences.before()).variance()
                    + Moments.of(differences.after()).variance())
                / 2);
    double t = change.mean() / change.standardError();
    var dz =
        new EffectSize(t, noncentralities(t, change.n() - 1, level))
            .times(1 / Math.sqrt(change.n()));
    var dav = dz.times(change.standardDeviation() / average);
    double unbiased = unbiased(change.n() - 1);
    return new Tested<>(
        new PairedEffects(
            dz, dav, dz.times(unbiased), dav.times(unbiased), superiority(differences)));
  }

  /**
   * Hedges' exact factor J, Γ(m/2) / (√(m/2) Γ((m − 1)/2)).
   *
   * @see <a href="https://doi.org/10.3102/10769986006002107">Hedges, Journal of Educational
   *     Statistics 6 (1981)</a>
   */
  private static double unbiased(int df) {
    double log = Gamma.logGamma(df / 2.0) - Gamma.logGamma((df - 1) / 2.0);
    return Math.exp(log) / Math.sqrt(df / 2.0);
  }

  private static Interval noncentralities(double t, int df, double level) {
    double tail = (1 - level) / 2;
    return new Interval(noncentrality(t, df, 1 - tail), noncentrality(t, df, tail));
  }

  /** The noncentrality at which a share of the t values are no larger than the observed one. */
  private static double noncentrality(double t, int df, double share) {
    return MonotoneRoot.near(t, 1, delta -> share - NoncentralT.lower(t, df, delta));
  }

  private static double superiority(PairedDifferences differences) {
    double sum = 0;
    for (double difference : differences.rounded()) {
      sum += (1 + Math.signum(difference)) / 2;
    }
    return sum / differences.n();
  }
}
