package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.leaf;
import static dev.tidemark.compare.Trees.root;

import dev.tidemark.framework.Aggregate;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 40 units in two groups, more than are flipped exactly, on 39 nodes, more than one task takes. */
final class ManyUnits {
  static final int LEAVES = 38;
  static final int UNITS = 40;

  private static final NodeTree TREE =
      new NodeTree(
          Stream.concat(
                  Stream.of(root("index", Aggregate.ARITHMETIC)),
                  IntStream.range(0, LEAVES).mapToObj(i -> leaf("L" + i, "index", 1.0 / LEAVES)))
              .toList());

  private ManyUnits() {}

  /** Two periods of them. */
  static PairedScores pair() {
    return PairedScores.of(period("P1", 0), period("P2", 1));
  }

  private static PeriodScores period(String id, int shift) {
    var scores = new double[UNITS][];
    for (int unit = 0; unit < UNITS; unit++) {
      var leaves = new double[1 + LEAVES];
      for (int leaf = 1; leaf <= LEAVES; leaf++) {
        leaves[leaf] = 50 + 10 * Math.sin(unit + leaf) + shift * 3 * Math.cos(7.0 * unit + leaf);
      }
      scores[unit] = TREE.scores(leaves);
    }
    return Trees.period(
        id,
        "1",
        TREE,
        IntStream.range(0, UNITS).mapToObj(i -> "U" + i).toList(),
        IntStream.range(0, UNITS)
            .mapToObj(i -> Map.of("half", i % 2 == 0 ? "even" : "odd"))
            .toList(),
        scores);
  }
}
