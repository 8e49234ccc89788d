package dev.tidemark.stats;

import java.util.function.IntPredicate;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;

/** The binomial distribution without approximation: tails, the two-sided test, the interval. */
final class ExactBinomial {
  /** Probabilities this close are meant to be equal: the tolerance of R's {@code binom.test}. */
  private static final double TOLERANCE = 1 + 1e-7;

  private ExactBinomial() {}

  /** P(X ≤ x) of n trials with probability p strictly between 0 and 1. */
  static double lower(int x, int n, double p) {
    if (x < 0) {
      return 0;
    }
    return x >= n ? 1 : Beta.regularizedBeta(1 - p, n - x, x + 1.0);
  }

  /** P(X ≥ x) of n trials with probability p strictly between 0 and 1. */
  static double upper(int x, int n, double p) {
    if (x <= 0) {
      return 1;
    }
    return x > n ? 0 : Beta.regularizedBeta(p, x, n - x + 1.0);
  }

  /**
   * P(an outcome no more likely than x), the p-value of R's {@code binom.test}.
   *
   * @param x 0 to n
   * @param p strictly between 0 and 1
   */
  static double twoSided(int x, int n, double p) {
    double mean = n * p;
    if (x == mean) {
      return 1;
    }
    var distribution = new BinomialDistribution(null, n, p);
    double likely = distribution.logProbability(x) + Math.log(TOLERANCE);
    IntPredicate unlikely = i -> distribution.logProbability(i) <= likely;
    // Beyond the mean probabilities fall, so the other tail begins where a bisection finds it.
    if (x < mean) {
      int tail = first((int) Math.ceil(mean), n + 1, unlikely);
      return Math.min(1, lower(x, n, p) + upper(tail, n, p));
    }
    int below = (int) Math.floor(mean);
    int steps = first(0, below + 1, step -> unlikely.test(below - step));
    return Math.min(1, lower(below - steps, n, p) + upper(x, n, p));
  }

  /** Clopper and Pearson's interval of a probability from x of n trials, n at least 1. */
  static Interval interval(int x, int n, double level) {
    double tail = (1 - level) / 2;
    double low = x == 0 ? 0 : BetaQuantile.of(tail, x, n - x + 1.0);
    double high = x == n ? 1 : BetaQuantile.of(1 - tail, x + 1.0, n - x);
    return new Interval(low, high);
  }

  /** The first of {@code from} to {@code end} − 1 that holds, where all later ones do; or end. */
  private static int first(int from, int end, IntPredicate holds) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
