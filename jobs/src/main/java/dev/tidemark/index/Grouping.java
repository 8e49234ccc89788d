package dev.tidemark.index;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** The units' groups by one grouping column, numbered after those of the columns before it. */
final class Grouping implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int NONE = -1;

  private final String column;
  private final int first;
  private final ArrayList<String> ids;
  private final int[] byUnit;

  private Grouping(String column, int first, List<Unit> units, Function<Unit, String> group) {
    var numbers = new LinkedHashMap<String, Integer>();
    this.column = column;
    this.first = first;
    this.byUnit = new int[units.size()];
    for (int unit = 0; unit < byUnit.length; unit++) {
      var id = group.apply(units.get(unit));
      byUnit[unit] = NONE;
      if (id != null) {
        byUnit[unit] = numbers.computeIfAbsent(id, added -> first + numbers.size());
      }
    }
    this.ids = new ArrayList<>(numbers.keySet());
  }

  /** One for all units together, as {@link Period#ALL}, and one for each grouping column. */
  static List<Grouping> all(EvaluationFramework framework) {
    var units = framework.units();
    var all = new ArrayList<Grouping>();
    all.add(new Grouping(Period.ALL, 0, units, unit -> Period.ALL));
    for (var column : framework.groups()) {
      var before = all.get(all.size() - 1);
      all.add(new Grouping(column, before.end(), units, unit -> unit.groups().get(column)));
    }
    return all;
  }

  String column() {
    return column;
  }

  List<String> ids() {
    return ids;
  }

  /** The number of its first group. */
  int first() {
    return first;
  }

  /** The number after its last group. */
  int end() {
    return first + ids.size();
  }

  /** The number of a unit's group; below 0 if it belongs to none. */
  int groupOf(int unitNo) {
    return byUnit[unitNo];
  }
}
