package dev.tidemark.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Scores of a tree of arithmetic means: the tree is folded into one weight per leaf, once for all
 * units observed in the same leaves, and the rest is a matrix product.
 */
final class LinearScores extends PerturbedScores {
  private final List<LeafScores.Pattern> patterns;
  private final List<boolean[]> present;
  private final double[] effective;

  LinearScores(WeightTree tree, LeafScores leafScores, int lanes) {
    super(tree, leafScores, lanes);
    patterns = leafScores.patterns();
    present = patterns.stream().map(this::present).toList();
    effective = new double[tree.nodes() * lanes];
  }

  @Override
  void fill(double[] weights, double[] scores) {
    for (int i = 0; i < patterns.size(); i++) {
      foldWeights(present.get(i), weights);
      for (int unit : patterns.get(i).units()) {
        Arrays.fill(scores, unit * lanes, (unit + 1) * lanes, 0);
        addProduct(unit, patterns.get(i).leaves(), scores);
      }
    }
  }

  /** Weight of each present node in the whole index. */
  private void foldWeights(boolean[] present, double[] weights) {
    fillShares(present, weights, effective);
    Arrays.fill(effective, 0, lanes, 1);
    for (int node = 1; node < tree.nodes(); node++) {
      if (present[node]) {
        int own = node * lanes;
        int parent = tree.parent(node) * lanes;
        for (int d = 0; d < lanes; d++) {
          effective[own + d] *= effective[parent + d];
        }
      }
    }
  }

  /** Four leaves at a time, which spares three of four reads and writes of the sums. */
  private void addProduct(int unit, int[] leaves, double[] scores) {
    int target = unit * lanes;
    int i = 0;
    for (; i + 4 <= leaves.length; i += 4) {
      addFour(
          scores,
          target,
          leafScores.score(unit, leaves[i]),
          tree.nodeOfLeaf(leaves[i]) * lanes,
          leafScores.score(unit, leaves[i + 1]),
          tree.nodeOfLeaf(leaves[i + 1]) * lanes,
          leafScores.score(unit, leaves[i + 2]),
          tree.nodeOfLeaf(leaves[i + 2]) * lanes,
          leafScores.score(unit, leaves[i + 3]),
          tree.nodeOfLeaf(leaves[i + 3]) * lanes);
    }
    for (; i < leaves.length; i++) {
      double score = leafScores.score(unit, leaves[i]);
      int source = tree.nodeOfLeaf(leaves[i]) * lanes;
      for (int d = 0; d < lanes; d++) {
        scores[target + d] += score * effective[source + d];
      }
    }
  }

  private void addFour(
      double[] scores,
      int target,
      double score1,
      int source1,
      double score2,
      int source2,
      double score3,
      int source3,
      double score4,
      int source4) {
    for (int d = 0; d < lanes; d++) {
      scores[target + d] +=
          score1 * effective[source1 + d]
              + score2 * effective[source2 + d]
              + score3 * effective[source3 + d]
              + score4 * effective[source4 + d];
    }
  }
}
