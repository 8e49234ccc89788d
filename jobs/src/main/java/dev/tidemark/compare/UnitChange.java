package dev.tidemark.compare;

import java.io.Serializable;
import java.util.Arrays;

/** One unit's scores in two periods, by node of the later tree; NaN for none. */
final class UnitChange implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] before;
  private final double[] after;
  private final double[] commonBefore;
  private final double[] commonAfter;
  private final double[] publishedBefore;
  private final double[] publishedAfter;
  private final double[] weightEffect;

  private UnitChange(
      double[] before,
      double[] after,
      double[] commonBefore,
      double[] commonAfter,
      double[] publishedBefore,
      double[] publishedAfter,
      double[] weightEffect) {
    this.before = before;
    this.after = after;
    this.commonBefore = commonBefore;
    this.commonAfter = commonAfter;
    this.publishedBefore = publishedBefore;
    this.publishedAfter = publishedAfter;
    this.weightEffect = weightEffect;
  }

  /** Compares unit {@code i} of the earlier period with unit {@code j} of the later. */
  static UnitChange of(PeriodScores from, int i, PeriodScores to, int j) {
    var tree = to.tree();
    var publishedAfter = to.scores()[j];
    var publishedBefore = renumbered(from.scores()[i], from.tree(), tree);
    var leavesBefore = new double[tree.size()];
    var leavesAfter = new double[tree.size()];
    for (int leaf = 0; leaf < tree.size(); leaf++) {
      boolean isCommon =
          isLeafOf(from.tree(), tree.id(leaf))
              && tree.isLeaf(leaf)
              && !Double.isNaN(publishedBefore[leaf])
              && !Double.isNaN(publishedAfter[leaf]);
      leavesBefore[leaf] = isCommon ? publishedBefore[leaf] : Double.NaN;
      leavesAfter[leaf] = isCommon ? publishedAfter[leaf] : Double.NaN;
    }
    boolean isSameVersion = from.version().equals(to.version());
    if (isSameVersion && isComplete(tree, leavesBefore, publishedBefore, publishedAfter)) {
      return new UnitChange(
          publishedBefore,
          publishedAfter,
          publishedBefore,
          publishedAfter,
          publishedBefore,
          publishedAfter,
          new double[tree.size()]);
    }
    var commonBefore = tree.scores(leavesBefore);
    var commonAfter = tree.scores(leavesAfter);
    var weightEffect = new double[tree.size()];
    if (!isSameVersion) {
      var earlierWeights =
          renumbered(
              from.tree().scores(renumbered(leavesBefore, tree, from.tree())), from.tree(), tree);
      Arrays.setAll(weightEffect, node -> commonBefore[node] - earlierWeights[node]);
    }
    return new UnitChange(
        isSameVersion ? publishedBefore : commonBefore,
        isSameVersion ? publishedAfter : commonAfter,
        commonBefore,
        commonAfter,
        publishedBefore,
        publishedAfter,
        weightEffect);
  }

  /** Comparable score of the earlier period, points. */
  double before(int node) {
    return before[node];
  }

  /** Comparable score of the later period, points. */
  double after(int node) {
    return after[node];
  }

  boolean isScored(int node) {
    return !Double.isNaN(before[node]) && !Double.isNaN(after[node]);
  }

  /** Whether both periods published a score, so that their difference can be taken apart. */
  boolean isPublished(int node) {
    return !Double.isNaN(publishedBefore[node]) && !Double.isNaN(publishedAfter[node]);
  }

  /** Scores of the earlier period over the leaves scored in both, by node. */
  double[] commonBefore() {
    return commonBefore;
  }

  /** Scores of the later period over the same leaves, by node. */
  double[] commonAfter() {
    return commonAfter;
  }

  /** As published, points; NaN for none. */
  double publishedBefore(int node) {
    return publishedBefore[node];
  }

  /** As published, points; NaN for none. */
  double publishedAfter(int node) {
    return publishedAfter[node];
  }

  double publishedChange(int node) {
    return publishedAfter[node] - publishedBefore[node];
  }

  /** What of the published change is due to scores, points. */
  double scoreEffect(int node) {
    double effect = commonAfter[node] - commonBefore[node];
    return Double.isNaN(effect) ? 0 : effect;
  }

  /** What of the published change is due to other declared weights, points. */
  double weightEffect(int node) {
    return Double.isNaN(weightEffect[node]) ? 0 : weightEffect[node];
  }

  /** What of the published change is due to leaves that one period lacks, points. */
  double coverageEffect(int node) {
    boolean isWhole =
        commonBefore[node] == publishedBefore[node] && commonAfter[node] == publishedAfter[node];
    return isWhole ? 0 : publishedChange(node) - scoreEffect(node) - weightEffect(node);
  }

  private static boolean isComplete(
      NodeTree tree, double[] common, double[] publishedBefore, double[] publishedAfter) {
    for (int node = 0; node < tree.size(); node++) {
      boolean isObserved =
          !Double.isNaN(publishedBefore[node]) || !Double.isNaN(publishedAfter[node]);
      if (tree.isLeaf(node) && isObserved && Double.isNaN(common[node])) {
        return false;
      }
    }
    return true;
  }

  private static double[] renumbered(double[] values, NodeTree ofTree, NodeTree toTree) {
    var renumbered = new double[toTree.size()];
    for (int node = 0; node < toTree.size(); node++) {
      int number = ofTree.number(toTree.id(node));
      renumbered[node] = number < 0 ? Double.NaN : values[number];
    }
    return renumbered;
  }

  private static boolean isLeafOf(NodeTree tree, String id) {
    int number = tree.number(id);
    return number >= 0 && tree.isLeaf(number);
  }
}
