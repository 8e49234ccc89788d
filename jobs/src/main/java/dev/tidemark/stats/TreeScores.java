package dev.tidemark.stats;

import java.util.Arrays;
import java.util.List;

/** Scores of a tree with geometric or harmonic means, node by node from the leaves to the root. */
final class TreeScores extends PerturbedScores {
  private final List<LeafScores.Pattern> patterns;
  private final List<boolean[]> present;
  private final double[] sums;
  private final double[] values;

  TreeScores(WeightTree tree, LeafScores leafScores, int lanes) {
    super(tree, leafScores, lanes);
    patterns = leafScores.patterns();
    present = patterns.stream().map(this::present).toList();
    sums = new double[tree.nodes() * lanes];
    values = new double[tree.nodes() * lanes];
  }

  @Override
  void fill(double[] weights, double[] scores) {
    for (int i = 0; i < patterns.size(); i++) {
      sumOfChildren(present.get(i), weights, sums);
      for (int unit : patterns.get(i).units()) {
        climb(unit, patterns.get(i), present.get(i), weights);
        System.arraycopy(values, 0, scores, unit * lanes, lanes);
      }
    }
  }

  private void climb(int unit, LeafScores.Pattern pattern, boolean[] present, double[] weights) {
    Arrays.fill(values, 0);
    for (int leaf : pattern.leaves()) {
      int own = tree.nodeOfLeaf(leaf) * lanes;
      Arrays.fill(values, own, own + lanes, leafScores.score(unit, leaf));
    }
    // Children stand behind their parents: going back, a node is finished when it is met.
    for (int node = tree.nodes() - 1; node >= 0; node--) {
      if (present[node]) {
        if (!tree.isLeaf(node)) {
          finish(node * lanes, tree.mean(node));
        }
        if (node > 0) {
          addToParent(node, weights);
        }
      }
    }
  }

  /** Turns the sum over children of share × f(score) into the mean: the inverse of f. */
  private void finish(int own, WeightTree.Mean mean) {
    for (int d = own; d < own + lanes; d++) {
      values[d] =
          switch (mean) {
            case ARITHMETIC -> values[d];
            case GEOMETRIC -> Math.exp(values[d]);
            case HARMONIC -> 1 / values[d];
          };
    }
  }

  /** A score of 0 is −∞ as a logarithm and ∞ as an inverse, which make the parent 0. */
  private void addToParent(int node, double[] weights) {
    int own = node * lanes;
    int parent = tree.parent(node) * lanes;
    var mean = tree.mean(tree.parent(node));
    for (int d = 0; d < lanes; d++) {
      double term =
          switch (mean) {
            case ARITHMETIC -> values[own + d];
            case GEOMETRIC -> Math.log(values[own + d]);
            case HARMONIC -> 1 / values[own + d];
          };
      values[parent + d] += weights[own + d] / sums[parent + d] * term;
    }
  }
}
