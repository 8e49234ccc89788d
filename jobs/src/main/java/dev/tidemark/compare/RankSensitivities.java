package dev.tidemark.compare;

import dev.tidemark.framework.Aggregate;
import dev.tidemark.framework.Comparison;
import dev.tidemark.stats.RankSensitivity;
import dev.tidemark.stats.SobolIndices;
import dev.tidemark.stats.WeightTree;
import dev.tidemark.table.Col;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * The table {@code rank_sensitivity} of one period: which choice moves the ranking most, of the
 * weight of each level-1 node, the aggregation rule of all nodes and the normalisation of the
 * leaves.
 */
final class RankSensitivities {
  private static final int POINTS = 128;

  private final String framework;
  private final Comparison.Ranks how;
  private final long seed;

  RankSensitivities(String framework, Comparison.Ranks how, long seed) {
    this.framework = framework;
    this.how = how;
    this.seed = seed;
  }

  /** One row for each factor; none where fewer than two units are ranked. */
  List<Row> of(PeriodScores period) {
    var tree = period.tree();
    var ranked =
        Arrays.stream(period.scores())
            .filter(scores -> !Double.isNaN(scores[0]))
            .toArray(double[][]::new);
    if (ranked.length < 2) {
      return List.of();
    }
    var level1 = tree.children(0);
    var groups = new int[tree.size()];
    Arrays.fill(groups, RankSensitivity.FIXED);
    for (int group = 0; group < level1.length; group++) {
      groups[level1[group]] = group;
    }
    var sensitivity =
        RankSensitivity.of(
                trees(tree),
                Arrays.stream(Normalisation.values())
                    .map(kind -> RankUncertainty.leafScores(tree, kind.of(tree, ranked)))
                    .toList(),
                level1.length > 1 ? groups : fixed(groups),
                how.spread(),
                POINTS,
                seed)
            .result();
    var rows = new ArrayList<Row>();
    for (int group = 0; level1.length > 1 && group < level1.length; group++) {
      int own = group;
      rows.add(row(period, tree.id(level1[group]), sensitivity.map(s -> s.weights(own))));
    }
    rows.add(row(period, "aggregation", sensitivity.map(RankSensitivity::mean)));
    rows.add(row(period, "normalisation", sensitivity.map(RankSensitivity::normalisation)));
    return rows;
  }

  /** The declared tree, then those with one rule throughout that differ from it. */
  private static List<WeightTree> trees(NodeTree tree) {
    var declared = RankUncertainty.weightTree(tree);
    return Stream.concat(
            Stream.of(declared),
            Arrays.stream(Aggregate.values())
                .filter(rule -> !tree.hasOnly(rule))
                .map(rule -> RankUncertainty.weightTree(tree.with(rule))))
        .toList();
  }

  private static int[] fixed(int[] groups) {
    Arrays.fill(groups, RankSensitivity.FIXED);
    return groups;
  }

  private Row row(PeriodScores period, String factor, Optional<SobolIndices.Factor> indices) {
    var row =
        new RowBuilder(Tables.RANK_SENSITIVITY)
            .with(Col.FRAMEWORK_ID, framework)
            .with(Col.FRAMEWORK_VERSION, period.version())
            .with(Col.PERIOD, period.period())
            .with(Col.FACTOR, factor);
    indices.ifPresent(
        found ->
            row.with(Col.FIRST_ORDER, found.first())
                .with(Col.FIRST_ORDER_ERROR, found.firstError())
                .with(Col.TOTAL_ORDER, found.total())
                .with(Col.TOTAL_ORDER_ERROR, found.totalError()));
    return row.row();
  }
}
