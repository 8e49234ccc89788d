package dev.tidemark.stats;

/**
 * Spearman's ρ: do two measures order the units alike?
 *
 * @param n pairs
 * @param rho correlation of the mean ranks, −1 to 1
 * @param p two-sided p-value of no correlation
 * @param method how {@code p} was found
 */
public record Spearman(int n, double rho, double p, Method method) {
  /** How the p-value was found. */
  public enum Method {
    /** From all orders: up to 9 pairs without ties. */
    EXACT,
    /** From Edgeworth's series for the sum of squared differences: 10 to 1,289 without ties. */
    EDGEWORTH,
    /** From Student's t with n − 2 degrees of freedom: more, or with ties. */
    STUDENT_T
  }

  /** R's {@code cor.test} takes t from this number of pairs on. */
  private static final int T_FROM = 1290;

  /**
   * Correlation and test, the p-value as R's {@code cor.test} finds it.
   *
   * @param x any unit, equal values as equal numbers
   * @param y one value for each of {@code x}
   * @return {@link NotTestable} below three pairs, or if all of {@code x} or all of {@code y} are
   *     equal
   * @throws IllegalArgumentException if a value is NaN or infinite, or lengths differ
   * @see <a href="https://doi.org/10.2307/1412159">Spearman, American Journal of Psychology 15
   *     (1904)</a>; R's {@code cor.test(x, y, method = "spearman")}
   */
  public static Outcome<Spearman> of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("%d of x, %d of y".formatted(x.length, y.length));
    }
    int n = x.length;
    var ranksX = MidRanks.of(x);
    var ranksY = MidRanks.of(y);
    if (n < 3) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    if (ranksX.allTied() || ranksY.allTied()) {
      return new NotTestable<>(Reason.ALL_TIED);
    }
    double rho = correlation(ranksX.ranks(), ranksY.ranks());
    if (ranksX.tied() || ranksY.tied() || n >= T_FROM) {
      return new Tested<>(new Spearman(n, rho, student(rho, n), Method.STUDENT_T));
    }
    long squares = squaredDifferences(ranksX.ranks(), ranksY.ranks());
    double p = SpearmanTail.twoSided(squares, n);
    return new Tested<>(
        new Spearman(n, rho, p, n <= SpearmanTail.MOST_EXACT ? Method.EXACT : Method.EDGEWORTH));
  }

  private static double correlation(double[] ranksX, double[] ranksY) {
    double mean = (ranksX.length + 1) / 2.0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < ranksX.length; i++) {
      double dx = ranksX[i] - mean;
      double dy = ranksY[i] - mean;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static long squaredDifferences(double[] ranksX, double[] ranksY) {
    long sum = 0;
    for (int i = 0; i < ranksX.length; i++) {
      long difference = (long) (ranksX[i] - ranksY[i]);
      sum += difference * difference;
    }
    return sum;
  }

  private static double student(double rho, int n) {
    double rest = 1 - rho * rho;
    return rest <= 0 ? 0 : StudentT.twoSided(rho * Math.sqrt((n - 2) / rest), n - 2);
  }
}
