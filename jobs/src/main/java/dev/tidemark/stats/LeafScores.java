package dev.tidemark.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Scores of units (rows) in leaves (columns), with what was not observed marked. */
public final class LeafScores {
  private final double[][] scores;
  private final BitSet[] observed;

  private LeafScores(double[][] scores, BitSet[] observed) {
    this.scores = scores;
    this.observed = observed;
  }

  /**
   * Scores of which some were not observed. A node left without a score for another reason, such as
   * a coverage below the minimum, is stated by marking all its leaves not observed.
   *
   * @param scores points, one row per unit, one column per leaf
   * @param observed of the same shape; the score of what was not observed is not looked at
   * @throws IllegalArgumentException if shapes differ, there is no unit, or an observed score is
   *     not finite
   */
  public static LeafScores of(double[][] scores, boolean[][] observed) {
    if (scores.length == 0 || scores.length != observed.length) {
      throw new IllegalArgumentException(
          "scores and observed must have equally many rows, at least 1, have %d and %d"
              .formatted(scores.length, observed.length));
    }
    var rows = new double[scores.length][];
    var masks = new BitSet[scores.length];
    for (int unit = 0; unit < scores.length; unit++) {
      if (scores[unit].length != scores[0].length || observed[unit].length != scores[0].length) {
        throw new IllegalArgumentException("row %d has another length".formatted(unit));
      }
      rows[unit] = scores[unit].clone();
      masks[unit] = new BitSet(scores[unit].length);
      for (int leaf = 0; leaf < scores[unit].length; leaf++) {
        if (observed[unit][leaf] && !Double.isFinite(scores[unit][leaf])) {
          throw new IllegalArgumentException(
              "score of unit %d, leaf %d must be finite, is %s"
                  .formatted(unit, leaf, scores[unit][leaf]));
        }
        masks[unit].set(leaf, observed[unit][leaf]);
      }
    }
    return new LeafScores(rows, masks);
  }

  /** Scores all of which were observed; see {@link #of(double[][], boolean[][])}. */
  public static LeafScores complete(double[][] scores) {
    var observed = new boolean[scores.length][];
    Arrays.setAll(
        observed,
        unit -> {
          var all = new boolean[scores[unit].length];
          Arrays.fill(all, true);
          return all;
        });
    return of(scores, observed);
  }

  /** Number of units. */
  public int units() {
    return scores.length;
  }

  /** Number of leaves. */
  public int leaves() {
    return scores[0].length;
  }

  /** Whether a unit was observed in any leaf. */
  public boolean isObserved(int unit) {
    return !observed[unit].isEmpty();
  }

  /**
   * @throws IllegalArgumentException if an observed score is negative
   */
  void requireNotNegative() {
    for (int unit = 0; unit < scores.length; unit++) {
      for (int leaf = 0; leaf < leaves(); leaf++) {
        if (observed[unit].get(leaf) && scores[unit][leaf] < 0) {
          throw new IllegalArgumentException(
              "geometric and harmonic means need scores of at least 0, unit %d, leaf %d has %s"
                  .formatted(unit, leaf, scores[unit][leaf]));
        }
      }
    }
  }

  double score(int unit, int leaf) {
    return scores[unit][leaf];
  }

  /** Units that were observed in the same leaves, together; those observed in none left out. */
  List<Pattern> patterns() {
    var unitsOf = new LinkedHashMap<BitSet, IntStream.Builder>();
    for (int unit = 0; unit < scores.length; unit++) {
      if (isObserved(unit)) {
        unitsOf.computeIfAbsent(observed[unit], mask -> IntStream.builder()).add(unit);
      }
    }
    return unitsOf.entrySet().stream()
        .map(e -> new Pattern(e.getKey().stream().toArray(), e.getValue().build().toArray()))
        .toList();
  }

  /** The leaves observed, ascending, and the units observed in just these. */
  @SuppressWarnings("ArrayRecordComponent")
  record Pattern(int[] leaves, int[] units) {}
}
