package dev.tidemark.issues.bottleneck;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Period;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Messages counted by period, stage and department; those of all periods under 'all', too. */
final class Cells {
  /** A stage at a department. */
  record Place(String stage, String department) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::stage).thenComparing(Place::department);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<String, SortedMap<Place, Cell>> byPeriod = new HashMap<>();

  /** Adds a row of {@link StageCounts}. */
  void add(Row row) {
    var counted = new Cell().add(row.<Integer>getAs(WAITED_WORKING_DAYS), Cell.Counts.of(row));
    add(row.getAs(PERIOD), new Place(row.getAs(STAGE), row.getAs(DEPARTMENT)), counted);
  }

  void add(String period, Place place, Cell counted) {
    cell(period, place).add(counted);
    cell(Period.ALL, place).add(counted);
  }

  /** In the order of stage and department; empty if there are none. */
  SortedMap<Place, Cell> of(String period) {
    return Collections.unmodifiableSortedMap(byPeriod.getOrDefault(period, new TreeMap<>()));
  }

  private Cell cell(String period, Place place) {
    return byPeriod
        .computeIfAbsent(period, none -> new TreeMap<>())
        .computeIfAbsent(place, none -> new Cell());
  }
}
