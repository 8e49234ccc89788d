package dev.tidemark.index;

import dev.tidemark.framework.Aggregate;
import dev.tidemark.framework.Composite;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.MinCoverage;
import java.io.Serializable;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The score of one composite from those of its children.
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD/JRC, Handbook on Constructing
 *     Composite Indicators (2008), 1.6 Weighting and aggregation</a>
 */
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
  private final Aggregate aggregate;

  private NodeScores(Composite composite, List<Indicator> nodes) {
    this.node = nodes.indexOf(composite);
    this.children = composite.children().stream().mapToInt(nodes::indexOf).toArray();
    this.shares = composite.children().stream().mapToDouble(Indicator::share).toArray();
    this.coverageShares =
        composite.minCoverage().basis() == MinCoverage.Basis.COUNT
            ? IntStream.of(children).mapToDouble(child -> 1.0).toArray()
            : shares;
    this.coverageWhole = sum(coverageShares);
    this.minCoverage = Math.max(composite.minCoverage().share() - ROUNDING, ROUNDING);
    this.aggregate = composite.aggregate();
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
    scores[node] =
        coverages[node] >= minCoverage ? Math.max(0.0, Math.min(100.0, mean(scores))) : Double.NaN;
  }

  /** The weighted mean over the children that have a score. */
  private double mean(double[] scores) {
    return switch (aggregate) {
      case ARITHMETIC -> overPresent(scores, score -> score);
      case GEOMETRIC -> hasZero(scores) ? 0 : StrictMath.exp(overPresent(scores, StrictMath::log));
      case HARMONIC -> hasZero(scores) ? 0 : 1 / overPresent(scores, score -> 1 / score);
    };
  }

  /** Sum of share × f(score) over the present children, divided by the sum of their shares. */
  private double overPresent(double[] scores, DoubleUnaryOperator f) {
    double weighted = 0;
    double present = 0;
    for (int i = 0; i < children.length; i++) {
      double score = scores[children[i]];
      if (!Double.isNaN(score)) {
        weighted += f.applyAsDouble(score) * shares[i];
        present += shares[i];
      }
    }
    return weighted / present;
  }

  private boolean hasZero(double[] scores) {
    return IntStream.of(children).anyMatch(child -> scores[child] == 0);
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
