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
 * @param subject all units or a group; null where single units are compared
 * @param first first node, or first unit
 * @param end after the last
 */
record ChangeTask(int pair, ChangeRow.Subject subject, int first, int end) implements Serializable {
  private static final int NODES = 32;
  private static final int UNITS = 16;

  /** All the work on one pair. */
  static List<ChangeTask> of(int number, PairedScores pair) {
    var tasks = new ArrayList<ChangeTask>();
    cut(tasks, number, ChangeRow.Subject.EVERY_UNIT, pair.tree().size(), NODES);
    pair.groups()
        .forEach(
            (by, groups) ->
                groups.forEach(
                    group ->
                        cut(
                            tasks,
                            number,
                            new ChangeRow.Subject(ChangeRow.GROUP, by, group),
                            pair.tree().size(),
                            NODES)));
    cut(tasks, number, null, pair.units().size(), UNITS);
    return tasks;
  }

  private static void cut(
      List<ChangeTask> tasks, int pair, ChangeRow.Subject subject, int size, int step) {
    for (int first = 0; first < size; first += step) {
      tasks.add(new ChangeTask(pair, subject, first, Math.min(size, first + step)));
    }
  }

  int[] range() {
    return IntStream.range(first, end).toArray();
  }
}
