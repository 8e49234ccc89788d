package dev.tidemark.stats;

/** Ranks of units under one set of weights after another. Not for use by two threads at once. */
final class WeightedRanks {
  private final WeightTree tree;
  private final PerturbedScores perturbed;
  private final double[] values;
  private final RankSorter sorter;

  private WeightedRanks(WeightTree tree, LeafScores scores) {
    this.tree = tree;
    perturbed = PerturbedScores.of(tree, scores, 1);
    values = new double[scores.units()];
    sorter = RankSorter.of(scores);
  }

  /**
   * Ranks of scores in the leaves of a tree.
   *
   * @throws IllegalArgumentException if the numbers of leaves differ, or a score is negative where
   *     a mean is geometric or harmonic
   */
  static WeightedRanks of(WeightTree tree, LeafScores scores) {
    if (tree.leaves() != scores.leaves()) {
      throw new IllegalArgumentException(
          "the tree has %d leaves, the scores have %d".formatted(tree.leaves(), scores.leaves()));
    }
    if (!tree.isLinear()) {
      scores.requireNotNegative();
    }
    return new WeightedRanks(tree, scores);
  }

  /** Ranks with the weights as declared. */
  int[] declared() {
    var weights = new double[tree.nodes()];
    for (int node = 0; node < weights.length; node++) {
      weights[node] = tree.share(node);
    }
    var ranks = new int[values.length];
    fill(weights, ranks);
    return ranks;
  }

  /**
   * Ranks with other weights.
   *
   * @param weights of nodes, above 0; siblings need not sum to 1
   * @param ranks receives one rank per unit
   */
  void fill(double[] weights, int[] ranks) {
    perturbed.fill(weights, values);
    sorter.rank(values, 0, 1, ranks);
  }
}
