package dev.tidemark;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.support.Sample;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the sample says of replies to enquiries, as published or as R has it. */
class ServicesEndToEndTest {
  private static DeltaLake lake;

  @BeforeAll
  static void run() {
    lake = Sample.after("index", "findings");
  }

  /** Of the second wave, of consultations and complaints. */
  @Test
  void repliesWithinFiveWorkingDaysAndResolvedOnesAreAsPublished() {
    assertThat(level("W2", "consultation").<Long>getAs(WITHIN_FLOOR)).isEqualTo(22);
    assertThat(level("W2", "consultation").<Long>getAs(RESOLVED)).isEqualTo(16);
    assertThat(level("W2", "complaint").<Long>getAs(WITHIN_FLOOR)).isEqualTo(11);
    assertThat(level("W2", "complaint").<Long>getAs(RESOLVED)).isEqualTo(8);
  }

  /** {@code src/test/R/service_levels.R}. */
  @Test
  void repliesTakeThisLongWithTheUnansweredStillWaiting() {
    var consultations = level("W2", "consultation");
    var complaints = level("W1", "complaint");

    assertThat(consultations.<java.sql.Date>getAs(OBSERVED_UNTIL)).isEqualTo("2020-04-20");
    assertThat(times(consultations)).containsExactly(4.0, 2.0, 6.0, 13.0, 10.0, null);
    assertThat(times(complaints)).containsExactly(4.5, 3.0, 8.0, 13.0, 11.0, null);
    assertThat(consultations.<Double>getAs(WITHIN_LOW))
        .isCloseTo(0.4791396311978174, offset(1e-12));
    assertThat(consultations.<Double>getAs(WITHIN_HIGH))
        .isCloseTo(0.785120794051205, offset(1e-12));
  }

  /** {@code src/test/R/service_levels.R}: 3 cities gained, 9 lost. */
  @Test
  void fewerComplaintsWereAnsweredInTimeButTwentyFiveCitiesDoNotSettleIt() {
    var change =
        lake.read(Tables.SERVICE_CHANGES)
            .where(
                col(GROUP_BY)
                    .equalTo("all")
                    .and(col(KIND).equalTo("complaint"))
                    .and(col(MEASURE).equalTo(WITHIN_FLOOR)))
            .head();

    assertThat(change.<Long>getAs(N)).isEqualTo(25);
    assertThat(change.<Double>getAs(CHANGE)).isCloseTo(0.44 - 0.68, offset(1e-12));
    assertThat(change.<Double>getAs(P_VALUE)).isCloseTo(0.14599609375, offset(1e-12));
    assertThat(change.<String>getAs(VERDICT)).isEqualTo("inconclusive");
  }

  /**
   * Cities by points: in time, later, no reply or no channel, as the calibrated data set told them
   * by categories before they were derived.
   */
  @Test
  void timelinessOfTheIndexIsDerivedFromTheEnquiries() {
    assertThat(cities("W1", "I12")).isEqualTo(Map.of(100.0, 25L, 50.0, 4L, 0.0, 7L));
    assertThat(cities("W1", "I22")).isEqualTo(Map.of(100.0, 19L, 50.0, 11L, 0.0, 6L));
    assertThat(cities("W2", "I12")).isEqualTo(Map.of(100.0, 22L, 50.0, 9L, 0.0, 5L));
    assertThat(cities("W2", "I22")).isEqualTo(Map.of(100.0, 11L, 50.0, 12L, 0.0, 13L));
  }

  private static Map<Double, Long> cities(String period, String leaf) {
    return lake
        .read(Tables.INDEX_SCORES)
        .where(col(PERIOD).equalTo(period).and(col(NODE).equalTo(leaf)))
        .collectAsList()
        .stream()
        .collect(groupingBy(row -> row.<Double>getAs(SCORE), counting()));
  }

  /**
   * 34 and 27 were sent; of the cities below the floor each has its reply that came late or not.
   */
  @Test
  void theCitiesBelowTheFloorAreListedWithAnEnquiryToLookAt() {
    var below =
        lake.read(Tables.SERVICE_SHORTFALLS).where(col(PERIOD).equalTo("W2")).collectAsList();

    assertThat(below).hasSize(34 - 22 + 27 - 11);
    assertThat(below)
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs(EXAMPLE))
                    .isEqualTo("W2-" + row.getAs(UNIT) + "-" + row.getAs(KIND)));
  }

  private static Row level(String period, String kind) {
    return lake.read(Tables.SERVICE_LEVELS)
        .where(
            col(PERIOD)
                .equalTo(period)
                .and(col(KIND).equalTo(kind))
                .and(col(GROUP_BY).equalTo("all")))
        .head();
  }

  private static List<Double> times(Row level) {
    return Stream.of(
            MEDIAN_WORKING_DAYS, MEDIAN_LOW, MEDIAN_HIGH, P90_WORKING_DAYS, P90_LOW, P90_HIGH)
        .map(level::<Double>getAs)
        .toList();
  }
}
