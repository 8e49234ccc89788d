package dev.tidemark.compare;

import dev.tidemark.framework.Comparison;
import dev.tidemark.stats.Outcome;
import dev.tidemark.stats.Resampling;
import dev.tidemark.stats.SignFlipTest;
import dev.tidemark.table.Col;
import java.util.ArrayList;
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
      samples.add(Leaves.below(tree, node, pair.change(unit)));
    }
    var flips =
        SignFlipTest.ofEach(samples.stream().map(Leaves::contributions).toList(), resampling);
    var rows = new ArrayList<Row>();
    for (int node = 0; node < tree.size(); node++) {
      rows.add(row(unit, node, samples.get(node), flips.get(node)));
    }
    return rows;
  }

  private Row row(int unit, int node, Leaves leaves, Outcome<SignFlipTest> flip) {
    var tree = pair.tree();
    var change = pair.change(unit);
    var row =
        new ChangeRow(
                framework,
                pair,
                ChangeRow.Subject.unit(pair.units().get(unit)),
                tree.id(node),
                tree.depth(node),
                how)
            .published(
                change.publishedBefore(node), change.publishedAfter(node), change.effects(node));
    if (!change.hasCommonLeaves(node)) {
      return row.notCompared(reason(change, node));
    }
    double before = change.commonBefore()[node];
    double after = change.commonAfter()[node];
    row.with(Col.N, leaves.count())
        .with(Col.MEAN_FROM, before)
        .with(Col.MEAN_TO, after)
        .with(Col.CHANGE, after - before)
        .notTested(flip.reason());
    row.take(
        flip,
        (into, test) ->
            into.with(Col.P_PERMUTATION, test.p())
                .with(Col.P_PERMUTATION_ERROR, test.standardError()));
    row.take(
        leaves.typicalValues(resampling),
        (into, values) -> {
          into.with(Col.P_EQUIVALENCE, values.equivalence(how.smallestChange()));
          into.take(
              values.interval(1 - how.alpha()),
              (same, interval) ->
                  same.with(Col.CI_LOW, interval.low()).with(Col.CI_HIGH, interval.high()));
        });
    return row.row();
  }

  private String reason(UnitChange change, int node) {
    if (pair.match().before(node) == NodeMatch.NONE) {
      return NotCompared.NODE_ONLY_LATER;
    }
    return change.isPublished(node) ? NotCompared.NO_COMMON_LEAF : NotCompared.NOT_SCORED_IN_BOTH;
  }
}
