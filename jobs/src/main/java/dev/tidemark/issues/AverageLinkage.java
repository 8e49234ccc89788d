package dev.tidemark.issues;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Groups whose members are alike on average: of all pairs of groups the most alike are joined, as
 * long as they are alike enough (Sokal and Michener 1958), found along chains of nearest neighbours
 * (Murtagh 1983) in quadratic time.
 */
final class AverageLinkage {
  private final double[][] likeness;
  private final int[] sizes;
  private final Groups groups;

  private AverageLinkage(double[][] likeness) {
    this.likeness = likeness;
    sizes = IntStream.range(0, likeness.length).map(i -> 1).toArray();
    groups = new Groups(likeness.length);
  }

  /**
   * Joins.
   *
   * @param likeness of each pair, symmetric; used up
   * @param least mean likeness of two groups that are one
   */
  static Groups of(double[][] likeness, double least) {
    var linkage = new AverageLinkage(likeness);
    linkage.join(least);
    return linkage.groups;
  }

  private void join(double least) {
    Deque<Integer> chain = new ArrayDeque<>();
    for (int start = 0; start < sizes.length; start++) {
      while (sizes[start] > 0) {
        if (chain.isEmpty()) {
          chain.push(start);
        }
        int top = chain.pop();
        int before = chain.isEmpty() ? -1 : chain.peek();
        int nearest = nearest(top, before);
        if (nearest < 0 || likeness[top][nearest] < least) {
          // Nothing is near enough to it, nor will be: a mean never exceeds its parts.
          sizes[top] = -sizes[top];
        } else if (nearest == before) {
          chain.pop();
          merge(Math.min(top, nearest), Math.max(top, nearest));
        } else {
          chain.push(top);
          chain.push(nearest);
        }
      }
      chain.clear();
    }
  }

  /** The open group most like one; of equal ones the one before in the chain, then the first. */
  private int nearest(int one, int before) {
    int nearest = before;
    for (int other = 0; other < sizes.length; other++) {
      if (other != one
          && sizes[other] > 0
          && (nearest < 0 || likeness[one][other] > likeness[one][nearest])) {
        nearest = other;
      }
    }
    return nearest;
  }

  private void merge(int into, int from) {
    int a = sizes[into];
    int b = sizes[from];
    for (int other = 0; other < sizes.length; other++) {
      double mean = (a * likeness[into][other] + b * likeness[from][other]) / (a + b);
      likeness[into][other] = mean;
      likeness[other][into] = mean;
    }
    sizes[into] = a + b;
    sizes[from] = 0;
    groups.join(into, from);
  }
}
