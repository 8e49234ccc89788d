package dev.tidemark.compare;

import dev.tidemark.framework.Comparison;
import dev.tidemark.table.Col;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * What only one of two versions has, so that it cannot be compared: nodes that are gone, and units
 * that came or went. (Nodes that are new stand among those of the later tree.)
 */
final class OneVersionOnly {
  private final String framework;
  private final PairedScores pair;
  private final Comparison how;
  private final NodeTree earlier;
  private final NodeTree later;

  OneVersionOnly(String framework, PairedScores pair, Comparison how) {
    this.framework = framework;
    this.pair = pair;
    this.how = how;
    this.earlier = pair.match().earlier();
    this.later = pair.match().later();
  }

  /** Rows of {@code score_changes} with a reason and what was published; none under one version. */
  List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (int node : pair.match().gone()) {
      for (var subject : ChangeRow.Subject.several(pair)) {
        double mean = pair.from().mean(node, subject.groupBy(), subject.id());
        rows.add(gone(subject, node, mean).notCompared(NotCompared.NODE_ONLY_EARLIER));
      }
      for (int unit = 0; unit < pair.units().size(); unit++) {
        double score = pair.change(unit).publishedEarlier()[node];
        rows.add(
            gone(ChangeRow.Subject.unit(pair.units().get(unit)), node, score)
                .notCompared(NotCompared.NODE_ONLY_EARLIER));
      }
    }
    var paired = new HashSet<>(pair.units());
    alone(pair.from(), paired).forEach(unit -> addLeaver(unit, rows));
    alone(pair.to(), paired).forEach(unit -> addNewcomer(unit, rows));
    return rows;
  }

  private static IntStream alone(PeriodScores period, Set<String> paired) {
    return IntStream.range(0, period.units().size())
        .filter(unit -> !paired.contains(period.units().get(unit)));
  }

  private void addLeaver(int unit, List<Row> rows) {
    var subject = ChangeRow.Subject.unit(pair.from().units().get(unit));
    var scores = pair.from().scores()[unit];
    for (int node = 0; node < earlier.size(); node++) {
      int after = pair.match().after(node);
      var row =
          after == NodeMatch.NONE
              ? gone(subject, node, scores[node])
              : row(subject, later, after).withNumber(Col.PUBLISHED_FROM, scores[node]);
      rows.add(row.notCompared(NotCompared.UNIT_ONLY_EARLIER));
    }
  }

  private void addNewcomer(int unit, List<Row> rows) {
    var subject = ChangeRow.Subject.unit(pair.to().units().get(unit));
    var scores = pair.to().scores()[unit];
    for (int node = 0; node < later.size(); node++) {
      rows.add(
          row(subject, later, node)
              .withNumber(Col.PUBLISHED_TO, scores[node])
              .notCompared(NotCompared.UNIT_ONLY_LATER));
    }
  }

  private ChangeRow gone(ChangeRow.Subject subject, int node, double published) {
    return row(subject, earlier, node).withNumber(Col.PUBLISHED_FROM, published);
  }

  private ChangeRow row(ChangeRow.Subject subject, NodeTree tree, int node) {
    return new ChangeRow(framework, pair, subject, tree.id(node), tree.depth(node), how);
  }
}
