package dev.tidemark.issues;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** What earlier runs have written, as far as it still holds. */
final class IssueHistory {
  private final DeltaLake lake;
  private final EvaluationFramework framework;
  private final List<String> periods;
  private final Map<String, String> kept = new HashMap<>();
  private final List<String> fingerprints = new ArrayList<>();

  /**
   * Compares the messages with those that were searched.
   *
   * @param digests one row per period with messages: the period, their number, their digest
   * @param kept rows of {@code issue_periods}: the period and its fingerprint
   */
  IssueHistory(DeltaLake lake, EvaluationFramework framework, List<Row> digests, List<Row> kept) {
    this.lake = lake;
    this.framework = framework;
    periods = framework.periods().stream().map(Period::id).toList();
    kept.forEach(row -> this.kept.put(row.getString(0), row.getString(1)));
    var digestOf = new TreeMap<String, String>();
    digests.forEach(row -> digestOf.put(row.getString(0), row.getLong(1) + " " + row.getLong(2)));
    var declared = framework.periodFingerprints();
    // A period that joins at the end leaves those before it as they are.
    var before = framework.fingerprintWithoutPeriods();
    for (var period : periods) {
      var digest = digestOf.getOrDefault(period, "none");
      before = hash(before + " " + declared.get(period) + " " + digest);
      fingerprints.add(before);
    }
  }

  /**
   * The periods to be searched anew: from the first whose messages, or those before it, changed.
   *
   * @param asked ids of periods asked for; empty for all. Those before them are searched, too,
   *     where they never were, and those after them that were.
   * @return numbers of periods, without a gap; none if nothing changed
   */
  List<Integer> changed(List<String> asked) {
    int last = -1;
    for (int i = 0; i < periods.size(); i++) {
      var period = periods.get(i);
      if (asked.isEmpty() || asked.contains(period) || kept.containsKey(period)) {
        last = i;
      }
    }
    int first = 0;
    while (first <= last && fingerprints.get(first).equals(kept.get(periods.get(first)))) {
      first++;
    }
    var changed = new ArrayList<Integer>();
    for (int i = first; i <= last; i++) {
      changed.add(i);
    }
    return changed;
  }

  /** The fingerprint of a period. */
  String fingerprint(int period) {
    return fingerprints.get(period);
  }

  /** Rows that an earlier run wrote of the periods before one; none before the first. */
  List<Row> before(int period, TableSpec table) {
    return period == 0 || !lake.has(table)
        ? List.of()
        : lake.read(table)
            .where(col(PERIOD).isin(periods.subList(0, period).toArray()))
            .collectAsList();
  }

  /** What was known before a period. */
  IssueMemory memoryBefore(int period) {
    var memory = new IssueMemory();
    for (var row : before(period, Tables.ISSUE_MESSAGES)) {
      String assigned = row.getAs(ASSIGNED_IN);
      int since = assigned == null ? period : periods.indexOf(assigned);
      if (since < period) {
        memory.put(
            row.getAs(ID), new Membership(row.getAs(ISSUE_ID), since, row.getAs(SIMILARITY)));
      }
    }
    before(period, Tables.ISSUES).stream()
        .sorted(Comparator.comparingInt(row -> periods.indexOf(row.<String>getAs(PERIOD))))
        .forEach(
            row ->
                memory.represent(
                    row.getAs(ISSUE_ID), row.getList(row.fieldIndex(REPRESENTATIVE_IDS))));
    return memory;
  }

  /** The periods looked at together with one: itself, the one before, and those not long before. */
  List<String> window(int period) {
    var start = framework.periods().get(period).start();
    var earliest = start.minusDays(framework.issues().identity().windowDays());
    var window = new ArrayList<String>();
    for (int i = 0; i <= period; i++) {
      if (i >= period - 1 || !framework.periods().get(i).end().isBefore(earliest)) {
        window.add(periods.get(i));
      }
    }
    return window;
  }

  private static String hash(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
