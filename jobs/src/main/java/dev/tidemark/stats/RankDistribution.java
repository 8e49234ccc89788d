package dev.tidemark.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How often each unit took each rank over draws of perturbed weights. Parts tallied apart add up to
 * what one tally of all draws gives.
 */
public final class RankDistribution {
  /** Draws ranked at a time. */
  private static final int BATCH = 256;

  private static final int NONE = -1;

  private final int[] declaredRanks;
  private final int[] nextBelow;
  private final int[][] timesAtRank;
  private final int[] timesAboveNext;
  private final int draws;

  private RankDistribution(
      int[] declaredRanks, int[] nextBelow, int[][] timesAtRank, int[] timesAboveNext, int draws) {
    this.declaredRanks = declaredRanks;
    this.nextBelow = nextBelow;
    this.timesAtRank = timesAtRank;
    this.timesAboveNext = timesAboveNext;
    this.draws = draws;
  }

  /**
   * Tallies draws {@code first} to {@code first + count − 1}.
   *
   * @param first number of the first draw, from 0
   * @param count draws, at least 1
   * @throws IllegalArgumentException if {@code first} is negative or {@code count} below 1
   */
  public static RankDistribution tally(RankDraws rankDraws, int first, int count) {
    Arguments.atLeast(0, first, "first draw");
    Arguments.atLeast(1, count, "draws");
    int units = rankDraws.units();
    var declaredRanks = rankDraws.declaredRanks();
    var nextBelow = nextBelow(declaredRanks);
    var timesAtRank = new int[units][units + 1];
    var timesAboveNext = new int[units];
    var ranks = new int[Math.min(BATCH, count)][units];
    for (int done = 0; done < count; done += BATCH) {
      var batch = Arrays.copyOf(ranks, Math.min(ranks.length, count - done));
      rankDraws.fill(first + done, batch);
      for (var draw : batch) {
        for (int unit = 0; unit < units; unit++) {
          timesAtRank[unit][draw[unit]]++;
          if (nextBelow[unit] != NONE && draw[unit] < draw[nextBelow[unit]]) {
            timesAboveNext[unit]++;
          }
        }
      }
    }
    return new RankDistribution(declaredRanks, nextBelow, timesAtRank, timesAboveNext, count);
  }

  /**
   * This tally and another one of the same {@link RankDraws}.
   *
   * @throws IllegalArgumentException if the units' declared ranks differ
   */
  public RankDistribution plus(RankDistribution other) {
    if (!Arrays.equals(declaredRanks, other.declaredRanks)) {
      throw new IllegalArgumentException("these are tallies of different units or weights");
    }
    var sums = new int[timesAtRank.length][];
    Arrays.setAll(sums, unit -> sum(timesAtRank[unit], other.timesAtRank[unit]));
    return new RankDistribution(
        declaredRanks,
        nextBelow,
        sums,
        sum(timesAboveNext, other.timesAboveNext),
        draws + other.draws);
  }

  /** Number of draws tallied. */
  public int draws() {
    return draws;
  }

  /** Rank with the declared weights; {@link CompetitionRanks#UNRANKED} if observed in no leaf. */
  public int declaredRank(int unit) {
    return declaredRanks[unit];
  }

  /**
   * The smallest rank that, or a better one, the unit took in at least a share of the draws (R's
   * {@code quantile} of type 1): always a rank that occurred.
   *
   * @param share 0.05, 0.5 for the median, 0.95, …
   * @return {@link CompetitionRanks#UNRANKED} for a unit observed in no leaf
   * @throws IllegalArgumentException if {@code share} does not lie between 0 and 1
   */
  public int percentile(int unit, double share) {
    Arguments.share(share, "share");
    // 0.07 × 100 is a little above 7: rounding must not ask for one more draw.
    double needed = share * draws * (1 - 1e-12);
    int rank = 0;
    long times = timesAtRank[unit][0];
    while (times < needed) {
      rank++;
      times += timesAtRank[unit][rank];
    }
    return rank;
  }

  /** Share of the draws, 0 to 1, in which the unit is among the first {@code k}. */
  public double shareInTop(int unit, int k) {
    int last = Math.min(k, timesAtRank.length);
    return IntStream.rangeClosed(1, last).map(rank -> timesAtRank[unit][rank]).sum()
        / (double) draws;
  }

  /** The unit that follows in the declared order, ties in the order given; empty for the last. */
  public OptionalInt nextBelow(int unit) {
    return nextBelow[unit] == NONE ? OptionalInt.empty() : OptionalInt.of(nextBelow[unit]);
  }

  /**
   * Share of the draws, 0 to 1, in which the unit ranks above the one that follows in the declared
   * order; a tie is not above. Empty for the last unit.
   */
  public OptionalDouble shareAboveNext(int unit) {
    return nextBelow[unit] == NONE
        ? OptionalDouble.empty()
        : OptionalDouble.of(timesAboveNext[unit] / (double) draws);
  }

  private static int[] nextBelow(int[] ranks) {
    var order =
        IntStream.range(0, ranks.length)
            .filter(unit -> ranks[unit] != CompetitionRanks.UNRANKED)
            .boxed()
            .sorted(Comparator.comparingInt(unit -> ranks[unit]))
            .mapToInt(Integer::intValue)
            .toArray();
    var next = new int[ranks.length];
    Arrays.fill(next, NONE);
    for (int i = 0; i + 1 < order.length; i++) {
      next[order[i]] = order[i + 1];
    }
    return next;
  }

  private static int[] sum(int[] left, int[] right) {
    var sum = new int[left.length];
    Arrays.setAll(sum, i -> left[i] + right[i]);
    return sum;
  }
}
