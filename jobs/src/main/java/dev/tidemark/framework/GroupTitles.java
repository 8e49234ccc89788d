package dev.tidemark.framework;

import dev.tidemark.error.NearestName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The {@code group-titles} of the file: what reports call the groups. */
final class GroupTitles {
  private GroupTitles() {}

  /**
   * Titles by grouping column and group.
   *
   * @param groups the grouping columns
   * @param units empty if they could not be read; then no group can be said to be unknown
   */
  static Map<String, Map<String, Title>> of(
      YamlNode node, Set<String> groups, Optional<List<Unit>> units, Faults faults) {
    var titles = new HashMap<String, Map<String, Title>>();
    entries(node, faults)
        .forEach(
            (column, ofColumn) -> {
              if (!groups.contains(column)) {
                faults.add(
                    ofColumn.place(),
                    "%s is none of the groups%s"
                        .formatted(Quote.of(column), NearestName.hint(column, groups)));
                return;
              }
              titles.put(column, ofColumn(column, ofColumn, units, faults));
            });
    return titles;
  }

  private static Map<String, Title> ofColumn(
      String column, YamlNode node, Optional<List<Unit>> units, Faults faults) {
    var known = units.map(all -> groupsIn(column, all));
    var titles = new HashMap<String, Title>();
    entries(node, faults)
        .forEach(
            (group, title) -> {
              known
                  .filter(groups -> !groups.contains(group))
                  .ifPresent(
                      groups ->
                          faults.add(
                              title.place(),
                              "no unit has the %s %s%s"
                                  .formatted(
                                      column, Quote.of(group), NearestName.hint(group, groups))));
              titles.put(group, Titles.of(title, faults));
            });
    return titles;
  }

  /** The groups that units have in a column. */
  static Set<String> groupsIn(String column, List<Unit> units) {
    return units.stream()
        .map(unit -> unit.groups().get(column))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The values of a mapping whose keys are free; none, with a fault, if it is no mapping. */
  static Map<String, YamlNode> entries(YamlNode node, Faults faults) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.values();
    }
    faults.add(node.place(), "must be a mapping; is " + node.description());
    return Map.of();
  }
}
