package dev.tidemark.compare;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** How leaf scores are brought to one scale before they are weighed. */
enum Normalisation {
  /** As the framework scores them. */
  DECLARED {
    @Override
    DoubleUnaryOperator of(double[] observed) {
      return DoubleUnaryOperator.identity();
    }
  },
  /** From the lowest to the highest score of the period's units. */
  MIN_MAX {
    @Override
    DoubleUnaryOperator of(double[] observed) {
      double low = Arrays.stream(observed).min().orElse(0);
      double high = Arrays.stream(observed).max().orElse(0);
      return score -> high > low ? 100 * (score - low) / (high - low) : MIDDLE;
    }
  },
  /** Standard deviations from the units' mean, as 50 + 10 z, clamped to 0 to 100. */
  Z_SCORE {
    @Override
    DoubleUnaryOperator of(double[] observed) {
      double mean = Arrays.stream(observed).average().orElse(0);
      double squares = Arrays.stream(observed).map(s -> (s - mean) * (s - mean)).sum();
      double deviation = Math.sqrt(squares / Math.max(1, observed.length - 1));
      return score ->
          deviation > 0
              ? Math.max(0, Math.min(100, MIDDLE + 10 * (score - mean) / deviation))
              : MIDDLE;
    }
  };

  private static final double MIDDLE = 50;

  /** The scale of one leaf, from the scores observed of it. */
  abstract DoubleUnaryOperator of(double[] observed);

  /**
   * Scores on the scale.
   *
   * @param units each unit's scores by node
   * @return the same, leaf scores on the scale; composites stay as they are
   */
  double[][] of(NodeTree tree, double[][] units) {
    var scaled = Arrays.stream(units).map(double[]::clone).toArray(double[][]::new);
    for (int leaf : tree.leavesOf(0)) {
      var observed =
          Arrays.stream(units)
              .mapToDouble(scores -> scores[leaf])
              .filter(score -> !Double.isNaN(score))
              .toArray();
      var scale = of(observed);
      for (double[] scores : scaled) {
        scores[leaf] = Double.isNaN(scores[leaf]) ? Double.NaN : scale.applyAsDouble(scores[leaf]);
      }
    }
    return scaled;
  }
}
