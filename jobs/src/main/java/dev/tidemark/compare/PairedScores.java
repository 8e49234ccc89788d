package dev.tidemark.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two periods made comparable: every score of the units that both have, before and after, and what
 * of the published difference is due to scores, weights and coverage.
 *
 * <p>Under one version a score is compared as published. Under two, both periods are scored again
 * on the leaves a unit has in both, with the later version's weights, so that nothing but scores
 * differs. Numbers are by node of the later tree and by unit that both periods have.
 */
final class PairedScores implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PeriodScores from;
  private final PeriodScores to;
  private final List<String> units = new ArrayList<>();
  private final UnitChange[] changes;

  private PairedScores(PeriodScores from, PeriodScores to) {
    this.from = from;
    this.to = to;
    var earlier = new HashMap<String, Integer>();
    for (int i = 0; i < from.units().size(); i++) {
      earlier.put(from.units().get(i), i);
    }
    var paired = new ArrayList<UnitChange>();
    for (int i = 0; i < to.units().size(); i++) {
      var unit = to.units().get(i);
      if (earlier.containsKey(unit)) {
        units.add(unit);
        paired.add(UnitChange.of(from, earlier.get(unit), to, i));
      }
    }
    changes = paired.toArray(UnitChange[]::new);
  }

  /** Pairs the units of two periods. */
  static PairedScores of(PeriodScores from, PeriodScores to) {
    return new PairedScores(from, to);
  }

  PeriodScores from() {
    return from;
  }

  PeriodScores to() {
    return to;
  }

  /** The later version's tree: what the numbers of nodes are of. */
  NodeTree tree() {
    return to.tree();
  }

  boolean isSameVersion() {
    return from.version().equals(to.version());
  }

  /** Units that both versions have, scored or not. */
  List<String> units() {
    return units;
  }

  /** The change of one of {@link #units}. */
  UnitChange change(int unit) {
    return changes[unit];
  }

  /** The units of a group, by the later version's grouping. */
  int[] members(String groupBy, String group) {
    var later = new HashMap<String, Map<String, String>>();
    for (int i = 0; i < to.units().size(); i++) {
      later.put(to.units().get(i), to.groups().get(i));
    }
    return java.util.stream.IntStream.range(0, units.size())
        .filter(unit -> group.equals(later.get(units.get(unit)).get(groupBy)))
        .toArray();
  }

  /** Every group of either period, by grouping column, in the order units name them. */
  Map<String, List<String>> groups() {
    var groups = new LinkedHashMap<String, List<String>>();
    for (var period : List.of(to, from)) {
      for (var unit : period.groups()) {
        unit.forEach(
            (by, group) -> {
              var list = groups.computeIfAbsent(by, key -> new ArrayList<>());
              if (!list.contains(group)) {
                list.add(group);
              }
            });
      }
    }
    return groups;
  }

  /** Of some units, those that a node has a score of in both periods. */
  int[] scored(int node, int[] among) {
    return Arrays.stream(among).filter(unit -> changes[unit].isScored(node)).toArray();
  }

  /** All of {@link #units}. */
  int[] all() {
    return java.util.stream.IntStream.range(0, units.size()).toArray();
  }

  double[] before(int node, int[] some) {
    return Arrays.stream(some).mapToDouble(unit -> changes[unit].before(node)).toArray();
  }

  double[] after(int node, int[] some) {
    return Arrays.stream(some).mapToDouble(unit -> changes[unit].after(node)).toArray();
  }
}
