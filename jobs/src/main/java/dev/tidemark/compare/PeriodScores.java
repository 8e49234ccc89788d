package dev.tidemark.compare;

import dev.tidemark.framework.Period;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The scores of one period, as {@code index_scores} has them, with the tree and the units of the
 * version they were computed under.
 */
final class PeriodScores implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String period;
  private final String version;
  private final NodeTree tree;
  private final ArrayList<String> units;
  private final ArrayList<Map<String, String>> groups;
  private final double[][] scores;

  /**
   * Takes one period's scores.
   *
   * @param version the framework's version
   * @param units ids of its units, in the framework's order
   * @param groups each unit's group by grouping column, in the order of {@code units}
   * @param scores points by unit and node; NaN for none
   */
  PeriodScores(
      String period,
      String version,
      NodeTree tree,
      List<String> units,
      List<Map<String, String>> groups,
      double[][] scores) {
    this.period = period;
    this.version = version;
    this.tree = tree;
    this.units = new ArrayList<>(units);
    this.groups = new ArrayList<>(groups);
    this.scores = scores;
  }

  String period() {
    return period;
  }

  String version() {
    return version;
  }

  NodeTree tree() {
    return tree;
  }

  List<String> units() {
    return units;
  }

  List<Map<String, String>> groups() {
    return groups;
  }

  /** Points by unit and node; NaN for none. */
  double[][] scores() {
    return scores;
  }

  /** Mean over the units of a group that have a score, as {@code group_scores}; NaN if none has. */
  double mean(int node, String groupBy, String group) {
    return IntStream.range(0, units.size())
        .filter(unit -> groupBy.equals(Period.ALL) || group.equals(groups.get(unit).get(groupBy)))
        .mapToDouble(unit -> scores[unit][node])
        .filter(score -> !Double.isNaN(score))
        .average()
        .orElse(Double.NaN);
  }
}
