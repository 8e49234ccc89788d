package dev.tidemark.compare;

import dev.tidemark.framework.Comparison;
import dev.tidemark.stats.Outcome;
import dev.tidemark.stats.Resampling;
import dev.tidemark.stats.SignFlipTest;
import dev.tidemark.stats.TypicalValues;
import dev.tidemark.table.Col;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The changes of one unit, node by node, over the leaves below the node that were scored in both
 * periods. The random part is which way each leaf went: had nothing changed but by chance, a leaf's
 * rise could as well have been a fall. Every leaf flips alone and keeps its weight, so that a
 * level-1 node never lends its leaves to another.
 */
final class OneUnitChange {
  private final String framework;
  private final PairedScores pair;
  private final Comparison how;
  private final Resampling resampling;

  OneUnitChange(String framework, PairedScores pair, Comparison how, long seed) {
    this.framework = framework;
    this.pair = pair;
    this.how = how;
    this.resampling = new Resampling(how.resamples(), seed);
  }

  /** One row of {@code score_changes} for each node of the later tree. */
  List<Row> of(int unit) {
    var tree = pair.tree();
    var samples = new ArrayList<Leaves>();
    for (int node = 0; node < tree.size(); node++) {
      samples.add(new Leaves(tree, node, pair.change(unit)));
    }
    var flips =
        SignFlipTest.ofEach(
            samples.stream().map(leaves -> leaves.contributions).toList(), resampling);
    var rows = new ArrayList<Row>();
    for (int node = 0; node < tree.size(); node++) {
      rows.add(row(unit, node, samples.get(node), flips.get(node)));
    }
    return rows;
  }

  private Row row(int unit, int node, Leaves leaves, Outcome<SignFlipTest> flip) {
    var subject = new ChangeRow.Subject(ChangeRow.UNIT, ChangeRow.UNIT, pair.units().get(unit));
    var change = pair.change(unit);
    var id = pair.tree().id(node);
    var row =
        new ChangeRow(framework, pair, subject, id, pair.tree().depth(node), how)
            .withNumber(Col.PUBLISHED_FROM, change.publishedBefore(node))
            .withNumber(Col.PUBLISHED_TO, change.publishedAfter(node));
    if (change.isPublished(node)) {
      row.with(Col.SCORE_EFFECT, change.scoreEffect(node))
          .with(Col.WEIGHT_EFFECT, change.weightEffect(node))
          .with(Col.COVERAGE_EFFECT, change.coverageEffect(node))
          .with(Col.UNIT_EFFECT, 0.0);
    }
    if (leaves.differences.length == 0) {
      boolean isNew = pair.from().tree().number(id) < 0;
      return row.notCompared(isNew ? NotCompared.NODE_ONLY_LATER : NotCompared.NO_COMMON_LEAF);
    }
    row.with(Col.N, leaves.differences.length)
        .with(Col.MEAN_FROM, change.commonBefore()[node])
        .with(Col.MEAN_TO, change.commonAfter()[node])
        .with(Col.CHANGE, change.commonAfter()[node] - change.commonBefore()[node])
        .notTested(flip.reason());
    row.take(
        flip,
        (into, test) ->
            into.with(Col.P_PERMUTATION, test.p())
                .with(Col.P_PERMUTATION_ERROR, test.standardError()));
    row.take(
        TypicalValues.of(leaves.differences, leaves.weights, resampling),
        (into, values) -> {
          into.with(Col.P_EQUIVALENCE, values.equivalence(how.smallestChange()));
          into.take(
              values.interval(1 - how.alpha()),
              (same, interval) ->
                  same.with(Col.CI_LOW, interval.low()).with(Col.CI_HIGH, interval.high()));
        });
    return row.row();
  }

  /** The leaves below a node that one unit has in both periods: differences and weights. */
  private static final class Leaves {
    private final double[] differences;
    private final double[] weights;
    private final double[] contributions;

    Leaves(NodeTree tree, int node, UnitChange change) {
      var before = change.commonBefore();
      var after = change.commonAfter();
      var leaves =
          Arrays.stream(tree.leavesOf(node))
              .filter(leaf -> !Double.isNaN(after[leaf]) && !Double.isNaN(before[leaf]))
              .toArray();
      var moves = PathWeights.of(tree, node, leafScores(tree, before), leafScores(tree, after));
      leaves = Arrays.stream(leaves).filter(leaf -> moves[leaf] > 0).toArray();
      differences = Arrays.stream(leaves).mapToDouble(leaf -> after[leaf] - before[leaf]).toArray();
      weights = Arrays.stream(leaves).mapToDouble(leaf -> moves[leaf]).toArray();
      contributions = new double[leaves.length];
      Arrays.setAll(contributions, i -> weights[i] * differences[i]);
    }

    private static double[] leafScores(NodeTree tree, double[] scores) {
      var leaves = scores.clone();
      for (int node = 0; node < leaves.length; node++) {
        leaves[node] = tree.isLeaf(node) ? leaves[node] : Double.NaN;
      }
      return leaves;
    }
  }
}
