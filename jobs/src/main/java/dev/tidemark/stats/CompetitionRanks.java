package dev.tidemark.stats;

import java.util.Arrays;

/** Standard competition ranking ("1224"): the highest is 1, ties share the smaller rank. */
public final class CompetitionRanks {
  /** The rank of what has no score. */
  public static final int UNRANKED = 0;

  private CompetitionRanks() {}

  /**
   * Ranks scores from the highest down.
   *
   * @param scores any finite numbers; {@link Double#NaN} where there is no score
   * @return one rank for each score, from 1; {@link #UNRANKED} for NaN
   * @throws NullPointerException if {@code scores} is null
   */
  public static int[] of(double[] scores) {
    var ascending =
        Arrays.stream(scores)
            .filter(score -> !Double.isNaN(score))
            .map(CompetitionRanks::unsigned)
            .sorted()
            .toArray();
    var ranks = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      ranks[i] = Double.isNaN(scores[i]) ? UNRANKED : 1 + above(ascending, unsigned(scores[i]));
    }
    return ranks;
  }

  /** How many of the sorted values are above one of them. */
  static int above(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return ascending.length - low;
  }

  /** Makes −0.0 equal 0.0, which sorting would hold apart. */
  private static double unsigned(double score) {
    return score + 0.0;
  }
}
