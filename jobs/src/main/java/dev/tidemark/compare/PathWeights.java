package dev.tidemark.compare;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * How much a node moves for each point a leaf moves, averaged along the straight way from the
 * leaves' earlier scores to their later ones. Weights times changes sum to the node's change:
 * exactly for arithmetic means, to the quadrature's error for others.
 */
final class PathWeights {
  private static final int QUADRATURE_POINTS = 32;

  private PathWeights() {}

  /**
   * Averages the node's gradient.
   *
   * @param before leaf scores by node number, points; NaN in the same places as {@code after}
   * @return by node number; 0 for leaves that are not below {@code node} or have no score
   */
  static double[] of(NodeTree tree, int node, double[] before, double[] after) {
    if (tree.isLinear(node)) {
      return Gradient.of(tree, node, tree.scores(after));
    }
    var weights = new double[tree.size()];
    var rule = new GaussIntegratorFactory().legendre(QUADRATURE_POINTS, 0, 1);
    for (int i = 0; i < rule.getNumberOfPoints(); i++) {
      double t = rule.getPoint(i);
      var between = new double[tree.size()];
      for (int leaf = 0; leaf < between.length; leaf++) {
        between[leaf] = before[leaf] + t * (after[leaf] - before[leaf]);
      }
      var gradient = Gradient.of(tree, node, tree.scores(between));
      for (int leaf = 0; leaf < weights.length; leaf++) {
        weights[leaf] += rule.getWeight(i) * gradient[leaf];
      }
    }
    return weights;
  }
}
