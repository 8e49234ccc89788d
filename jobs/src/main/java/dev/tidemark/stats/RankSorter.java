package dev.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Competition ranks of many score vectors of the same units, without allocation. Neighbouring draws
 * order units much alike: few units are sorted by insertion into the order of the draw before,
 * which costs little more than one pass; many units by the library's sort.
 */
final class RankSorter {
  private static final int FEW = 200;

  private final int[] order;
  private final double[] sorted;

  private RankSorter(int[] order) {
    this.order = order;
    this.sorted = new double[order.length];
  }

  /** For units of which those observed in no leaf get no rank. */
  static RankSorter of(LeafScores scores) {
    return new RankSorter(IntStream.range(0, scores.units()).filter(scores::isObserved).toArray());
  }

  /**
   * Ranks one vector.
   *
   * @param values score of unit u at u × stride + offset
   * @param ranks receives one rank per unit, from 1 for the highest; {@link
   *     CompetitionRanks#UNRANKED} for units that get none
   */
  void rank(double[] values, int offset, int stride, int[] ranks) {
    Arrays.fill(ranks, CompetitionRanks.UNRANKED);
    if (order.length <= FEW) {
      insert(values, offset, stride);
      assign(ranks);
    } else {
      for (int i = 0; i < order.length; i++) {
        sorted[i] = values[order[i] * stride + offset];
      }
      Arrays.sort(sorted);
      for (int unit : order) {
        ranks[unit] = 1 + CompetitionRanks.above(sorted, values[unit * stride + offset]);
      }
    }
  }

  private void insert(double[] values, int offset, int stride) {
    for (int i = 0; i < order.length; i++) {
      int unit = order[i];
      double value = values[unit * stride + offset];
      int slot = i;
      while (slot > 0 && sorted[slot - 1] < value) {
        sorted[slot] = sorted[slot - 1];
        order[slot] = order[slot - 1];
        slot--;
      }
      sorted[slot] = value;
      order[slot] = unit;
    }
  }

  private void assign(int[] ranks) {
    int rank = 1;
    for (int i = 0; i < order.length; i++) {
      if (i > 0 && sorted[i] < sorted[i - 1]) {
        rank = i + 1;
      }
      ranks[order[i]] = rank;
    }
  }
}
