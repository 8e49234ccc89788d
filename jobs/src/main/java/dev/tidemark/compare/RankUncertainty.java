package dev.tidemark.compare;

import dev.tidemark.framework.Comparison;
import dev.tidemark.stats.CompetitionRanks;
import dev.tidemark.stats.LeafScores;
import dev.tidemark.stats.RankDistribution;
import dev.tidemark.stats.RankDraws;
import dev.tidemark.stats.RankGains;
import dev.tidemark.stats.WeightPerturbation;
import dev.tidemark.stats.WeightTree;
import dev.tidemark.table.Col;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** The table {@code rank_uncertainty} of one period: ranks under other leaves and other weights. */
final class RankUncertainty {
  private static final int TOP = 10;
  private static final int PART = 1024;

  private final String framework;
  private final Comparison.Ranks how;
  private final long seed;

  RankUncertainty(String framework, Comparison.Ranks how, long seed) {
    this.framework = framework;
    this.how = how;
    this.seed = seed;
  }

  /**
   * Draws a period's ranks.
   *
   * @param before the period before; empty if there is none
   * @return one row for each unit that has an index
   */
  List<Row> of(PeriodScores period, Optional<PeriodScores> before) {
    var ranked =
        IntStream.range(0, period.units().size())
            .filter(unit -> !Double.isNaN(period.scores()[unit][0]))
            .toArray();
    if (ranked.length == 0) {
      return List.of();
    }
    var weights = weights();
    var joint =
        draws(period, new WeightPerturbation.Both(weights, new WeightPerturbation.LeafBootstrap()));
    var both = tally(joint);
    var leavesOnly = tally(draws(period, new WeightPerturbation.LeafBootstrap()));
    var weightsOnly = tally(draws(period, weights));
    var gains =
        before
            .filter(earlier -> earlier.version().equals(period.version()))
            .map(
                earlier ->
                    RankGains.between(
                        draws(
                            earlier,
                            new WeightPerturbation.Both(
                                weights, new WeightPerturbation.LeafBootstrap())),
                        joint,
                        how.draws()));
    var published =
        CompetitionRanks.of(
            Arrays.stream(period.scores()).mapToDouble(scores -> scores[0]).toArray());
    var rows = new ArrayList<Row>();
    for (int unit : ranked) {
      var row =
          new RowBuilder(Tables.RANK_UNCERTAINTY)
              .with(Col.FRAMEWORK_ID, framework)
              .with(Col.FRAMEWORK_VERSION, period.version())
              .with(Col.PERIOD, period.period())
              .with(Col.UNIT, period.units().get(unit))
              .with(Col.RANK, published[unit])
              .with(Col.P_TOP10, both.shareInTop(unit, TOP));
      percentiles(row, both, unit, Col.RANK_P05, Col.RANK_MEDIAN, Col.RANK_P95);
      percentiles(
          row, leavesOnly, unit, Col.LEAF_RANK_P05, Col.LEAF_RANK_MEDIAN, Col.LEAF_RANK_P95);
      percentiles(
          row, weightsOnly, unit, Col.WEIGHT_RANK_P05, Col.WEIGHT_RANK_MEDIAN, Col.WEIGHT_RANK_P95);
      both.shareAboveNext(unit).ifPresent(share -> row.with(Col.P_ABOVE_NEXT, share));
      gains.ifPresent(
          gain -> gain.shareBetter(unit).ifPresent(share -> row.with(Col.P_GAIN, share)));
      rows.add(row.row());
    }
    return rows;
  }

  private WeightPerturbation weights() {
    return switch (how.weights()) {
      case DIRICHLET -> new WeightPerturbation.Dirichlet(how.concentration());
      case UNIFORM -> new WeightPerturbation.Uniform(how.spread());
    };
  }

  private RankDraws draws(PeriodScores period, WeightPerturbation perturbation) {
    return RankDraws.of(
        weightTree(period.tree()), leafScores(period.tree(), period.scores()), perturbation, seed);
  }

  private RankDistribution tally(RankDraws draws) {
    return IntStream.iterate(0, first -> first < how.draws(), first -> first + PART)
        .parallel()
        .mapToObj(
            first -> RankDistribution.tally(draws, first, Math.min(PART, how.draws() - first)))
        .reduce(RankDistribution::plus)
        .orElseThrow();
  }

  private static void percentiles(
      RowBuilder row,
      RankDistribution distribution,
      int unit,
      String p05,
      String median,
      String p95) {
    row.with(p05, (double) distribution.percentile(unit, 0.05))
        .with(median, (double) distribution.percentile(unit, 0.5))
        .with(p95, (double) distribution.percentile(unit, 0.95));
  }

  /** The tree as the kernel takes it. */
  static WeightTree weightTree(NodeTree tree) {
    return WeightTree.of(
        IntStream.range(0, tree.size()).map(tree::parent).toArray(),
        IntStream.range(0, tree.size()).mapToDouble(tree::share).toArray(),
        IntStream.range(0, tree.size()).mapToObj(tree::mean).toArray(WeightTree.Mean[]::new));
  }

  /**
   * Leaf scores as the kernel takes them.
   *
   * @param units each unit's scores by node; a leaf below a node without a score does not count
   */
  static LeafScores leafScores(NodeTree tree, double[][] units) {
    var leaves = tree.leavesOf(0);
    var scores = new double[units.length][leaves.length];
    var observed = new boolean[units.length][leaves.length];
    for (int unit = 0; unit < units.length; unit++) {
      var counting = tree.counting(0, units[unit]);
      for (int i = 0; i < leaves.length; i++) {
        scores[unit][i] = counting[leaves[i]];
        observed[unit][i] = !Double.isNaN(scores[unit][i]);
      }
    }
    return LeafScores.of(scores, observed);
  }
}
