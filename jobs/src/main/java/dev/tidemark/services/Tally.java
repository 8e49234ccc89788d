package dev.tidemark.services;

import dev.tidemark.stats.KaplanMeier;
import dev.tidemark.stats.Outcome;
import dev.tidemark.table.Col;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** The enquiries of one kind to one subject in one period, counted. */
final class Tally {
  /** What is counted beside the lengths of waits. */
  private final Map<String, Long> counts = new TreeMap<>();

  /** By working days waited: how many were answered then, and how many were still waiting. */
  private final TreeMap<Integer, long[]> waits = new TreeMap<>();

  private int longest;
  private OptionalLong firstBeyond = OptionalLong.empty();

  /** Adds the enquiries of one row of {@link OutcomeCounts}. */
  void add(Row row) {
    for (var column : ServiceLevels.COUNTS) {
      counts.merge(column, row.<Long>getAs(column), Long::sum);
    }
    int waited = row.<Integer>getAs(Col.WAITED_WORKING_DAYS);
    var wait = waits.computeIfAbsent(waited, days -> new long[2]);
    long answered = row.<Long>getAs(Col.ANSWERED);
    wait[0] += answered;
    wait[1] += row.<Long>getAs(Col.N) - answered;
    if (row.getAs(OutcomeCounts.FIRST_BEYOND) != null) {
      longest = Math.max(longest, waited);
      long sent = row.<Long>getAs(OutcomeCounts.FIRST_BEYOND);
      firstBeyond = OptionalLong.of(Math.min(sent, firstBeyond.orElse(sent)));
    }
  }

  /** One of {@link ServiceLevels#COUNTS}. */
  long count(String column) {
    return counts.get(column);
  }

  /** Enquiries whose floor ended while observed. */
  int due() {
    return Math.toIntExact(count(Col.WITHIN_DUE) + count(Col.LATE) + count(Col.UNANSWERED));
  }

  /** Of these, those answered within it. */
  int withinDue() {
    return Math.toIntExact(count(Col.WITHIN_DUE));
  }

  int told() {
    return Math.toIntExact(count(Col.RESOLVED_TOLD));
  }

  int resolved() {
    return Math.toIntExact(count(Col.RESOLVED));
  }

  /** Working days of the longest wait beyond the floor; 0 if there is none. */
  int longest() {
    return longest;
  }

  /** When the first enquiry beyond the floor was sent, in microseconds of 1970. */
  OptionalLong firstBeyond() {
    return firstBeyond;
  }

  /** The share still waiting, by working days. */
  Outcome<KaplanMeier> waiting() {
    return KaplanMeier.of(
        waits.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
        waits.values().stream().mapToLong(wait -> wait[0]).toArray(),
        waits.values().stream().mapToLong(wait -> wait[1]).toArray());
  }
}
