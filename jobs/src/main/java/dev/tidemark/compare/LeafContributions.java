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

  private LeafContributions() {}

  /**
   * Takes the root's change apart.
   *
   * @param publishedBefore the earlier period's scores by node of its tree, NaN for none; the root
   *     has one
   * @param publishedAfter the later period's scores likewise
   * @return points by leaf id and part
   */
  static Map<String, double[]> of(
      NodeTree earlier, double[] publishedBefore, NodeTree later, double[] publishedAfter) {
    var before = counted(earlier, publishedBefore);
    var after = counted(later, publishedAfter);
    var contributions = new LeafContributions();
    double middle = (before[0] + after[0]) / 2;
    var commonEarlier = common(earlier, before, later, after);
    var commonLater = common(later, after, earlier, before);
    var published = new Step(earlier, before, before[0]);
    var reached = new Step(later, after, after[0]);
    double[] onEarlier = earlier.scores(commonEarlier);
    if (Double.isNaN(onEarlier[0])) {
      contributions.reweigh(published, reached, middle, COVERAGE);
      return contributions.parts;
    }
    var start = renumbered(before, earlier, later, commonLater);
    double[] onLater = later.scores(start);
    double[] changed = later.scores(commonLater);
    var withoutOthers = new Step(earlier, commonEarlier, onEarlier[0]);
    var reweighed = new Step(later, start, onLater[0]);
    contributions.reweigh(published, withoutOthers, middle, COVERAGE);
    contributions.reweigh(withoutOthers, reweighed, middle, WEIGHT);
    contributions.move(later, start, commonLater, changed[0] - onLater[0]);
    contributions.reweigh(new Step(later, commonLater, changed[0]), reached, middle, COVERAGE);
    return contributions.parts;
  }

  /** A tree with some leaf scores, and the root's score that comes of them. */
  private static final class Step {
    private final NodeTree tree;
    private final double[] leafScores;
    private final double root;

    Step(NodeTree tree, double[] leafScores, double root) {
      this.tree = tree;
      this.leafScores = leafScores;
      this.root = root;
    }

    Map<String, double[]> effective() {
      var scores = tree.scores(leafScores);
      var gradient = tree.gradient(0, scores);
      var leaves = new LinkedHashMap<String, double[]>();
      for (int leaf : tree.leavesOf(0)) {
        if (!Double.isNaN(scores[leaf])) {
          leaves.put(tree.id(leaf), new double[] {gradient[leaf], scores[leaf]});
        }
      }
      return leaves;
    }
  }

  private void reweigh(Step from, Step to, double middle, int part) {
    var leaving = from.effective();
    var entering = to.effective();
    var raw = new LinkedHashMap<String, Double>();
    leaving.forEach((leaf, ws) -> raw.merge(leaf, -ws[0] * (ws[1] - middle), Double::sum));
    entering.forEach((leaf, ws) -> raw.merge(leaf, ws[0] * (ws[1] - middle), Double::sum));
    boolean isUnchanged =
        leaving.keySet().equals(entering.keySet())
            && leaving.entrySet().stream()
                .allMatch(leaf -> Arrays.equals(leaf.getValue(), entering.get(leaf.getKey())));
    share(raw, isUnchanged ? 0 : to.root - from.root, part);
  }

  private void move(NodeTree tree, double[] before, double[] after, double change) {
    var weights = PathWeights.of(tree, 0, before, after);
    var raw = new LinkedHashMap<String, Double>();
    for (int leaf : tree.leavesOf(0)) {
      if (!Double.isNaN(after[leaf])) {
        raw.put(tree.id(leaf), weights[leaf] * (after[leaf] - before[leaf]));
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

  /**
   * Scores without those of leaves below a node that has none, since they do not reach the root.
   */
  private static double[] counted(NodeTree tree, double[] scores) {
    var counted = scores.clone();
    for (int node = 1; node < counted.length; node++) {
      counted[node] = Double.isNaN(counted[tree.parent(node)]) ? Double.NaN : counted[node];
    }
    return counted;
  }

  /** The leaf scores of one tree that the other period has, too. */
  private static double[] common(
      NodeTree tree, double[] scores, NodeTree otherTree, double[] otherScores) {
    var common = new double[tree.size()];
    Arrays.fill(common, Double.NaN);
    for (int leaf : tree.leavesOf(0)) {
      int other = otherTree.number(tree.id(leaf));
      if (other >= 0 && otherTree.isLeaf(other) && !Double.isNaN(otherScores[other])) {
        common[leaf] = scores[leaf];
      }
    }
    return common;
  }

  private static double[] renumbered(
      double[] scores, NodeTree ofTree, NodeTree toTree, double[] where) {
    var renumbered = new double[toTree.size()];
    Arrays.fill(renumbered, Double.NaN);
    for (int leaf : toTree.leavesOf(0)) {
      if (!Double.isNaN(where[leaf])) {
        renumbered[leaf] = scores[ofTree.number(toTree.id(leaf))];
      }
    }
    return renumbered;
  }
}
