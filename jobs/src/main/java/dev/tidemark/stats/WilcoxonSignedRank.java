package dev.tidemark.stats;

/**
 * Wilcoxon's signed-rank test: do rises outweigh falls, by their ranks?
 *
 * @param n differences that are not zero
 * @param zeros differences left out because they are zero
 * @param v sum of the ranks of the rises, R's V
 * @param p two-sided p-value
 * @param method how {@code p} was found
 */
public record WilcoxonSignedRank(int n, int zeros, double v, double p, Method method) {
  /** How the p-value was found. */
  public enum Method {
    /** From all 2<sup>n</sup> ways to give the ranks their signs. */
    EXACT,
    /** From the normal distribution, ties taken into account. */
    NORMAL
  }

  /**
   * The test as R does it: zeros dropped; exact for up to 49 differences without zeros and ties,
   * otherwise normal with continuity correction.
   *
   * @param differences after minus before; their rounded values are ranked
   * @return {@link NotTestable} below two pairs, or if all differences are zero
   * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon, Biometrics Bulletin 1 (1945)</a>; R's
   *     {@code wilcox.test(paired = TRUE)} of the rounded differences
   */
  public static Outcome<WilcoxonSignedRank> of(PairedDifferences differences) {
    return of(differences, Continuity.CORRECTED);
  }

  /**
   * The test as R does it, with R's option {@code correct}.
   *
   * @param continuity whether the normal approximation is corrected; the exact test never is
   * @return as {@link #of(PairedDifferences)}
   */
  public static Outcome<WilcoxonSignedRank> of(
      PairedDifferences differences, Continuity continuity) {
    if (differences.n() < 2) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    var ranks = SignedRanks.of(differences.rounded());
    if (ranks.n() == 0) {
      return new NotTestable<>(Reason.ALL_ZERO);
    }
    return new Tested<>(exactInR(ranks) ? exact(ranks) : normal(ranks, continuity));
  }

  /**
   * The exact test also where there are zeros, which are dropped, and ties, whose mean ranks are
   * taken as given. R's {@code wilcox.test} does not offer it; without zeros and ties it is the
   * same test.
   *
   * @param differences after minus before; their rounded values are ranked
   * @return as {@link #of(PairedDifferences)}
   * @throws IllegalArgumentException if more than 49 differences are not zero
   * @see "Lehmann, Nonparametrics (1975), chapter 3"
   */
  public static Outcome<WilcoxonSignedRank> exact(PairedDifferences differences) {
    if (differences.n() < 2) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    var ranks = SignedRanks.of(differences.rounded());
    if (ranks.n() == 0) {
      return new NotTestable<>(Reason.ALL_ZERO);
    }
    if (ranks.n() > SignedRankCounts.MOST_RANKS) {
      throw new IllegalArgumentException(
          "the exact test takes at most "
              + SignedRankCounts.MOST_RANKS
              + " differences that are not zero, not "
              + ranks.n());
    }
    return new Tested<>(exact(ranks));
  }

  /** Whether R finds p and interval exactly. */
  static boolean exactInR(SignedRanks ranks) {
    return ranks.n() <= SignedRankCounts.MOST_RANKS && ranks.zeros() == 0 && !ranks.tied();
  }

  private static WilcoxonSignedRank exact(SignedRanks ranks) {
    double p = SignedRankCounts.of(ranks.doubled()).twoSided(ranks.doubledV());
    return result(ranks, p, Method.EXACT);
  }

  private static WilcoxonSignedRank normal(SignedRanks ranks, Continuity continuity) {
    double z = continuity.of(ranks.deviation()) / ranks.standardDeviation();
    return result(ranks, StandardNormal.twoSided(z), Method.NORMAL);
  }

  private static WilcoxonSignedRank result(SignedRanks ranks, double p, Method method) {
    return new WilcoxonSignedRank(ranks.n(), ranks.zeros(), ranks.doubledV() / 2.0, p, method);
  }
}
