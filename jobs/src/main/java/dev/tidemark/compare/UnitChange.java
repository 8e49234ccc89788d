package dev.tidemark.compare;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One unit's scores in two periods: as published, and over the leaves scored in both. A composite
 * without a published score has none here either, and passes no leaf on. Nodes are numbered as in
 * the later tree; NaN stands for no score.
 *
 * <p>The way from one published score to the other has three parts. Leaves that only one period has
 * come or go (coverage), at the earlier weights before and at the later ones after; the earlier
 * scores get the later weights (weights); the scores change (scores).
 */
final class UnitChange implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Points below which an effect is what adding up in another order leaves. */
  private static final double ROUNDING = 1e-10;

  private final NodeMatch match;
  private final boolean isSameVersion;
  private final double[] publishedBefore;
  private final double[] publishedAfter;
  private final double[] earlierWeights;
  private final double[] before;
  private final double[] after;

  private UnitChange(
      NodeMatch match,
      boolean isSameVersion,
      double[] publishedBefore,
      double[] publishedAfter,
      double[][] common) {
    this.match = match;
    this.isSameVersion = isSameVersion;
    this.publishedBefore = publishedBefore;
    this.publishedAfter = publishedAfter;
    this.earlierWeights = common[0];
    this.before = common[1];
    this.after = common[2];
  }

  /**
   * Compares a unit with itself.
   *
   * @param isSameVersion whether both periods were scored under one version
   * @param publishedBefore the earlier period's scores by node of the earlier tree
   * @param publishedAfter the later period's by node of the later
   */
  static UnitChange of(
      NodeMatch match, boolean isSameVersion, double[] publishedBefore, double[] publishedAfter) {
    var common =
        isSameVersion && isAllCommon(publishedBefore, publishedAfter)
            ? new double[][] {publishedBefore, publishedBefore, publishedAfter}
            : common(match, isSameVersion, publishedBefore, publishedAfter);
    return new UnitChange(match, isSameVersion, publishedBefore, publishedAfter, common);
  }

  /** Scores over the common leaves: earlier ones at both weights, and later ones. */
  private static double[][] common(
      NodeMatch match, boolean isSameVersion, double[] publishedBefore, double[] publishedAfter) {
    var earlier = match.earlier();
    var later = match.later();
    var leavesEarlier = filled(earlier.size());
    var leavesBefore = filled(later.size());
    var leavesAfter = filled(later.size());
    for (int leaf : later.leavesOf(0)) {
      if (match.isLeafInBoth(leaf)
          && !Double.isNaN(publishedBefore[match.before(leaf)])
          && !Double.isNaN(publishedAfter[leaf])) {
        leavesEarlier[match.before(leaf)] = publishedBefore[match.before(leaf)];
        leavesBefore[leaf] = publishedBefore[match.before(leaf)];
        leavesAfter[leaf] = publishedAfter[leaf];
      }
    }
    var withLaterWeights =
        later.scores(
            leavesBefore,
            node -> isOpen(publishedAfter, node) && isOpen(publishedBefore, match.before(node)));
    var withEarlierWeights =
        isSameVersion
            ? withLaterWeights
            : earlier.scores(
                leavesEarlier,
                node -> isOpen(publishedBefore, node) && isOpen(publishedAfter, match.after(node)));
    var changed =
        later.scores(
            leavesAfter,
            node -> isOpen(publishedAfter, node) && isOpen(publishedBefore, match.before(node)));
    return new double[][] {withEarlierWeights, withLaterWeights, changed};
  }

  /** Whether a period lets the leaves below a node count: it has no such node, or scored it. */
  private static boolean isOpen(double[] published, int node) {
    return node == NodeMatch.NONE || !Double.isNaN(published[node]);
  }

  private static boolean isAllCommon(double[] publishedBefore, double[] publishedAfter) {
    for (int node = 0; node < publishedBefore.length; node++) {
      if (Double.isNaN(publishedBefore[node]) != Double.isNaN(publishedAfter[node])) {
        return false;
      }
    }
    return true;
  }

  private static double[] filled(int size) {
    var nothing = new double[size];
    Arrays.fill(nothing, Double.NaN);
    return nothing;
  }

  NodeMatch match() {
    return match;
  }

  /** Comparable score of the earlier period: under one version the published one. */
  double before(int node) {
    return isSameVersion ? publishedBefore(node) : before[node];
  }

  /** Comparable score of the later period likewise. */
  double after(int node) {
    return isSameVersion ? publishedAfter[node] : after[node];
  }

  /** Whether both periods published a score, so that their difference can be taken apart. */
  boolean isPublished(int node) {
    return !Double.isNaN(publishedBefore(node)) && !Double.isNaN(publishedAfter[node]);
  }

  /** Whether both periods published a score, and of leaves that both have. */
  boolean hasCommonLeaves(int node) {
    return isPublished(node) && !Double.isNaN(before[node]);
  }

  /** Whether there are comparable scores. */
  boolean isScored(int node) {
    return isSameVersion ? isPublished(node) : hasCommonLeaves(node);
  }

  /** Scores of the earlier period over the common leaves, weighted as then, by earlier node. */
  double[] commonEarlier() {
    return earlierWeights;
  }

  /** Scores of the earlier period over the common leaves, weighted as later. */
  double[] commonBefore() {
    return before;
  }

  /** Scores of the later period over the common leaves. */
  double[] commonAfter() {
    return after;
  }

  /** As published, by earlier node. */
  double[] publishedEarlier() {
    return publishedBefore;
  }

  /** As published. */
  double[] publishedLater() {
    return publishedAfter;
  }

  /** As published, points. */
  double publishedBefore(int node) {
    int number = match.before(node);
    return number == NodeMatch.NONE ? Double.NaN : publishedBefore[number];
  }

  /** As published, points. */
  double publishedAfter(int node) {
    return publishedAfter[node];
  }

  /**
   * What the published change of a node consists of.
   *
   * @return {@link Effects#NONE} unless both periods published a score
   */
  Effects effects(int node) {
    if (!isPublished(node)) {
      return Effects.NONE;
    }
    double from = publishedBefore(node);
    double to = publishedAfter[node];
    if (Double.isNaN(before[node])) {
      return new Effects(0, 0, to - from);
    }
    double own = earlierWeights[match.before(node)];
    double start = Double.isNaN(own) ? from : own;
    double weight = exact(before[node] - start);
    double coverage = exact((start - from) + (to - after[node]));
    return new Effects(to - from - weight - coverage, weight, coverage);
  }

  /** An effect, 0 where it is nothing but rounding. */
  static double exact(double effect) {
    return Math.abs(effect) < ROUNDING ? 0 : effect;
  }

  /**
   * Parts of a change, points.
   *
   * @param score due to scores
   * @param weight due to other weights, places or aggregation of the same leaves
   * @param coverage due to leaves that one period lacks
   */
  record Effects(double score, double weight, double coverage) {
    static final Effects NONE = new Effects(0, 0, 0);
  }
}
