package dev.tidemark.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Sign-flip permutation test of a mean or a sum: had rises and falls been a matter of chance, each
 * difference could as well have had the other sign. How often would the sum then be as far from 0
 * as it is?
 *
 * <p>It needs no normal distribution, but two assumptions: without change, a difference and its
 * opposite are equally likely; and differences are independent. Weighted contributions w · d are
 * tested as they are, their sum being the weighted change. Every sign is free, so that to flip
 * within strata is to flip; what rises and falls together flips as one, see {@link #ofGroups}.
 *
 * @param n differences that could flip, zeros included
 * @param p two-sided p-value; of the exact test a share of all sign patterns, of the Monte Carlo
 *     test (b + 1)/(m + 1), with b of m resamples as far from 0
 * @param standardError Monte Carlo standard error of {@code p}; 0 of the exact test
 * @param method how {@code p} was found
 * @see <a href="https://doi.org/10.1016/j.neuroimage.2014.01.060">Winkler et al., NeuroImage 92
 *     (2014)</a>
 * @see <a href="https://doi.org/10.2202/1544-6115.1585">Phipson and Smyth, Statistical Applications
 *     in Genetics and Molecular Biology 9 (2010), on (b + 1)/(m + 1)</a>
 */
public record SignFlipTest(int n, double p, double standardError, Method method) {
  /** How the p-value was found. */
  public enum Method {
    /** From all sign patterns. */
    EXACT,
    /** From random sign patterns. */
    MONTE_CARLO
  }

  /** Up to so many differences other than zero, {@link #of} is exact. */
  public static final int EXACT_UP_TO = 20;

  /** Up to so many differences other than zero, {@link #exact} can be asked for. */
  public static final int EXACT_AT_MOST = 40;

  /** Sums this close, relative to the sum of the sizes, are the same sum but for rounding. */
  private static final double TIE = 1e-10;

  /**
   * The test of one sample: exact for up to 20 differences other than zero, with random signs for
   * more.
   *
   * @param differences finite numbers in a fixed order of units, rounded where they come from
   *     subtraction ({@link PairedDifferences#rounded()}); or contributions to a sum, weight times
   *     difference
   * @param resampling draws, and the seed of their signs
   * @return {@link NotTestable} below two differences, or if all are zero
   * @throws IllegalArgumentException if a difference is NaN or infinite
   */
  public static Outcome<SignFlipTest> of(double[] differences, Resampling resampling) {
    return ofEach(List.of(differences), resampling).get(0);
  }

  /**
   * The test of each of many samples, such as the differences of every node. They share the random
   * signs, which saves time and changes nothing: a sample has the result it has by itself.
   *
   * @param samples one array as in {@link #of} for each node, of the units observed
   * @return outcomes as of {@link #of}, in the order of the samples
   * @throws IllegalArgumentException if a difference is NaN or infinite
   */
  public static List<Outcome<SignFlipTest>> ofEach(List<double[]> samples, Resampling resampling) {
    var flipping = samples.stream().map(SignFlipTest::nonzero).toList();
    int longest = flipping.stream().mapToInt(differences -> differences.length).max().orElse(0);
    var signs = new RandomSigns(resampling, longest > EXACT_UP_TO ? longest : 0);
    return samples.stream().map(sample -> test(sample, signs)).toList();
  }

  /**
   * The test of a sum whose parts depend on each other in groups, such as leaves that one probe
   * observed: parts of one group keep or change their signs together.
   *
   * @param contributions parts of the sum, weight times difference; finite
   * @param groups for each part the number of its group, any number
   * @return as {@link #of}, {@link #n} being the number of groups
   * @throws IllegalArgumentException if the lengths differ or a part is NaN or infinite
   */
  public static Outcome<SignFlipTest> ofGroups(
      double[] contributions, int[] groups, Resampling resampling) {
    if (contributions.length != groups.length) {
      throw new IllegalArgumentException(
          "every part needs a group: "
              + contributions.length
              + " parts, "
              + groups.length
              + " groups");
    }
    var sums = new LinkedHashMap<Integer, Double>();
    for (int i = 0; i < groups.length; i++) {
      sums.merge(groups[i], contributions[i], Double::sum);
    }
    return of(sums.values().stream().mapToDouble(Double::doubleValue).toArray(), resampling);
  }

  /**
   * The exact test also where {@link #of} draws signs at random. It takes milliseconds for 36
   * differences; for 40, tens of milliseconds and 16 MB.
   *
   * @param differences as in {@link #of}, at most 40 of them not zero
   * @return as {@link #of}
   * @throws IllegalArgumentException if a difference is NaN or infinite, or more than 40 are not
   *     zero
   */
  public static Outcome<SignFlipTest> exact(double[] differences) {
    var flipping = nonzero(differences);
    if (flipping.length > EXACT_AT_MOST) {
      throw new IllegalArgumentException(
          "the exact test takes at most "
              + EXACT_AT_MOST
              + " differences that are not zero, not "
              + flipping.length);
    }
    return differences.length < 2 || flipping.length == 0
        ? untestable(differences)
        : new Tested<>(exact(differences.length, flipping));
  }

  /**
   * The test of one sample that is exact as long as it can be: {@link #exact} for up to 40
   * differences other than zero, {@link #of} for more.
   *
   * @param differences as in {@link #of}
   * @throws IllegalArgumentException if a difference is NaN or infinite
   */
  public static Outcome<SignFlipTest> exactIfPossible(double[] differences, Resampling resampling) {
    return nonzero(differences).length <= EXACT_AT_MOST
        ? exact(differences)
        : of(differences, resampling);
  }

  private static Outcome<SignFlipTest> test(double[] differences, RandomSigns signs) {
    var flipping = nonzero(differences);
    if (differences.length < 2 || flipping.length == 0) {
      return untestable(differences);
    }
    return new Tested<>(
        flipping.length <= EXACT_UP_TO
            ? exact(differences.length, flipping)
            : monteCarlo(differences.length, flipping, signs));
  }

  private static Outcome<SignFlipTest> untestable(double[] differences) {
    return new NotTestable<>(differences.length < 2 ? Reason.TOO_FEW : Reason.ALL_ZERO);
  }

  private static SignFlipTest exact(int n, double[] flipping) {
    double bound = observed(flipping);
    double tail = SignedSums.atLeast(flipping, bound) / Math.scalb(1.0, flipping.length);
    // Sums at or above the bound have their mirror images at or below its opposite.
    return new SignFlipTest(n, bound > 0 ? 2 * tail : 1, 0, Method.EXACT);
  }

  private static SignFlipTest monteCarlo(int n, double[] flipping, RandomSigns signs) {
    double bound = observed(flipping);
    var sums = signs.sums(flipping);
    int asFar = 0;
    for (double sum : sums) {
      if (Math.abs(sum) >= bound) {
        asFar++;
      }
    }
    double p = (asFar + 1.0) / (sums.length + 1.0);
    return new SignFlipTest(n, p, Math.sqrt(p * (1 - p) / sums.length), Method.MONTE_CARLO);
  }

  /** The size of the observed sum, less what rounding may take from an equal one. */
  private static double observed(double[] differences) {
    double sizes = Arrays.stream(differences).map(Math::abs).sum();
    return Math.abs(Arrays.stream(differences).sum()) - TIE * sizes;
  }

  private static double[] nonzero(double[] differences) {
    return Arrays.stream(Arguments.finite(differences, "differences"))
        .filter(difference -> difference != 0)
        .toArray();
  }
}
