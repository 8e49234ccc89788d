package dev.tidemark.compare;

import dev.tidemark.stats.Outcome;
import dev.tidemark.stats.PairedDifferences;
import dev.tidemark.stats.Resampling;
import dev.tidemark.stats.TypicalValues;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The leaves that count in one node of one unit in both periods. */
final class Leaves {
  private final double[] differences;
  private final double[] weights;
  private final double total;

  private Leaves(double[] differences, double[] weights, double total) {
    this.differences = differences;
    this.weights = weights;
    this.total = total;
  }

  /** The leaves below a node; none if the node has none in common. */
  static Leaves below(NodeTree tree, int node, UnitChange change) {
    var before = tree.counting(node, change.commonBefore());
    var after = tree.counting(node, change.commonAfter());
    var leaves =
        Arrays.stream(tree.leavesOf(node)).filter(leaf -> !Double.isNaN(after[leaf])).toArray();
    var weights = at(leaves, PathWeights.of(tree, node, before, after));
    return new Leaves(
        PairedDifferences.between(at(leaves, before), at(leaves, after)).rounded(),
        weights,
        // Equal leaves must stay equal: no rounding of a sum that is 1.
        tree.isLinear(node) ? 1 : Arrays.stream(weights).sum());
  }

  int count() {
    return differences.length;
  }

  /**
   * Points each leaf moves the node; they sum to its change. 0 where a geometric or harmonic mean
   * is 0 all the way, whatever the leaf does.
   */
  double[] contributions() {
    return IntStream.range(0, weights.length)
        .mapToDouble(i -> weights[i] * differences[i])
        .toArray();
  }

  /**
   * Which changes of the node its leaves make plausible.
   *
   * <p>Weights of an arithmetic mean sum to 1; of others they need not, and a typical change of a
   * leaf is then that many times a typical change of the node.
   */
  Outcome<TypicalValues> typicalValues(Resampling resampling) {
    var moving = IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
    var scaled = Arrays.stream(at(moving, differences)).map(points -> points * total).toArray();
    return TypicalValues.of(scaled, at(moving, weights), resampling);
  }

  private static double[] at(int[] places, double[] values) {
    return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
  }
}
