package dev.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ranks from the lowest up, ties sharing the mean of theirs: R's default.
 *
 * @param ranks one rank per value, from 1, in halves; in the order of the values
 * @param tieTerm sum of t³ − t over the groups of t equal values; 0 without ties
 * @param kendallTieTerm sum of t(t − 1)(2t + 5) over the same groups
 */
@SuppressWarnings("ArrayRecordComponent")
record MidRanks(double[] ranks, double tieTerm, double kendallTieTerm) {
  /**
   * Ranks of values.
   *
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  static MidRanks of(double... values) {
    Arguments.finite(values, "values");
    var order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    var ranks = new double[values.length];
    double tieTerm = 0;
    double kendallTieTerm = 0;
    for (int first = 0, next; first < order.length; first = next) {
      next = first + 1;
      while (next < order.length && values[order[next]] == values[order[first]]) {
        next++;
      }
      double mean = (first + 1 + next) / 2.0;
      for (int i = first; i < next; i++) {
        ranks[order[i]] = mean;
      }
      double ties = next - first;
      tieTerm += ties * ties * ties - ties;
      kendallTieTerm += ties * (ties - 1) * (2 * ties + 5);
    }
    return new MidRanks(ranks, tieTerm, kendallTieTerm);
  }

  /** Whether two values are equal. */
  boolean tied() {
    return tieTerm > 0;
  }

  /** Whether all values are equal; true of fewer than two. */
  boolean allTied() {
    return Arrays.stream(ranks).distinct().limit(2).count() < 2;
  }
}
