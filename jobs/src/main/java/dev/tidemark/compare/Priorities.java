package dev.tidemark.compare;

import dev.tidemark.stats.Moments;
import dev.tidemark.stats.Spearman;
import dev.tidemark.table.Col;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/** The table {@code priorities} of one pair of periods: what to keep, and what to improve first. */
final class Priorities {
  private Priorities() {}

  /** Where a node stands: its level against the root's, and the way it goes. */
  enum Quadrant {
    /** High and not falling. */
    KEEP,
    /** High and falling. */
    WATCH,
    /** Low and not falling. */
    IMPROVE,
    /** Low and falling. */
    URGENT;

    static Quadrant of(double level, double reference, double change) {
      if (level >= reference) {
        return change >= 0 ? KEEP : WATCH;
      }
      return change >= 0 ? IMPROVE : URGENT;
    }
  }

  /**
   * Places every node.
   *
   * @param framework its id
   * @return one row for each node below the root that units have a score of in both periods
   */
  static List<Row> of(String framework, PairedScores pair) {
    var rows = new ArrayList<Row>();
    var tree = pair.tree();
    double reference = level(pair, 0);
    for (int node = 1; node < tree.size(); node++) {
      var scored = pair.scored(node, pair.all());
      if (scored.length == 0) {
        continue;
      }
      double level = level(pair, node);
      double before = Moments.of(pair.before(node, scored)).mean();
      double change = Moments.of(pair.after(node, scored)).mean() - before;
      var row =
          new RowBuilder(Tables.PRIORITIES)
              .with(Col.FRAMEWORK_ID, framework)
              .with(Col.FRAMEWORK_VERSION_FROM, pair.from().version())
              .with(Col.FRAMEWORK_VERSION, pair.to().version())
              .with(Col.PERIOD_FROM, pair.from().period())
              .with(Col.PERIOD_TO, pair.to().period())
              .with(Col.NODE, tree.id(node))
              .with(Col.LEVEL, level)
              .with(Col.IMPORTANCE, tree.weight(node))
              .with(Col.CHANGE, change)
              .with(
                  Col.QUADRANT,
                  Quadrant.of(level, reference, change).name().toLowerCase(Locale.ROOT));
      rows.add(withDerivedImportance(row, pair, node).row());
    }
    return rows;
  }

  private static double level(PairedScores pair, int node) {
    return pair.to().mean(node, ChangeRow.ALL, ChangeRow.ALL);
  }

  /** How closely the node goes with the root over the units of the later period. */
  private static RowBuilder withDerivedImportance(RowBuilder row, PairedScores pair, int node) {
    var both =
        Arrays.stream(pair.to().scores())
            .filter(scores -> !Double.isNaN(scores[0]) && !Double.isNaN(scores[node]))
            .toList();
    Spearman.of(
            both.stream().mapToDouble(scores -> scores[node]).toArray(),
            both.stream().mapToDouble(scores -> scores[0]).toArray())
        .result()
        .ifPresent(rho -> row.with(Col.IMPORTANCE_DERIVED, rho.rho()));
    return row;
  }
}
