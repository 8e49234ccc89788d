package dev.tidemark.visits;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Whose change it is.
 *
 * @param scope all, group or unit
 * @param groupBy the grouping column of a group; else the scope
 * @param id the group or unit; 'all' for every unit
 * @param units ids of its units
 */
record Subject(String scope, String groupBy, String id, List<String> units) {
  static final String GROUP = "group";
  static final String UNIT = "unit";

  /** All subjects, in families of tests that are adjusted together. */
  static List<List<Subject>> families(EvaluationFramework framework) {
    var units = framework.units().stream().map(Unit::id).toList();
    var families = new ArrayList<List<Subject>>();
    families.add(List.of(new Subject(Period.ALL, Period.ALL, Period.ALL, units)));
    framework.groups().forEach(by -> families.add(groups(framework, by)));
    families.add(units.stream().map(unit -> new Subject(UNIT, UNIT, unit, List.of(unit))).toList());
    return families;
  }

  private static List<Subject> groups(EvaluationFramework framework, String by) {
    var members = new LinkedHashMap<String, List<String>>();
    for (var unit : framework.units()) {
      if (unit.groups().containsKey(by)) {
        members.computeIfAbsent(unit.groups().get(by), id -> new ArrayList<>()).add(unit.id());
      }
    }
    return members.entrySet().stream()
        .map(group -> new Subject(GROUP, by, group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  boolean isUnit() {
    return scope.equals(UNIT);
  }
}
