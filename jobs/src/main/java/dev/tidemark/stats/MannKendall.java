package dev.tidemark.stats;

/**
 * Mann and Kendall's test of a trend: do later values tend to be above earlier ones?
 *
 * @param s pairs that rise minus pairs that fall
 * @param variance of {@code s} without a trend, ties taken into account
 * @param z {@code s} towards 0 by one, over its standard deviation
 * @param tau Kendall's τ<sub>b</sub> between value and time, −1 to 1
 * @param p two-sided p-value
 * @param method how {@code p} was found
 */
public record MannKendall(long s, double variance, double z, double tau, double p, Method method) {
  /** How the p-value was found. */
  public enum Method {
    /** From all orders of the values. */
    EXACT,
    /** From {@code z}. */
    NORMAL
  }

  /** R's {@code cor.test} counts orders below this length. */
  private static final int NORMAL_FROM = 50;

  /**
   * The test as R's {@code cor.test} does it against time: exact for fewer than 50 values without
   * ties, else normal with continuity correction.
   *
   * @param values in time order, periods without a value left out; equal values as equal numbers
   * @return {@link NotTestable} below three values, or if all are equal
   * @throws IllegalArgumentException if a value is NaN or infinite
   * @see <a href="https://doi.org/10.2307/1907187">Mann, Econometrica 13 (1945)</a>; Kendall, Rank
   *     Correlation Methods (1975); R's {@code cor.test(time, values, method = "kendall",
   *     continuity = TRUE)}
   */
  public static Outcome<MannKendall> of(double... values) {
    var ranks = MidRanks.of(values);
    int length = values.length;
    if (length < 3) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    if (ranks.allTied()) {
      return new NotTestable<>(Reason.ALL_TIED);
    }
    long s = 0;
    long untied = 0;
    for (int later = 1; later < length; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        int sign = Double.compare(ranks.ranks()[later], ranks.ranks()[earlier]);
        s += Integer.signum(sign);
        untied += sign == 0 ? 0 : 1;
      }
    }
    double variance = variance(ranks);
    double z = (s - Long.signum(s)) / Math.sqrt(variance);
    boolean exact = length < NORMAL_FROM && !ranks.tied();
    return new Tested<>(
        new MannKendall(
            s,
            variance,
            z,
            s / (Math.sqrt((double) untied) * Math.sqrt(length * (length - 1.0) / 2)),
            exact ? exact(s, length) : StandardNormal.twoSided(z),
            exact ? Method.EXACT : Method.NORMAL));
  }

  /** Variance of {@link #s}: the sum of t(t − 1)(2t + 5) over ties is taken from that of all. */
  static double variance(MidRanks ranks) {
    double n = ranks.ranks().length;
    return (n * (n - 1) * (2 * n + 5) - ranks.kendallTieTerm()) / 18;
  }

  /**
   * P(|S| at least that of the values), all orders being equally likely: the distribution of the
   * number of inversions, built up value by value.
   */
  private static double exact(long s, int n) {
    int most = n * (n - 1) / 2;
    int inversions = (int) ((most - Math.abs(s)) / 2);
    var probability = new double[most + 1];
    probability[0] = 1;
    for (int length = 2; length <= n; length++) {
      double window = 0;
      var next = new double[most + 1];
      for (int k = 0; k <= length * (length - 1) / 2; k++) {
        window += probability[k] - (k >= length ? probability[k - length] : 0);
        next[k] = window / length;
      }
      probability = next;
    }
    double tail = 0;
    for (int k = 0; k <= inversions; k++) {
      tail += probability[k];
    }
    return Math.min(1, 2 * tail);
  }
}
