package dev.tidemark.stats;

/**
 * Tails of the sum of squared rank differences of two unrelated orders without ties.
 *
 * @see <a href="https://doi.org/10.2307/2347111">Best and Roberts, Algorithm AS 89, Applied
 *     Statistics 24 (1975)</a>
 */
final class SpearmanTail {
  /** Longer orders are too many to go through: 9! = 362,880. */
  static final int MOST_EXACT = 9;

  private static final double[] EDGEWORTH = {
    0.2274, 0.2531, 0.1745, 0.0758, 0.1033, 0.3932, 0.0879, 0.0151, 0.0072, 0.0831, 0.0131, 4.6e-4
  };

  private SpearmanTail() {}

  /** Twice the smaller tail, at most 1: the p-value of R's {@code cor.test}. */
  static double twoSided(long sum, int n) {
    long most = (long) n * (n * n - 1) / 3;
    // The distribution is symmetric: a small sum is as rare as one as far from the other end.
    double tail = upper(Math.max(sum, most - sum), n);
    return Math.min(1, 2 * tail);
  }

  /** P(sum of squared differences ≥ {@code sum}); sums are even. */
  private static double upper(long sum, int n) {
    return n <= MOST_EXACT ? exact(sum, n) : edgeworth(sum, n);
  }

  private static double exact(long sum, int n) {
    long orders = 1;
    for (int i = 2; i <= n; i++) {
      orders *= i;
    }
    return count(0, 0, sum, n) / (double) orders;
  }

  /** Orders that continue from the first places, whose squared differences are known. */
  private static long count(int place, int used, long left, int n) {
    if (place == n) {
      return left <= 0 ? 1 : 0;
    }
    long count = 0;
    for (int rank = 0; rank < n; rank++) {
      if ((used & 1 << rank) == 0) {
        long difference = (long) rank - place;
        count += count(place + 1, used | 1 << rank, left - difference * difference, n);
      }
    }
    return count;
  }

  private static double edgeworth(long sum, int n) {
    double[] c = EDGEWORTH;
    double b = 1.0 / n;
    double x = (6 * (sum - 1) * b / ((double) n * n - 1) - 1) * Math.sqrt(1 / b - 1);
    double y = x * x;
    double u =
        x
            * b
            * (c[0]
                + b * (c[1] + c[2] * b)
                + y
                    * (-c[3]
                        + b * (c[4] + c[5] * b)
                        - y
                            * b
                            * (c[6]
                                + c[7] * b
                                - y * (c[8] - c[9] * b + y * b * (c[10] - c[11] * y)))));
    double tail = u / Math.exp(y / 2) + 1 - StandardNormal.lower(x);
    return Math.min(1, Math.max(0, tail));
  }
}
