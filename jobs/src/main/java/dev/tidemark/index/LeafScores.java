package dev.tidemark.index;

import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.Scoring.Direction;
import java.io.Serializable;

/** Raw values to points, leaf by leaf. */
final class LeafScores {
  /** What every unit scores where a pool has no variation to score by. */
  private static final double NO_VARIATION = 50;

  private LeafScores() {}

  /** How a leaf scores. */
  @FunctionalInterface
  interface Points extends Serializable {
    /**
     * Points before they are clamped.
     *
     * @param raw the raw value
     * @param first lowest or mean of the leaf's pool; of no meaning to leaves without one
     * @param second highest or standard deviation of the leaf's pool, likewise
     */
    double of(double raw, double first, double second);

    /** Points of 0 to 100; NaN where not observed. */
    default double clamped(double raw, double first, double second) {
      return Math.max(0.0, Math.min(100.0, of(raw, first, second)));
    }
  }

  /** How this leaf scores; a category's raw value is its points already. */
  static Points of(Leaf leaf) {
    var scoring = leaf.scoring();
    if (scoring instanceof Scoring.Binary) {
      return (raw, first, second) -> raw * 100;
    }
    if (scoring instanceof Scoring.Linear linear) {
      double worst = linear.worst();
      double range = linear.best() - worst;
      return (raw, first, second) -> (raw - worst) * 100 / range;
    }
    if (scoring instanceof Scoring.MinMax minMax) {
      return minMax.direction() == Direction.UP
          ? (raw, low, high) -> varied(raw, high > low, (raw - low) * 100 / (high - low))
          : (raw, low, high) -> varied(raw, high > low, (high - raw) * 100 / (high - low));
    }
    if (scoring instanceof Scoring.ZScore zScore) {
      double perDeviation = zScore.direction() == Direction.UP ? 10 : -10;
      return (raw, mean, deviation) ->
          varied(raw, deviation > 0, 50 + (raw - mean) / deviation * perDeviation);
    }
    return (raw, first, second) -> raw;
  }

  private static double varied(double raw, boolean isVaried, double points) {
    if (Double.isNaN(raw)) {
      return Double.NaN;
    }
    return isVaried ? points : NO_VARIATION;
  }
}
