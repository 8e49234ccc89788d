package dev.tidemark.stats;

import java.util.Arrays;

/**
 * Scores of the root for a block of weight draws. A number of row <i>r</i> (a node or a unit) and
 * draw <i>d</i> stands at <i>r</i> × {@link #lanes} + <i>d</i>: every inner loop runs over
 * neighbouring draws and becomes vector instructions, and nothing is allocated.
 */
abstract sealed class PerturbedScores permits LinearScores, TreeScores {
  final WeightTree tree;
  final LeafScores leafScores;

  /** Draws at once. */
  final int lanes;

  /** Per node, the weight of its present children. */
  private final double[] siblings;

  PerturbedScores(WeightTree tree, LeafScores leafScores, int lanes) {
    this.tree = tree;
    this.leafScores = leafScores;
    this.lanes = lanes;
    this.siblings = new double[tree.nodes() * lanes];
  }

  /** The cheapest way to the scores that the means of the tree allow. */
  static PerturbedScores of(WeightTree tree, LeafScores leafScores, int lanes) {
    return tree.isLinear()
        ? new LinearScores(tree, leafScores, lanes)
        : new TreeScores(tree, leafScores, lanes);
  }

  /**
   * Scores of one block.
   *
   * @param weights of nodes × draws, above 0; siblings need not sum to 1
   * @param scores receives units × draws; what stands for a unit observed in no leaf is undefined
   */
  abstract void fill(double[] weights, double[] scores);

  /** Marks the nodes above observed leaves, which are the nodes that get a score. */
  boolean[] present(LeafScores.Pattern pattern) {
    var present = new boolean[tree.nodes()];
    for (int leaf : pattern.leaves()) {
      present[tree.nodeOfLeaf(leaf)] = true;
    }
    for (int node = tree.nodes() - 1; node > 0; node--) {
      present[tree.parent(node)] |= present[node];
    }
    return present;
  }

  /**
   * Rescales the weights of present siblings to sum to 1.
   *
   * @param shares receives nodes × draws; what stands for an absent node is undefined
   */
  void fillShares(boolean[] present, double[] weights, double[] shares) {
    Arrays.fill(siblings, 0);
    for (int node = 1; node < tree.nodes(); node++) {
      if (present[node]) {
        int own = node * lanes;
        int parent = tree.parent(node) * lanes;
        for (int d = 0; d < lanes; d++) {
          siblings[parent + d] += weights[own + d];
        }
      }
    }
    for (int node = 1; node < tree.nodes(); node++) {
      if (present[node]) {
        int own = node * lanes;
        int parent = tree.parent(node) * lanes;
        for (int d = 0; d < lanes; d++) {
          shares[own + d] = weights[own + d] / siblings[parent + d];
        }
      }
    }
  }
}
