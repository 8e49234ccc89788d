package dev.tidemark.stats;

import java.util.Arrays;
import org.apache.commons.math3.util.KthSelector;

/**
 * Which weighted mean changes the {@linkplain SignFlipTest sign-flip test} does not reject: the
 * interval between two of the weighted means that subsets of the differences have. Each subset's
 * mean is as likely above the true change as below, whatever the distribution, as long as it is
 * symmetric.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1969.10501057">Hartigan, Using subsample values as
 *     typical values, Journal of the American Statistical Association 64 (1969)</a>
 */
public final class TypicalValues {
  /** Up to so many differences every subset counts; beyond, random ones. */
  static final int EXACT_UP_TO = 12;

  private final int n;
  private final double[] means;

  private TypicalValues(int n, double[] means) {
    this.n = n;
    this.means = means;
  }

  /**
   * Subset means of weighted differences.
   *
   * @param differences finite, in points
   * @param weights one for each difference, above 0; the change is Σ weight × difference / Σ weight
   * @param resampling draws, and their seed, where there are more than 12 differences
   * @return {@link NotTestable} below two differences
   * @throws IllegalArgumentException if lengths differ, a difference is not finite or a weight not
   *     above 0
   */
  public static Outcome<TypicalValues> of(
      double[] differences, double[] weights, Resampling resampling) {
    if (differences.length != weights.length) {
      throw new IllegalArgumentException(
          "%d differences, %d weights".formatted(differences.length, weights.length));
    }
    Arguments.finite(differences, "differences");
    for (int i = 0; i < weights.length; i++) {
      Arguments.positive(weights[i], "weights[" + i + "]");
    }
    if (differences.length < 2) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    var contributions = new double[differences.length];
    Arrays.setAll(contributions, i -> differences[i] * weights[i]);
    return new Tested<>(
        new TypicalValues(
            differences.length,
            differences.length <= EXACT_UP_TO
                ? everySubset(contributions, weights)
                : randomSubsets(contributions, weights, resampling)));
  }

  /** Number of differences. */
  public int n() {
    return n;
  }

  /**
   * The changes that a two-sided test at 1 − {@code level} does not reject, in points.
   *
   * @param level confidence, between 0 and 1
   * @return {@link NotTestable} if there are too few subsets to have an interval at that level
   */
  public Outcome<Interval> interval(double level) {
    double alpha = 1 - Arguments.share(level, "level");
    int excluded = (int) Math.floor(alpha / 2 * (means.length + 1));
    if (excluded < 1) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    var selector = new KthSelector();
    var work = means.clone();
    return new Tested<>(
        new Interval(
            selector.select(work, null, excluded - 1),
            selector.select(work, null, means.length - excluded)));
  }

  /**
   * p of the two one-sided tests that the change lies within ±bound.
   *
   * @param bound in points, above 0
   */
  public double equivalence(double bound) {
    Arguments.positive(bound, "bound");
    long atLeast = Arrays.stream(means).filter(mean -> mean >= bound).count();
    long atMost = Arrays.stream(means).filter(mean -> mean <= -bound).count();
    return (Math.max(atLeast, atMost) + 1.0) / (means.length + 1.0);
  }

  /** Subset k holds difference i where bit i of k is set; the empty one has no mean. */
  private static double[] everySubset(double[] contributions, double[] weights) {
    int subsets = 1 << contributions.length;
    var sums = new double[subsets];
    var sizes = new double[subsets];
    var means = new double[subsets - 1];
    for (int subset = 1; subset < subsets; subset++) {
      int first = Integer.numberOfTrailingZeros(subset);
      sums[subset] = sums[subset & (subset - 1)] + contributions[first];
      sizes[subset] = sizes[subset & (subset - 1)] + weights[first];
      means[subset - 1] = sums[subset] / sizes[subset];
    }
    return means;
  }

  /** A random sign for every difference puts it into the subset or not. */
  private static double[] randomSubsets(
      double[] contributions, double[] weights, Resampling resampling) {
    var signs = new RandomSigns(resampling, contributions.length);
    var sums = signs.sums(contributions);
    var sizes = signs.sums(weights);
    double sum = Arrays.stream(contributions).sum();
    double size = Arrays.stream(weights).sum();
    double least = Arrays.stream(weights).min().orElseThrow() / 2;
    var means = new double[sums.length];
    int count = 0;
    for (int draw = 0; draw < sums.length; draw++) {
      double subset = (size + sizes[draw]) / 2;
      if (subset > least) {
        means[count++] = (sum + sums[draw]) / 2 / subset;
      }
    }
    return Arrays.copyOf(means, count);
  }
}
