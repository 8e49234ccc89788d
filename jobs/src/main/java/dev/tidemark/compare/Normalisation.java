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
   * Leaf scores on the scale.
   *
   * @param units each unit's scores by node; a leaf below a node without a score does not count
   * @return each unit's leaf scores by node, NaN where not observed or not counted
   */
  double[][] of(NodeTree tree, double[][] units) {
    var scaled = new double[units.length][tree.size()];
    for (double[] scores : scaled) {
      Arrays.fill(scores, Double.NaN);
    }
    for (int leaf : tree.leavesOf(0)) {
      var scale =
          of(
              Arrays.stream(units)
                  .mapToDouble(scores -> scores[leaf])
                  .filter(score -> !Double.isNaN(score))
                  .toArray());
      for (int unit = 0; unit < units.length; unit++) {
        if (tree.reachesRoot(leaf, units[unit])) {
          scaled[unit][leaf] = scale.applyAsDouble(units[unit][leaf]);
        }
      }
    }
    return scaled;
  }
}
