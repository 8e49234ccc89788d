package dev.tidemark.issues;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which numbers hang together, each group led by its smallest (union-find, halving paths). */
final class Groups {
  private final int[] parents;

  Groups(int size) {
    parents = IntStream.range(0, size).toArray();
  }

  /** The smallest of a number's group. */
  int of(int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Puts two groups together. */
  void join(int one, int other) {
    int a = of(one);
    int b = of(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** Every group, in ascending order of its smallest number, each ascending. */
  List<List<Integer>> all() {
    var groups = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < parents.length; i++) {
      groups.computeIfAbsent(of(i), any -> new ArrayList<>()).add(i);
    }
    return List.copyOf(groups.values());
  }
}
