package dev.tidemark.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each leaf contributed to the change of the root of one unit, in four steps from the earlier
 * published score to the later: the leaves only the earlier period has are left out (coverage), the
 * later weights are put in place of the earlier ones (weights), the scores change (scores), the
 * leaves only the later period has come in (coverage).
 *
 * <p>In a step that changes weights a leaf contributes its new weight less its old one, times how
 * far its score lies from the middle of the root's two scores: to give weight to a leaf above it
 * lifts the root. In the step that changes scores it contributes its change times its effective
 * weight, averaged along the straight way between the scores (Aumann and Shapley), which for
 * arithmetic means is the weight itself. What other means leave over is shared out in proportion,
 * so that every step adds up.
 *
 * @see <a href="https://doi.org/10.1515/9781400867080">Aumann and Shapley, Values of Non-Atomic
 *     Games (1974)</a>
 */
final class LeafContributions {
  static final int SCORE = 0;
  static final int WEIGHT = 1;
  static final int COVERAGE = 2;
  static final int PARTS = 3;

  private final Map<String, double[]> parts = new LinkedHashMap<>();
  private final double middle;

  private LeafContributions(double middle) {
    this.middle = middle;
  }

  /**
   * Takes the root's change apart.
   *
   * @param change of a unit whose root both periods published
   * @return points by leaf id and part, which sum to the parts of {@link UnitChange#effects}
   */
  static Map<String, double[]> of(UnitChange change) {
    double from = change.publishedBefore(0);
    double to = change.publishedAfter(0);
    var contributions = new LeafContributions((from + to) / 2);
    var earlier = change.match().earlier();
    var later = change.match().later();
    var first = Step.of(earlier, change.publishedEarlier());
    var last = Step.of(later, change.publishedLater());
    if (Double.isNaN(change.commonBefore()[0])) {
      contributions.reweigh(first, last, COVERAGE);
      return contributions.parts;
    }
    var common = Step.of(earlier, change.commonEarlier());
    var start = Double.isNaN(common.root) ? first : common;
    var reweighed = Step.of(later, change.commonBefore());
    var changed = Step.of(later, change.commonAfter());
    contributions.reweigh(first, start, COVERAGE);
    contributions.reweigh(start, reweighed, WEIGHT);
    contributions.reweigh(changed, last, COVERAGE);
    contributions.move(reweighed, changed, change.effects(0).score());
    return contributions.parts;
  }

  /** A tree, the leaf scores that count in its root's, and the root's. */
  private static final class Step {
    private final NodeTree tree;
    private final double[] leafScores;
    private final double root;

    private Step(NodeTree tree, double[] leafScores, double root) {
      this.tree = tree;
      this.leafScores = leafScores;
      this.root = root;
    }

    static Step of(NodeTree tree, double[] scores) {
      return new Step(tree, tree.counting(0, scores), scores[0]);
    }

    /** Effective weight and score of each leaf. */
    Map<String, double[]> effective() {
      var gradient = Gradient.of(tree, 0, tree.scores(leafScores));
      var leaves = new LinkedHashMap<String, double[]>();
      for (int leaf : tree.leavesOf(0)) {
        if (!Double.isNaN(leafScores[leaf])) {
          leaves.put(tree.id(leaf), new double[] {gradient[leaf], leafScores[leaf]});
        }
      }
      return leaves;
    }
  }

  private void reweigh(Step from, Step to, int part) {
    var leaving = from.effective();
    var entering = to.effective();
    boolean isUnchanged =
        leaving.keySet().equals(entering.keySet())
            && leaving.entrySet().stream()
                .allMatch(leaf -> Arrays.equals(leaf.getValue(), entering.get(leaf.getKey())));
    double change = UnitChange.exact(to.root - from.root);
    if (isUnchanged && change == 0) {
      return;
    }
    var raw = new LinkedHashMap<String, Double>();
    leaving.forEach((leaf, ws) -> raw.merge(leaf, -ws[0] * (ws[1] - middle), Double::sum));
    entering.forEach((leaf, ws) -> raw.merge(leaf, ws[0] * (ws[1] - middle), Double::sum));
    share(raw, change, part);
  }

  private void move(Step before, Step after, double change) {
    var tree = after.tree;
    var weights = PathWeights.of(tree, 0, before.leafScores, after.leafScores);
    var raw = new LinkedHashMap<String, Double>();
    for (int leaf : tree.leavesOf(0)) {
      if (!Double.isNaN(after.leafScores[leaf])) {
        raw.put(tree.id(leaf), weights[leaf] * (after.leafScores[leaf] - before.leafScores[leaf]));
      }
    }
    share(raw, change, SCORE);
  }

  /** Adds raw contributions, and what they miss of the sum in proportion to their sizes. */
  private void share(Map<String, Double> raw, double sum, int part) {
    double missing = sum - raw.values().stream().mapToDouble(Double::doubleValue).sum();
    double size = raw.values().stream().mapToDouble(Math::abs).sum();
    raw.forEach(
        (leaf, points) -> {
          double slice = size == 0 ? 1.0 / raw.size() : Math.abs(points) / size;
          parts.computeIfAbsent(leaf, id -> new double[PARTS])[part] += points + missing * slice;
        });
  }
}
