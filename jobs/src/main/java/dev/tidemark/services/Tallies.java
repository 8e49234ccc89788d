package dev.tidemark.services;

import dev.tidemark.framework.Unit;
import dev.tidemark.table.Col;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * The enquiries of all subjects, counted on the driver: for each some numbers and the counts of
 * some dozen lengths, however many enquiries there are.
 */
final class Tallies {
  private record Key(String period, String kind) {}

  private final Map<String, List<Subject>> subjects = new HashMap<>();
  private final Map<Key, SortedMap<Subject, Tally>> tallies = new HashMap<>();
  private final SortedSet<String> kinds = new TreeSet<>();

  /** None yet; enquiries to other units than these are not counted. */
  Tallies(List<Unit> units, List<String> groups) {
    units.forEach(unit -> subjects.put(unit.id(), Subject.of(unit, groups)));
  }

  /** Adds the enquiries of one row of {@link OutcomeCounts}. */
  void add(Row row) {
    var kind = row.<String>getAs(Col.KIND);
    kinds.add(kind);
    var same =
        tallies.computeIfAbsent(
            new Key(row.getAs(Col.PERIOD), kind), key -> new TreeMap<Subject, Tally>());
    for (var subject : subjects.getOrDefault(row.<String>getAs(Col.UNIT), List.of())) {
      same.computeIfAbsent(subject, none -> new Tally()).add(row);
    }
  }

  /** The kinds of enquiry there are. */
  SortedSet<String> kinds() {
    return kinds;
  }

  /** Those of one kind in one period, by subject. */
  SortedMap<Subject, Tally> of(String period, String kind) {
    return tallies.getOrDefault(new Key(period, kind), new TreeMap<>());
  }

  Optional<Tally> of(String period, String kind, Subject subject) {
    return Optional.ofNullable(of(period, kind).get(subject));
  }

  /** The subjects a unit belongs to. */
  List<Subject> subjectsOf(String unit) {
    return subjects.getOrDefault(unit, List.of());
  }
}
