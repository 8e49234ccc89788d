package dev.tidemark.issues.bottleneck;

import static dev.tidemark.table.Col.*;

import dev.tidemark.stats.KaplanMeier;
import dev.tidemark.stats.Outcome;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** The messages of one stage at one department in one period, counted. */
final class Cell {
  /**
   * Counts of messages.
   *
   * @param withinDue answered within a floor that ended while observed
   * @param late answered after it
   * @param unanswered not answered though it ended
   * @param undetermined not answered, and it still ran
   * @param unresolved of {@code told}
   * @param told of which is told whether they were resolved
   */
  record Counts(
      long n,
      long answered,
      long withinDue,
      long late,
      long unanswered,
      long undetermined,
      long unresolved,
      long told) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(Row row) {
      return new Counts(
          row.<Long>getAs(N),
          row.<Long>getAs(ANSWERED),
          row.<Long>getAs(WITHIN_DUE),
          row.<Long>getAs(LATE),
          row.<Long>getAs(UNANSWERED),
          row.<Long>getAs(UNDETERMINED),
          row.<Long>getAs(UNRESOLVED),
          row.<Long>getAs(RESOLVED_TOLD));
    }

    Counts plus(Counts more) {
      return new Counts(
          n + more.n,
          answered + more.answered,
          withinDue + more.withinDue,
          late + more.late,
          unanswered + more.unanswered,
          undetermined + more.undetermined,
          unresolved + more.unresolved,
          told + more.told);
    }
  }

  private final TreeMap<Integer, Counts> byWait = new TreeMap<>();

  /** Adds messages that had waited so many working days when they were answered, or last seen. */
  Cell add(int waited, Counts counts) {
    byWait.merge(waited, counts, Counts::plus);
    return this;
  }

  void add(Cell other) {
    other.byWait.forEach(this::add);
  }

  Counts all() {
    return byWait.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  int unresolved() {
    return Math.toIntExact(all().unresolved());
  }

  int told() {
    return Math.toIntExact(all().told());
  }

  /** Not answered within the floor. */
  int beyond() {
    return Math.toIntExact(all().late() + all().unanswered());
  }

  /** Whose floor ended while observed. */
  int due() {
    return Math.toIntExact(all().withinDue()) + beyond();
  }

  /** The share still waiting, by working days. */
  Outcome<KaplanMeier> waiting() {
    return KaplanMeier.of(
        byWait.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
        byWait.values().stream().mapToLong(Counts::answered).toArray(),
        byWait.values().stream().mapToLong(counts -> counts.n() - counts.answered()).toArray());
  }
}
