package dev.tidemark.stats;

/**
 * A share of a sample with its confidence interval.
 *
 * @param successes observations that have the property
 * @param n observations
 * @param share successes / n, 0 to 1
 * @param interval confidence interval of the share, within 0 to 1
 */
public record Proportion(int successes, int n, double share, Interval interval) {
  /**
   * Wilson's score interval: close to its level on average, also for few observations.
   *
   * @param successes 0 to {@code n}
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} of no observation
   * @throws IllegalArgumentException if {@code successes} is not 0 to {@code n} or {@code level} is
   *     not between 0 and 1
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson, JASA 22 (1927)</a>; R's
   *     {@code prop.test(correct = FALSE)}
   */
  public static Outcome<Proportion> wilson(int successes, int n, double level) {
    check(successes, n, level);
    return n == 0
        ? new NotTestable<>(Reason.TOO_FEW)
        : of(successes, n, score(successes, n, level));
  }

  /**
   * Clopper and Pearson's exact interval: never below its level, therefore wider.
   *
   * @param successes 0 to {@code n}
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} of no observation
   * @throws IllegalArgumentException as {@link #wilson}
   * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson, Biometrika 26
   *     (1934)</a>; R's {@code binom.test}
   */
  public static Outcome<Proportion> clopperPearson(int successes, int n, double level) {
    check(successes, n, level);
    return n == 0
        ? new NotTestable<>(Reason.TOO_FEW)
        : of(successes, n, ExactBinomial.interval(successes, n, level));
  }

  /** Wilson's interval of at least one observation. */
  static Interval score(int successes, int n, double level) {
    double z = StandardNormal.quantile((1 + level) / 2);
    double share = (double) successes / n;
    double centre = share + z * z / (2 * n);
    double margin = z * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
    double scale = 1 + z * z / n;
    // At the ends of the scale the formula's difference is rounding, not a distance.
    double low = successes == 0 ? 0 : (centre - margin) / scale;
    double high = successes == n ? 1 : (centre + margin) / scale;
    return new Interval(low, high);
  }

  static void check(int successes, int n, double level) {
    Arguments.share(level, "level");
    Arguments.atLeast(0, successes, "successes");
    Arguments.atLeast(successes, n, "n");
  }

  private static Outcome<Proportion> of(int successes, int n, Interval interval) {
    return new Tested<>(new Proportion(successes, n, (double) successes / n, interval));
  }
}
