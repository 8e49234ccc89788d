package dev.tidemark.stats;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The Hodges–Lehmann estimate of a change: the median of the means of all pairs of differences,
 * which a few units gone wild do not move.
 *
 * @param change the estimate, R's "(pseudo)median", in points
 * @param interval confidence interval that belongs to {@link WilcoxonSignedRank}, in points
 * @param level confidence of the interval: for an exact one what it really is, otherwise what was
 *     asked for; less than was asked for where so few differences cannot give it
 */
public record HodgesLehmann(double change, Interval interval, double level) {
  /**
   * Estimate and interval as R finds them, with continuity correction; see {@link
   * #of(PairedDifferences, double, Continuity)}.
   */
  public static Outcome<HodgesLehmann> of(PairedDifferences differences, double level) {
    return of(differences, level, Continuity.CORRECTED);
  }

  /**
   * Estimate and interval as R finds them: zeros dropped; exact for up to 49 differences without
   * zeros and ties, otherwise from the normal approximation of the signed-rank test.
   *
   * <p>The ends of the normal interval, and the estimate beside it, are where the test statistic
   * jumps past its critical value, which is at a mean of two differences. R's {@code uniroot} looks
   * for the same place and stops within 10<sup>−4</sup> of it ({@code tol.root}). Where the
   * statistic is flat at its mean, R stops anywhere on the flat; here the estimate is its middle.
   *
   * @param differences after minus before, in points; their rounded values are used
   * @param level confidence asked for, between 0 and 1
   * @param continuity whether the normal approximation is corrected; the exact interval never is
   * @return {@link NotTestable} below two pairs, if the differences that are not zero are all the
   *     same, or if they are too few for the normal approximation to have an interval at any level
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann, Annals of
   *     Mathematical Statistics 34 (1963)</a>; R's {@code wilcox.test(conf.int = TRUE)}
   */
  public static Outcome<HodgesLehmann> of(
      PairedDifferences differences, double level, Continuity continuity) {
    Arguments.share(level, "level");
    if (differences.n() < 2) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    var nonzero = Arrays.stream(differences.rounded()).filter(d -> d != 0).toArray();
    if (nonzero.length == 0) {
      return new NotTestable<>(Reason.ALL_ZERO);
    }
    if (Arrays.stream(nonzero).distinct().count() == 1) {
      return new NotTestable<>(Reason.NO_VARIATION);
    }
    return WilcoxonSignedRank.exactInR(SignedRanks.of(differences.rounded()))
        ? new Tested<>(exact(nonzero, 1 - level))
        : normal(nonzero, 1 - level, continuity);
  }

  private static HodgesLehmann exact(double[] differences, double alpha) {
    var counts = SignedRankCounts.untied(differences.length);
    int k = Math.max(1, counts.quantile(alpha / 2));
    return result(differences, k, 1 - 2 * counts.lower(k - 1));
  }

  private static Outcome<HodgesLehmann> normal(
      double[] differences, double alpha, Continuity continuity) {
    double reachable = alpha;
    while (reachable < 1 && !reaches(differences, critical(reachable), continuity)) {
      reachable *= 2;
    }
    if (reachable >= 1) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    // Away from the means of pairs, V at a shift is the number of means above the shift, and the
    // only ties are those of the differences themselves.
    double deviation = SignedRanks.standardDeviation(differences.length, tieTerm(differences));
    double step = continuity == Continuity.CORRECTED ? 0.5 : 0;
    double rank = meansOfPairs(differences) / 2.0 - critical(reachable) * deviation - step;
    return new Tested<>(result(differences, Math.max(1, (long) Math.ceil(rank)), 1 - reachable));
  }

  /** Whether the statistic passes the critical value within the range of the differences. */
  private static boolean reaches(double[] differences, double critical, Continuity continuity) {
    double least = Arrays.stream(differences).min().orElseThrow();
    double most = Arrays.stream(differences).max().orElseThrow();
    return statistic(differences, least, continuity) >= critical
        && statistic(differences, most, continuity) <= -critical;
  }

  private static double statistic(double[] differences, double shift, Continuity continuity) {
    var ranks = SignedRanks.of(Arrays.stream(differences).map(d -> d - shift).toArray());
    return continuity.of(ranks.deviation()) / ranks.standardDeviation();
  }

  private static HodgesLehmann result(double[] differences, long k, double level) {
    var means = new WalshAverages(differences);
    var interval = new Interval(means.kth(k), means.kth(means.size() + 1 - k));
    return new HodgesLehmann(means.median(), interval, level);
  }

  private static double critical(double alpha) {
    return -StandardNormal.quantile(alpha / 2);
  }

  private static long meansOfPairs(double[] differences) {
    return differences.length * (differences.length + 1L) / 2;
  }

  private static double tieTerm(double[] differences) {
    return Arrays.stream(differences)
        .boxed()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(ties -> (double) ties * ties * ties - ties)
        .sum();
  }
}
