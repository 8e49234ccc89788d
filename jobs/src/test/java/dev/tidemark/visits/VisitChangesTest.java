package dev.tidemark.visits;

import static dev.tidemark.support.Frameworks.ofVisits;
import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.VisitRules;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.table.Tables;
import dev.tidemark.visits.UnitPair.Threshold;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Expected values: by hand, and src/test/R/visit_changes.R. Four stages are expected. */
class VisitChangesTest {
  private static final List<String> COLUMNS = List.of(Tables.VISIT_CHANGES.schema().fieldNames());
  private static final PeriodPairs.Pair PERIODS = new PeriodPairs.Pair("P1", "P2");
  private static final EvaluationFramework FRAMEWORK =
      ofVisits(
          List.of("P1", "P2"),
          List.of("region", "type"),
          List.of(
              unit("a", Map.of("region", "north", "type", "port")),
              unit("b", Map.of("region", "north", "type", "port")),
              unit("c", Map.of("region", "north", "type", "inland")),
              unit("d", Map.of("region", "south", "type", "port")),
              unit("e", Map.of("region", "south", "type", "inland")),
              unit("f", Map.of("region", "west"))),
          VisitRules.DEFAULT);

  /** Differences −1, −1, −1, 0, 0, −4. */
  private static final Map<String, UnitPair> UNITS =
      Map.of(
          "a", new UnitPair(4, 3, 2, Threshold.MISSED),
          "b", new UnitPair(4, 2, 1, Threshold.REACHED),
          "c", new UnitPair(4, 2, 1, Threshold.REACHED),
          "d", new UnitPair(4, 1, 1, Threshold.KEPT),
          "e", new UnitPair(4, 0, 0, Threshold.KEPT),
          "f", new UnitPair(4, 4, 0, Threshold.REACHED));

  private final List<Row> changes = VisitChanges.of(FRAMEWORK, PERIODS, 4, UNITS);

  @Test
  void theMeanChangeOfAllUnitsIsTestedByFlippingSignsWithAnIntervalOfT() {
    assertThat(cells("all", "all", N, COVERAGE, MEAN_FROM, MEAN_TO, CHANGE, TEST, P_VALUE, P_ERROR))
        .containsExactly(6, 1.0, 2.0, 5 / 6.0, -7 / 6.0, "sign-flip", 0.125, 0.0);
    assertThat(number("all", "all", CI_LOW)).isCloseTo(-2.711394102693846, within(1e-10));
    assertThat(number("all", "all", CI_HIGH)).isCloseTo(0.3780607693605122, within(1e-10));
  }

  @Test
  void aScopeCountsWhoReachedAndWhoLostAtMostOnce() {
    assertThat(
            cells(
                "all",
                "all",
                THRESHOLD_UNITS,
                AT_MOST_ONCE_FROM,
                AT_MOST_ONCE_TO,
                REACHED_UNITS,
                LOST_UNITS))
        .containsExactly(6, 2, 5, 3, 0);
    assertThat(number("all", "all", P_AT_MOST_ONCE)).isCloseTo(0.25, within(1e-12));
    assertThat(cells("unit", "f", REACHED_UNITS, LOST_UNITS, P_AT_MOST_ONCE))
        .containsExactly(1, 0, null);
  }

  /** Three units, each a visit less: 2 of 8 patterns are as far; and nothing to spread. */
  @Test
  void aGroupWhoseUnitsAllChangedAlikeIsTestedWithoutAnInterval() {
    assertThat(cells("region", "north", N, CHANGE, P_VALUE, CI_LOW, CI_HIGH, NOT_TESTED_REASON))
        .containsExactly(3, -1.0, 0.25, null, null, null);
  }

  @Test
  void aGroupWithoutAnyChangeIsNotTestedAndSaysWhy() {
    assertThat(cells("region", "south", N, CHANGE, P_VALUE, P_ERROR, NOT_TESTED_REASON))
        .containsExactly(2, 0.0, null, null, "all_zero");
  }

  @Test
  void aGroupOfOneUnitIsNotTestedAndSaysWhy() {
    assertThat(cells("region", "west", N, CHANGE, P_VALUE, CI_LOW, NOT_TESTED_REASON))
        .containsExactly(1, -4.0, null, null, "too_few");
  }

  @Test
  void aUnitIsTestedByTheExactConditionalTestOfTwoCounts() {
    assertThat(cells("unit", "f", N, MEAN_FROM, MEAN_TO, CHANGE, TEST))
        .containsExactly(4, 4.0, 0.0, -4.0, "poisson");
    assertThat(number("unit", "f", P_VALUE)).isCloseTo(0.125, within(1e-12));
    assertThat(number("unit", "f", CI_LOW)).isEqualTo(-4.0);
    assertThat(number("unit", "f", CI_HIGH)).isCloseTo(0.8189170849317966, within(1e-10));
    assertThat(number("unit", "a", P_VALUE)).isCloseTo(1.0, within(1e-12));
    assertThat(number("unit", "a", CI_LOW)).isCloseTo(-4.472550494736831, within(1e-10));
    assertThat(number("unit", "a", CI_HIGH)).isCloseTo(3.5336720036532676, within(1e-10));
  }

  @Test
  void aUnitWithoutAnyVisitIsNotTestedAndSaysWhy() {
    assertThat(cells("unit", "e", CHANGE, P_VALUE, P_ADJUSTED, NOT_TESTED_REASON))
        .containsExactly(0.0, null, null, "no_events");
  }

  /** Port: −1, −1, 0, p 2/4; inland: −1, 0, p 2/2; Holm doubles the smaller. f has no type. */
  @Test
  void theGroupsOfOneColumnAreAFamilyOfTests() {
    assertThat(cells("type", "port", P_VALUE, P_ADJUSTED)).containsExactly(0.5, 1.0);
    assertThat(cells("type", "inland", P_VALUE, P_ADJUSTED)).containsExactly(1.0, 1.0);
    assertThat(cells("region", "north", P_VALUE, P_ADJUSTED)).containsExactly(0.25, 0.25);
  }

  /** Five units have a p; Holm multiplies the smallest, 0.125, by five. */
  @Test
  void theUnitsAreAFamilyOfTestsWithoutThoseNotTested() {
    assertThat(number("unit", "f", P_ADJUSTED)).isCloseTo(0.625, within(1e-12));
    assertThat(number("unit", "a", P_ADJUSTED)).isEqualTo(1.0);
  }

  @Test
  void everyScopeHasOneRow() {
    assertThat(changes).hasSize(1 + 3 + 2 + 6);
  }

  /** b lacks a stage in one of the periods, c all; f was never seen. */
  @Test
  void onlyStagesObservedInBothPeriodsCountAndCoverageSaysHowMany() {
    var partly =
        VisitChanges.of(
            FRAMEWORK,
            PERIODS,
            4,
            Map.of(
                "a", new UnitPair(4, 3, 2, Threshold.MISSED),
                "b", new UnitPair(3, 1, 0, Threshold.UNKNOWN),
                "c", new UnitPair(0, 0, 0, Threshold.UNKNOWN)));

    assertThat(cells(partly, "region", "north", N, COVERAGE, MEAN_FROM, MEAN_TO, THRESHOLD_UNITS))
        .containsExactly(2, 7 / 8.0, 2.0, 1.0, 1);
    assertThat(cells(partly, "unit", "b", N, COVERAGE, CHANGE, THRESHOLD_UNITS))
        .containsExactly(3, 0.75, -1.0, 0);
    assertThat(cells(partly, "unit", "c", N, COVERAGE, CHANGE, NOT_COMPARED_REASON))
        .containsExactly(0, 0.0, null, "no_common_stage");
    assertThat(cells(partly, "unit", "f", N, COVERAGE, CHANGE, NOT_COMPARED_REASON))
        .containsExactly(0, 0.0, null, "no_common_stage");
    assertThat(cells(partly, "region", "west", N, COVERAGE, CHANGE, NOT_COMPARED_REASON))
        .containsExactly(0, 0.0, null, "no_unit_observed_in_both");
  }

  @Test
  void withoutAnyStageExpectedNothingIsCompared() {
    var nothing = VisitChanges.of(FRAMEWORK, PERIODS, 0, Map.of());

    assertThat(cells(nothing, "all", "all", N, COVERAGE, CHANGE, NOT_COMPARED_REASON))
        .containsExactly(0, 0.0, null, "no_unit_observed_in_both");
  }

  private double number(String by, String id, String column) {
    return (double) cells(by, id, column).get(0);
  }

  private List<Object> cells(String by, String id, String... columns) {
    return cells(changes, by, id, columns);
  }

  private static List<Object> cells(List<Row> rows, String by, String id, String... columns) {
    var row =
        rows.stream()
            .filter(r -> r.get(COLUMNS.indexOf(GROUP_BY)).equals(by))
            .filter(r -> r.get(COLUMNS.indexOf(SCOPE_ID)).equals(id))
            .findFirst()
            .orElseThrow();
    return Arrays.stream(columns).map(COLUMNS::indexOf).map(row::get).toList();
  }
}
