package dev.tidemark.compare;

import java.util.Arrays;

/** How much a node moves for each point a node below it moves. */
final class Gradient {
  private Gradient() {}

  /**
   * The derivatives of a node's score: for arithmetic means effective weights, those of siblings
   * without a score shared out.
   *
   * @param node the node that moves
   * @param scores of every node, see {@link NodeTree#scores}
   * @return by node number, for the nodes at or below {@code node}; 0 elsewhere, where there is no
   *     score, and at a score of 0 below a geometric or harmonic mean, where none exists
   */
  static double[] of(NodeTree tree, int node, double[] scores) {
    var gradient = new double[tree.size()];
    if (Double.isNaN(scores[node])) {
      return gradient;
    }
    gradient[node] = 1;
    for (int at = node; at < tree.size(); at++) {
      if (gradient[at] != 0 && !tree.isLeaf(at)) {
        spread(tree, at, scores, gradient);
      }
    }
    return gradient;
  }

  private static void spread(NodeTree tree, int node, double[] scores, double[] gradient) {
    double present =
        Arrays.stream(tree.children(node))
            .filter(child -> !Double.isNaN(scores[child]))
            .mapToDouble(tree::share)
            .sum();
    for (int child : tree.children(node)) {
      if (!Double.isNaN(scores[child])) {
        double share = tree.share(child) / present;
        gradient[child] = gradient[node] * share * slope(tree, node, scores[node], scores[child]);
      }
    }
  }

  /** Derivative of a mean by one of its scores, for a share of 1. */
  private static double slope(NodeTree tree, int node, double mean, double score) {
    double ratio = score == 0 ? 0 : mean / score;
    return switch (tree.mean(node)) {
      case ARITHMETIC -> 1;
      case GEOMETRIC -> ratio;
      case HARMONIC -> ratio * ratio;
    };
  }
}
