package dev.tidemark.compare;

import dev.tidemark.framework.Period;
import dev.tidemark.table.Col;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The table {@code change_drivers} of one pair of periods. */
final class Drivers {
  private final String framework;
  private final PairedScores pair;
  private final NodePaths paths;

  private Drivers(String framework, PairedScores pair) {
    this.framework = framework;
    this.pair = pair;
    this.paths = NodePaths.of(pair.match());
  }

  /**
   * Takes the change of the whole index apart.
   *
   * @param framework its id
   * @return one row per node for every unit with an index in both periods, and for 'all', their
   *     mean
   */
  static List<Row> of(String framework, PairedScores pair) {
    return new Drivers(framework, pair).rows();
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    var total = new HashMap<String, double[]>();
    int n = 0;
    for (int unit = 0; unit < pair.units().size(); unit++) {
      var id = pair.units().get(unit);
      if (pair.change(unit).isPublished(0)) {
        var leaves = LeafContributions.of(pair.change(unit));
        leaves.forEach((leaf, parts) -> total.merge(leaf, parts, Drivers::plus));
        add(rows, id, leaves, 1);
        n++;
      }
    }
    if (n > 0) {
      add(rows, Period.ALL, total, n);
    }
    return rows;
  }

  private static double[] plus(double[] sum, double[] parts) {
    var plus = new double[sum.length];
    for (int i = 0; i < plus.length; i++) {
      plus[i] = sum[i] + parts[i];
    }
    return plus;
  }

  private void add(List<Row> rows, String unit, Map<String, double[]> leaves, int n) {
    var sums = paths.summedUp(leaves, LeafContributions.PARTS);
    for (var node : paths.ids()) {
      var parts = sums.get(node);
      double score = parts[LeafContributions.SCORE] / n;
      double weight = parts[LeafContributions.WEIGHT] / n;
      double coverage = parts[LeafContributions.COVERAGE] / n;
      rows.add(
          new RowBuilder(Tables.CHANGE_DRIVERS)
              .with(Col.FRAMEWORK_ID, framework)
              .with(Col.FRAMEWORK_VERSION_FROM, pair.from().version())
              .with(Col.FRAMEWORK_VERSION, pair.to().version())
              .with(Col.PERIOD_FROM, pair.from().period())
              .with(Col.PERIOD_TO, pair.to().period())
              .with(Col.UNIT, unit)
              .with(Col.NODE, node)
              .with(Col.PARENT, paths.parent(node))
              .with(Col.CONTRIBUTION, score + weight + coverage)
              .with(Col.SCORE_EFFECT, score)
              .with(Col.WEIGHT_EFFECT, weight)
              .with(Col.COVERAGE_EFFECT, coverage)
              .row());
    }
  }
}
