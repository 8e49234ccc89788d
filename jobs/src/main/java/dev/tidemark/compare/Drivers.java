package dev.tidemark.compare;

import dev.tidemark.framework.Period;
import dev.tidemark.table.Col;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** The table {@code change_drivers} of one pair of periods. */
final class Drivers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String framework;
  private final PairedScores pair;
  private final NodePaths paths;

  /**
   * Takes the change of the whole index apart.
   *
   * @param framework its id
   */
  Drivers(String framework, PairedScores pair) {
    this.framework = framework;
    this.pair = pair;
    this.paths = NodePaths.of(pair.match());
  }

  /** One row per node for every unit with an index in both periods, and for 'all', their mean. */
  List<Row> rows() {
    return Stream.of(ofUnits(IntStream.range(0, pair.units().size())), ofAll())
        .flatMap(List::stream)
        .toList();
  }

  /** The rows of some units, by number. */
  List<Row> ofUnits(IntStream units) {
    var rows = new ArrayList<Row>();
    units
        .filter(this::isTakenApart)
        .forEach(
            unit -> add(rows, pair.units().get(unit), LeafContributions.of(pair.change(unit)), 1));
    return rows;
  }

  /** The rows of 'all': summed in the order of the units, however these are spread. */
  List<Row> ofAll() {
    var units = IntStream.range(0, pair.units().size()).filter(this::isTakenApart).toArray();
    var total = new HashMap<String, double[]>();
    for (int unit : units) {
      LeafContributions.of(pair.change(unit))
          .forEach((leaf, parts) -> total.merge(leaf, parts, Drivers::plus));
    }
    var rows = new ArrayList<Row>();
    if (units.length > 0) {
      add(rows, Period.ALL, total, units.length);
    }
    return rows;
  }

  private boolean isTakenApart(int unit) {
    return pair.change(unit).isPublished(0);
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
