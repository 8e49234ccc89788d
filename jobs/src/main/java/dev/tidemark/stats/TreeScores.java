package dev.tidemark.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Scores of a tree with geometric or harmonic means, node by node from the leaves to the root. A
 * mean is the inverse of f applied to the sum of share × f(score); f of the leaves is taken once.
 */
final class TreeScores extends PerturbedScores {
  private final List<LeafScores.Pattern> patterns;
  private final List<boolean[]> present;
  private final double[][] leafTerms;
  private final double[] shares;
  private final double[] sums;

  TreeScores(WeightTree tree, LeafScores leafScores, int lanes) {
    super(tree, leafScores, lanes);
    patterns = leafScores.patterns();
    present = patterns.stream().map(this::present).toList();
    leafTerms = new double[leafScores.units()][leafScores.leaves()];
    for (var pattern : patterns) {
      for (int unit : pattern.units()) {
        for (int leaf : pattern.leaves()) {
          var mean = tree.mean(tree.parent(tree.nodeOfLeaf(leaf)));
          leafTerms[unit][leaf] = term(mean, leafScores.score(unit, leaf));
        }
      }
    }
    shares = new double[tree.nodes() * lanes];
    sums = new double[tree.nodes() * lanes];
  }

  @Override
  void fill(double[] weights, double[] scores) {
    for (int i = 0; i < patterns.size(); i++) {
      fillShares(present.get(i), weights, shares);
      for (int unit : patterns.get(i).units()) {
        climb(unit, present.get(i));
        System.arraycopy(sums, 0, scores, unit * lanes, lanes);
      }
    }
  }

  private void climb(int unit, boolean[] present) {
    Arrays.fill(sums, 0);
    // Children stand behind their parents: going back, a node is complete when it is met.
    for (int node = tree.nodes() - 1; node > 0; node--) {
      if (present[node]) {
        if (tree.isLeaf(node)) {
          addLeaf(node, leafTerms[unit][tree.leafOfNode(node)]);
        } else {
          addComposite(node);
        }
      }
    }
    for (int d = 0; d < lanes; d++) {
      sums[d] = score(tree.mean(0), sums[d]);
    }
  }

  private void addLeaf(int node, double term) {
    int own = node * lanes;
    int parent = tree.parent(node) * lanes;
    for (int d = 0; d < lanes; d++) {
      sums[parent + d] += shares[own + d] * term;
    }
  }

  private void addComposite(int node) {
    int own = node * lanes;
    int parent = tree.parent(node) * lanes;
    var mean = tree.mean(node);
    var meanOfParent = tree.mean(tree.parent(node));
    if (mean == meanOfParent) {
      for (int d = 0; d < lanes; d++) {
        sums[parent + d] += shares[own + d] * sums[own + d];
      }
    } else {
      for (int d = 0; d < lanes; d++) {
        sums[parent + d] += shares[own + d] * term(meanOfParent, score(mean, sums[own + d]));
      }
    }
  }

  /** f: a score of 0 is −∞ as a logarithm and ∞ as an inverse, which make the parent 0. */
  private static double term(WeightTree.Mean mean, double score) {
    return switch (mean) {
      case ARITHMETIC -> score;
      case GEOMETRIC -> Math.log(score);
      case HARMONIC -> 1 / score;
    };
  }

  /** The inverse of f. */
  private static double score(WeightTree.Mean mean, double sum) {
    return switch (mean) {
      case ARITHMETIC -> sum;
      case GEOMETRIC -> Math.exp(sum);
      case HARMONIC -> 1 / sum;
    };
  }
}
