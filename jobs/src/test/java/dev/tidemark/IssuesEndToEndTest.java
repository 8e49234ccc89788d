package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.support.PlantedMessages;
import dev.tidemark.support.Sample;
import dev.tidemark.table.Tables;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample's 1,500 messages, against what was planted in them. */
class IssuesEndToEndTest {
  private static final Map<String, String> PLANTED = PlantedMessages.issues();

  /** The issue of each message that has one. */
  private static final Map<String, String> FOUND = new HashMap<>();

  private static final Map<String, String> PERIODS = new HashMap<>();
  private static final Map<String, String> TRENDS = new HashMap<>();

  @BeforeAll
  static void run() {
    var lake = Sample.after("issues");
    lake.read(Tables.ISSUE_MESSAGES)
        .select(ID, PERIOD, ISSUE_ID)
        .collectAsList()
        .forEach(
            row -> {
              PERIODS.put(row.getString(0), row.getString(1));
              if (!row.isNullAt(2)) {
                FOUND.put(row.getString(0), row.getString(2));
              }
            });
    lake.read(Tables.ISSUES)
        .where(col(PERIOD).equalTo("W2"))
        .select(ISSUE_ID, TREND)
        .collectAsList()
        .forEach(row -> TRENDS.put(row.getString(0), row.getString(1)));
  }

  /** F1 of pairs of messages that are together where they belong together. */
  @Test
  void plantedIssuesAreFound() {
    long together =
        pairs(
            PLANTED.keySet().stream()
                .filter(FOUND::containsKey)
                .collect(groupingBy(id -> PLANTED.get(id) + " " + FOUND.get(id), counting()))
                .values());
    long found = pairs(FOUND.values().stream().collect(groupingBy(i -> i, counting())).values());
    long planted =
        pairs(PLANTED.values().stream().collect(groupingBy(i -> i, counting())).values());

    assertThat(2.0 * together / (found + planted)).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void theirIdsSurviveTheSecondPeriod() {
    var first = mostFrequent("W1");
    var second = mostFrequent("W2");
    first.keySet().retainAll(second.keySet());

    long survived = first.keySet().stream().filter(i -> first.get(i).equals(second.get(i))).count();

    assertThat(first).hasSizeGreaterThan(25);
    assertThat((double) survived / first.size()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void plantedTrendsAreTold() {
    var trends = PlantedMessages.trends();
    var issues = mostFrequent("W2");
    mostFrequent("W1").forEach(issues::putIfAbsent);

    var wrong = new TreeMap<String, String>();
    trends.forEach(
        (planted, trend) -> {
          var told = TRENDS.get(issues.get(planted));
          if (!trend.equals("steady") && !Objects.equals(told, trend)) {
            wrong.put(planted, trend + " is told as " + told);
          }
        });

    assertThat(wrong).isEmpty();
  }

  /** The issue that most of a planted one's messages of a period have. */
  private static Map<String, String> mostFrequent(String period) {
    var counts = new TreeMap<String, Map<String, Integer>>();
    PLANTED.forEach(
        (id, planted) -> {
          if (FOUND.containsKey(id) && PERIODS.get(id).equals(period)) {
            counts
                .computeIfAbsent(planted, any -> new TreeMap<>())
                .merge(FOUND.get(id), 1, Integer::sum);
          }
        });
    var most = new TreeMap<String, String>();
    counts.forEach(
        (planted, issues) ->
            most.put(
                planted,
                issues.entrySet().stream()
                    .max(Comparator.comparingInt(Map.Entry::getValue))
                    .orElseThrow()
                    .getKey()));
    return most;
  }

  private static long pairs(Collection<Long> sizes) {
    return sizes.stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}
