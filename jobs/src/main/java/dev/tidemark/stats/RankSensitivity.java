package dev.tidemark.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Which uncertain choice moves a ranking most: a weight, the kind of mean, or the normalisation.
 *
 * @param indices Sobol' indices of the mean shift: of the weight groups in their order, then of the
 *     kind of mean, then of the normalisation
 */
public record RankSensitivity(SobolIndices indices) {
  /** In {@code groups}: the node keeps its declared weight. */
  public static final int FIXED = -1;

  /**
   * Indices of the mean over units of |rank − declared rank|.
   *
   * @param trees the declared tree first, then the same nodes and weights with other kinds of mean;
   *     each is equally likely
   * @param scores the declared scores first, then the same units and leaves normalised otherwise;
   *     each is equally likely
   * @param groups per node the weight group, 0, 1, …, or {@link #FIXED}; weights of a group are
   *     multiplied by one factor, so a group must not hold all siblings
   * @param spread 0.25 for factors uniform within ±25 %
   * @param points as {@link SobolIndices#of}
   * @return {@link NotTestable} if no choice changes any rank
   * @throws IllegalArgumentException if trees, scores and groups do not fit each other, or {@code
   *     spread} or {@code points} is outside its range
   * @see <a href="https://doi.org/10.1111/j.1467-985X.2005.00350.x">Saisana, Saltelli and
   *     Tarantola, JRSS A 168 (2005)</a>
   */
  public static Outcome<RankSensitivity> of(
      List<WeightTree> trees,
      List<LeafScores> scores,
      int[] groups,
      double spread,
      int points,
      long seed) {
    Arguments.share(spread, "spread");
    var tree = trees.get(0);
    if (groups.length != tree.nodes()) {
      throw new IllegalArgumentException(
          "%d groups for %d nodes".formatted(groups.length, tree.nodes()));
    }
    if (trees.stream().anyMatch(other -> other.nodes() != tree.nodes())
        || scores.stream().anyMatch(other -> other.units() != scores.get(0).units())) {
      throw new IllegalArgumentException("trees differ in nodes, or scores in units");
    }
    int groupCount = 0;
    for (int group : groups) {
      groupCount = Math.max(groupCount, Arguments.atLeast(FIXED, group, "a group") + 1);
    }
    var model = new Shift(trees, scores, groups, groupCount, spread);
    var indices = SobolIndices.of(model, groupCount + 2, points, seed);
    return indices
        .result()
        .<Outcome<RankSensitivity>>map(result -> new Tested<>(new RankSensitivity(result)))
        .orElseGet(() -> new NotTestable<>(indices.reason().orElseThrow()));
  }

  /** Indices of a weight group. */
  public SobolIndices.Factor weights(int group) {
    return indices.factors().get(group);
  }

  /** Indices of the kind of mean. */
  public SobolIndices.Factor mean() {
    return indices.factors().get(indices.factors().size() - 2);
  }

  /** Indices of the normalisation. */
  public SobolIndices.Factor normalisation() {
    return indices.factors().get(indices.factors().size() - 1);
  }

  /** The mean rank shift at a point: factors of the groups, the tree, the scores. */
  private static final class Shift implements ToDoubleFunction<double[]> {
    private final List<List<WeightedRanks>> alternatives = new ArrayList<>();
    private final WeightTree tree;
    private final int[] groups;
    private final int groupCount;
    private final double spread;
    private final int[] declared;
    private final double[] weights;
    private final int[] ranks;

    Shift(
        List<WeightTree> trees,
        List<LeafScores> scores,
        int[] groups,
        int groupCount,
        double spread) {
      this.tree = trees.get(0);
      for (var alternative : trees) {
        alternatives.add(
            scores.stream().map(leafScores -> WeightedRanks.of(alternative, leafScores)).toList());
      }
      this.groups = groups;
      this.groupCount = groupCount;
      this.spread = spread;
      declared = alternatives.get(0).get(0).declared();
      weights = new double[tree.nodes()];
      ranks = new int[declared.length];
    }

    @Override
    public double applyAsDouble(double[] point) {
      for (int node = 0; node < weights.length; node++) {
        weights[node] = tree.share(node);
        if (groups[node] != FIXED) {
          weights[node] *= 1 + spread * (2 * point[groups[node]] - 1);
        }
      }
      var ofTree = alternatives.get(SobolIndices.level(point[groupCount], alternatives.size()));
      ofTree.get(SobolIndices.level(point[groupCount + 1], ofTree.size())).fill(weights, ranks);
      double shift = 0;
      for (int unit = 0; unit < ranks.length; unit++) {
        shift += Math.abs(ranks[unit] - declared[unit]);
      }
      return shift / ranks.length;
    }
  }
}
