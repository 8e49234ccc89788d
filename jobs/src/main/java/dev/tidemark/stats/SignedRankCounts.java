package dev.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many of the 2<sup>n</sup> ways to give ranks their signs lead to each sum of the ranks above
 * zero, by the recursion over ranks: each new rank either joins the sum or does not.
 *
 * <p>Counts are exact: below 2<sup>53</sup> a double holds every whole number.
 */
final class SignedRankCounts {
  /** The largest number of ranks, as in R; 2^49 ways can still be counted exactly. */
  static final int MOST_RANKS = 49;

  /** By sum: ways that lead to this sum or a smaller one. */
  private final double[] cumulative;

  private final double ways;

  private SignedRankCounts(double[] cumulative, int ranks) {
    this.cumulative = cumulative;
    ways = Math.scalb(1.0, ranks);
  }

  /** The ranks 1 to n. */
  static SignedRankCounts untied(int n) {
    return of(IntStream.rangeClosed(1, n).toArray());
  }

  /**
   * Any whole ranks, such as doubled mean ranks of ties.
   *
   * @param ranks at most {@link #MOST_RANKS}, each at least 1
   */
  static SignedRankCounts of(int[] ranks) {
    var counts = new double[Arrays.stream(ranks).sum() + 1];
    counts[0] = 1;
    int reach = 0;
    for (int rank : ranks) {
      reach += rank;
      for (int sum = reach; sum >= rank; sum--) {
        counts[sum] += counts[sum - rank];
      }
    }
    Arrays.parallelPrefix(counts, Double::sum);
    return new SignedRankCounts(counts, ranks.length);
  }

  /** P(sum ≤ {@code sum}). */
  double lower(long sum) {
    return sum < 0 ? 0 : cumulative[(int) Math.min(sum, cumulative.length - 1)] / ways;
  }

  /** Two-sided p-value: twice the smaller tail, at most 1. */
  double twoSided(long sum) {
    // Giving every rank the other sign turns the upper tail into the lower one.
    long mirrored = cumulative.length - 1 - sum;
    return Math.min(1, 2 * lower(Math.min(sum, mirrored)));
  }

  /** The smallest sum that at least a share of the ways do not exceed. */
  int quantile(double share) {
    int sum = 0;
    // R allows for rounding in the same way.
    while (cumulative[sum] / ways < share * (1 - 10 * Math.ulp(1.0))) {
      sum++;
    }
    return sum;
  }
}
