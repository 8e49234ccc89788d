package dev.tidemark.stats;

import java.util.Arrays;

/**
 * How central each node of a weighted, undirected graph is: the share of time a walker spends there
 * who follows edges by their weight and begins anew, anywhere, now and then.
 */
public final class PageRank {
  /** Chance to follow an edge. */
  private static final double DAMPING = 0.85;

  private static final double TOLERANCE = 1e-12;
  private static final int MOST_STEPS = 500;

  private PageRank() {}

  /**
   * Ranks nodes.
   *
   * @param n number of nodes, from 0
   * @param from one end of each edge, 0 to n − 1
   * @param to its other end; an edge given twice weighs twice
   * @param weights of the edges, above 0
   * @return one share for each node; they sum to 1. A node without edges has what beginning anew
   *     gives it
   * @throws IllegalArgumentException if lengths differ, an end is no node or a weight is not above
   *     0
   * @see <a href="http://ilpubs.stanford.edu:8090/422/">Page, Brin, Motwani and Winograd (1999)</a>
   */
  public static double[] of(int n, int[] from, int[] to, double[] weights) {
    if (from.length != to.length || from.length != weights.length) {
      throw new IllegalArgumentException(
          "%d and %d ends, %d weights".formatted(from.length, to.length, weights.length));
    }
    var strength = new double[n];
    for (int e = 0; e < weights.length; e++) {
      if (!(weights[e] > 0 && weights[e] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a weight must be above 0, is " + weights[e]);
      }
      if (from[e] < 0 || from[e] >= n || to[e] < 0 || to[e] >= n) {
        throw new IllegalArgumentException("an end must be a node, 0 to %d".formatted(n - 1));
      }
      strength[from[e]] += weights[e];
      strength[to[e]] += weights[e];
    }
    var ranks = new double[n];
    Arrays.fill(ranks, 1.0 / n);
    for (int step = 0; step < MOST_STEPS; step++) {
      var next = step(ranks, strength, from, to, weights);
      double moved = 0;
      for (int i = 0; i < n; i++) {
        moved += Math.abs(next[i] - ranks[i]);
      }
      ranks = next;
      if (moved < TOLERANCE) {
        break;
      }
    }
    return ranks;
  }

  private static double[] step(
      double[] ranks, double[] strength, int[] from, int[] to, double[] weights) {
    int n = ranks.length;
    double lost = 0;
    for (int i = 0; i < n; i++) {
      lost += strength[i] == 0 ? ranks[i] : 0;
    }
    var next = new double[n];
    Arrays.fill(next, (1 - DAMPING + DAMPING * lost) / n);
    for (int e = 0; e < weights.length; e++) {
      next[to[e]] += DAMPING * ranks[from[e]] * weights[e] / strength[from[e]];
      next[from[e]] += DAMPING * ranks[to[e]] * weights[e] / strength[to[e]];
    }
    return next;
  }
}
