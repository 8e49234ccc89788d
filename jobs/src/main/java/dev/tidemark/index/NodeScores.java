package dev.tidemark.index;

import dev.tidemark.framework.Composite;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.MinCoverage;
import dev.tidemark.stats.WeightTree;
import dev.tidemark.stats.WeightedMean;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** The score of one composite: the {@link WeightedMean} of its children, if enough have one. */
final class NodeScores implements Serializable {
  private static final long serialVersionUID = 1;

  /** Coverage is a sum of shares; this much is rounding, not a missing child. */
  private static final double ROUNDING = 1e-9;

  private final int node;
  private final int[] children;
  private final double[] shares;
  private final double[] coverageShares;
  private final double coverageWhole;
  private final double minCoverage;
  private final WeightTree.Mean mean;

  private NodeScores(Composite composite, List<Indicator> nodes) {
    this.node = nodes.indexOf(composite);
    this.children = composite.children().stream().mapToInt(nodes::indexOf).toArray();
    this.shares = composite.children().stream().mapToDouble(Indicator::share).toArray();
    this.coverageShares =
        composite.minCoverage().basis() == MinCoverage.Basis.COUNT
            ? IntStream.of(children).mapToDouble(child -> 1.0).toArray()
            : shares;
    this.coverageWhole = sum(coverageShares);
    this.minCoverage = Math.max(composite.minCoverage().share() - ROUNDING, Double.MIN_VALUE);
    this.mean = WeightTree.Mean.valueOf(composite.aggregate().name());
  }

  /**
   * How a composite scores.
   *
   * @param nodes all nodes, in the order of their numbers
   */
  static NodeScores of(Composite composite, List<Indicator> nodes) {
    return new NodeScores(composite, nodes);
  }

  /**
   * Sets the composite's score and coverage.
   *
   * @param scores by node number, the children's set; NaN for none: below the composite's
   *     min-coverage, or with no child at all
   * @param coverages by node number
   */
  void set(double[] scores, double[] coverages) {
    double covered = 0;
    for (int i = 0; i < children.length; i++) {
      covered += Double.isNaN(scores[children[i]]) ? 0 : coverageShares[i];
    }
    coverages[node] = covered / coverageWhole;
    scores[node] = coverages[node] >= minCoverage ? clamped(scores) : Double.NaN;
  }

  /** Rounding must not take a mean out of the range of its children. */
  private double clamped(double[] scores) {
    return Math.max(0.0, Math.min(100.0, WeightedMean.of(mean, children, shares, scores)));
  }

  /** Without compensation, as coverage adds up, so that full coverage is exactly 1. */
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
