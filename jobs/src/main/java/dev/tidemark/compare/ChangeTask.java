package dev.tidemark.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piece of the work on one pair of periods, small enough to spread over cores, large enough to
 * share random numbers.
 *
 * @param pair number of the pair
 * @param kind what is compared
 * @param subject all units or a group; null for the other kinds
 * @param first first node, or first unit
 * @param end after the last
 */
record ChangeTask(int pair, Kind kind, ChangeRow.Subject subject, int first, int end)
    implements Serializable {
  /** What a piece compares. */
  enum Kind {
    /** Some nodes of all units or of a group. */
    SEVERAL_UNITS,
    /** All nodes of some units. */
    SINGLE_UNITS,
    /** Nothing: it lists what only one version has. */
    ONE_VERSION_ONLY
  }

  private static final int NODES = 32;
  private static final int UNITS = 16;

  /** All the work on one pair. */
  static List<ChangeTask> of(int number, PairedScores pair) {
    var tasks = new ArrayList<ChangeTask>();
    for (var subject : ChangeRow.Subject.several(pair)) {
      cut(tasks, number, Kind.SEVERAL_UNITS, subject, pair.tree().size(), NODES);
    }
    cut(tasks, number, Kind.SINGLE_UNITS, null, pair.units().size(), UNITS);
    tasks.add(new ChangeTask(number, Kind.ONE_VERSION_ONLY, null, 0, 0));
    return tasks;
  }

  private static void cut(
      List<ChangeTask> tasks, int pair, Kind kind, ChangeRow.Subject subject, int size, int step) {
    for (int first = 0; first < size; first += step) {
      tasks.add(new ChangeTask(pair, kind, subject, first, Math.min(size, first + step)));
    }
  }

  IntStream range() {
    return IntStream.range(first, end);
  }
}
