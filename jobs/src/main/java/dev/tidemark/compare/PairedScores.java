package dev.tidemark.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two periods made comparable: every score of the units that both have, before and after.
 *
 * <p>Under one version a score is compared as published. Under two, both periods are scored again
 * on the leaves a unit has in both, with the later version's weights, so that nothing but scores
 * differs. Numbers are by node of the later tree and by unit that both versions have.
 */
final class PairedScores implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PeriodScores from;
  private final PeriodScores to;
  private final NodeMatch match;
  private final List<String> units = new ArrayList<>();
  private final List<Map<String, String>> unitGroups = new ArrayList<>();
  private final UnitChange[] changes;

  private PairedScores(PeriodScores from, PeriodScores to) {
    this.from = from;
    this.to = to;
    match = NodeMatch.of(from.tree(), to.tree());
    var earlier = new HashMap<String, Integer>();
    from.units().forEach(unit -> earlier.put(unit, earlier.size()));
    var paired = new ArrayList<UnitChange>();
    for (int i = 0; i < to.units().size(); i++) {
      var unit = to.units().get(i);
      if (earlier.containsKey(unit)) {
        units.add(unit);
        unitGroups.add(to.groups().get(i));
        var before = from.scores()[earlier.get(unit)];
        paired.add(UnitChange.of(match, isSameVersion(), before, to.scores()[i]));
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

  NodeMatch match() {
    return match;
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
    return IntStream.range(0, units.size())
        .filter(unit -> group.equals(unitGroups.get(unit).get(groupBy)))
        .toArray();
  }

  /** Every group of either period, by grouping column, in the order units name them. */
  Map<String, Set<String>> groups() {
    var groups = new LinkedHashMap<String, Set<String>>();
    for (var period : List.of(to, from)) {
      for (var unit : period.groups()) {
        unit.forEach((by, id) -> groups.computeIfAbsent(by, k -> new LinkedHashSet<>()).add(id));
      }
    }
    return groups;
  }

  /** Of some units, those that a node has comparable scores of. */
  int[] scored(int node, int[] among) {
    return Arrays.stream(among).filter(unit -> changes[unit].isScored(node)).toArray();
  }

  /** Of some units, those that both periods published a score of. */
  int[] published(int node, int[] among) {
    return Arrays.stream(among).filter(unit -> changes[unit].isPublished(node)).toArray();
  }

  /** All of {@link #units}. */
  int[] all() {
    return IntStream.range(0, units.size()).toArray();
  }

  double[] before(int node, int[] some) {
    return Arrays.stream(some).mapToDouble(unit -> changes[unit].before(node)).toArray();
  }

  double[] after(int node, int[] some) {
    return Arrays.stream(some).mapToDouble(unit -> changes[unit].after(node)).toArray();
  }
}
