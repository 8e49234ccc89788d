package dev.tidemark.stats;

import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * Do two independent samples have the same share?
 *
 * @param p two-sided p-value
 * @param method how it was found
 */
public record TwoProportions(double p, Method method) {
  /** How the p-value was found. */
  public enum Method {
    /** Fisher's exact test, given both margins. */
    EXACT,
    /** Pearson's χ² with one degree of freedom. */
    CHI_SQUARED
  }

  /** Below this expected count Pearson's χ² is a poor approximation (Cochran 1954). */
  private static final double SMALL_CELL = 5;

  /** Probabilities this close are meant to be equal: the tolerance of R's {@code fisher.test}. */
  private static final double TOLERANCE = 1 + 1e-7;

  /**
   * Fisher's test where an expected cell is below 5, else χ² with continuity correction.
   *
   * @return as {@link #chiSquared}
   * @throws IllegalArgumentException if successes are not 0 to n
   */
  public static Outcome<TwoProportions> of(int before, int nBefore, int after, int nAfter) {
    check(before, nBefore, after, nAfter);
    double n = (double) nBefore + nAfter;
    double successes = (double) before + after;
    double smallest = Math.min(nBefore, nAfter) * Math.min(successes, n - successes) / n;
    return smallest < SMALL_CELL
        ? fisher(before, nBefore, after, nAfter)
        : chiSquared(before, nBefore, after, nAfter, Continuity.CORRECTED);
  }

  /**
   * Pearson's χ² test.
   *
   * @param before successes among {@code nBefore}
   * @param after successes among {@code nAfter}
   * @return {@link NotTestable} if a sample is empty, or all observations are alike
   * @throws IllegalArgumentException if successes are not 0 to n
   * @see <a href="https://doi.org/10.2307/2983604">Yates, Supplement to the JRSS 1 (1934)</a>; R's
   *     {@code prop.test}
   */
  public static Outcome<TwoProportions> chiSquared(
      int before, int nBefore, int after, int nAfter, Continuity continuity) {
    check(before, nBefore, after, nAfter);
    if (nBefore == 0 || nAfter == 0) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    double n = (double) nBefore + nAfter;
    double successes = (double) before + after;
    if (successes == 0 || successes == n) {
      return new NotTestable<>(Reason.NO_VARIATION);
    }
    double deviation = before - nBefore * successes / n;
    // Unlike elsewhere, the correction stops at 0: R's YATES = min(0.5, |x − E|).
    double corrected =
        Math.abs(deviation) < 0.5 && continuity == Continuity.CORRECTED
            ? 0
            : continuity.of(deviation);
    double chiSquared =
        corrected
            * corrected
            * n
            * n
            * n
            / ((double) nBefore * nAfter * successes * (n - successes));
    return new Tested<>(new TwoProportions(ChiSquared.upper(chiSquared, 1), Method.CHI_SQUARED));
  }

  /**
   * Fisher's exact test: the chance of a table no more likely than this one, both margins given.
   *
   * @return as {@link #chiSquared}
   * @throws IllegalArgumentException if successes are not 0 to n
   * @see <a href="https://doi.org/10.2307/2340521">Fisher, JRSS 98 (1935)</a>; R's {@code
   *     fisher.test}
   */
  public static Outcome<TwoProportions> fisher(int before, int nBefore, int after, int nAfter) {
    check(before, nBefore, after, nAfter);
    if (nBefore == 0 || nAfter == 0) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    int n = Math.addExact(nBefore, nAfter);
    int successes = before + after;
    if (successes == 0 || successes == n) {
      return new NotTestable<>(Reason.NO_VARIATION);
    }
    var tables = new HypergeometricDistribution(null, n, successes, nBefore);
    double likely = tables.logProbability(before) + Math.log(TOLERANCE);
    double unlikely = 0;
    double all = 0;
    for (int x = tables.getSupportLowerBound(); x <= tables.getSupportUpperBound(); x++) {
      double logProbability = tables.logProbability(x);
      double probability = Math.exp(logProbability);
      all += probability;
      unlikely += logProbability <= likely ? probability : 0;
    }
    return new Tested<>(new TwoProportions(Math.min(1, unlikely / all), Method.EXACT));
  }

  private static void check(int before, int nBefore, int after, int nAfter) {
    Arguments.atLeast(0, before, "before");
    Arguments.atLeast(before, nBefore, "nBefore");
    Arguments.atLeast(0, after, "after");
    Arguments.atLeast(after, nAfter, "nAfter");
  }
}
