package dev.tidemark.services;

import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import dev.tidemark.table.Col;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose enquiries are counted together.
 *
 * @param by the grouping column; {@code all}, or {@code unit}
 * @param id the group, the unit, or {@code all}
 */
record Subject(String by, String id) implements Comparable<Subject> {
  static final Subject ALL = new Subject(Period.ALL, Period.ALL);

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::by).thenComparing(Subject::id);

  static Subject unit(String id) {
    return new Subject(Col.UNIT, id);
  }

  /** Itself, its groups and all. */
  static List<Subject> of(Unit unit, List<String> groups) {
    return Stream.concat(
            Stream.of(ALL, unit(unit.id())),
            groups.stream()
                .filter(unit.groups()::containsKey)
                .map(by -> new Subject(by, unit.groups().get(by))))
        .toList();
  }

  boolean isUnit() {
    return by.equals(Col.UNIT);
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
