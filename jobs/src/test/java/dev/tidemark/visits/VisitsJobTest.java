package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What units and groups need of visits, worked out by hand, and where a run may write. */
class VisitsJobTest {
  @Test
  void aUnitsTotalIsNullWhereAStageWasNotObserved() {
    assertThat(unitVisits("P1", TOTAL_VISITS)).containsExactly(2L, 2L, null, 0L);
    assertThat(unitVisits("P2", TOTAL_VISITS)).containsExactly(1L, 1L, 2L, null);
    assertThat(unitVisits("P3", TOTAL_VISITS)).containsExactly(null, null, null, null);
    assertThat(unitVisits("P1", N_STAGES)).containsExactly(2L, 2L, 1L, 2L);
    assertThat(unitVisits("P1", COVERAGE)).containsExactly(1.0, 1.0, 0.5, 1.0);
    assertThat(unitVisits("P3", COVERAGE)).containsExactly(0.0, 0.0, 0.0, 0.0);
  }

  @Test
  void aUnitIsAtMostOnceOrWithoutAVisitOnlyByItsTotal() {
    assertThat(unitVisits("P1", IS_AT_MOST_ONCE)).containsExactly(false, false, null, true);
    assertThat(unitVisits("P2", IS_AT_MOST_ONCE)).containsExactly(true, true, false, null);
    assertThat(unitVisits("P1", IS_ZERO_VISIT)).containsExactly(false, false, null, true);
  }

  /** a and b: (2 + 1) / 2; c and d have one total each. None of a, b was at most once twice. */
  @Test
  void allOfAUnitIsTheMeanOfItsTotalsAndAtMostOnceIfItAlwaysWas() {
    assertThat(unitVisits("all", MEAN_VISITS)).containsExactly(1.5, 1.5, 2.0, 0.0);
    assertThat(unitVisits("all", TOTAL_VISITS)).containsExactly(3L, 3L, 2L, 0L);
    assertThat(unitVisits("all", N_PERIODS)).containsExactly(2L, 2L, 1L, 1L);
    assertThat(unitVisits("all", COVERAGE)).containsExactly(4 / 6.0, 4 / 6.0, 0.5, 0.5);
    assertThat(unitVisits("all", IS_AT_MOST_ONCE)).containsExactly(false, false, false, true);
    assertThat(unitVisits("all", IS_ZERO_VISIT)).containsExactly(false, false, false, true);
  }

  @Test
  void aGroupIsTheMeanOfItsUnitsWithATotalAndCountsTheOthers() {
    assertThat(summary("P1", "all", MEAN_VISITS, N_UNITS, INCOMPLETE_UNITS))
        .containsExactly(4 / 3.0, 3L, 1L);
    assertThat(summary("P1", "north", MEAN_VISITS, N_UNITS, INCOMPLETE_UNITS))
        .containsExactly(2.0, 2L, 0L);
    assertThat(summary("P1", "south", MEAN_VISITS, N_UNITS, INCOMPLETE_UNITS, AT_MOST_ONCE_RATE))
        .containsExactly(null, 0L, 1L, null);
    assertThat(summary("P3", "all", MEAN_VISITS, N_UNITS, INCOMPLETE_UNITS))
        .containsExactly(null, 0L, 4L);
    assertThat(Visited.rows(Tables.VISIT_SUMMARY)).hasSize(4 * 3);
  }

  @Test
  void aGroupCountsItsUnitsAtMostOnceAndWithoutAVisit() {
    assertThat(summary("P1", "all", AT_MOST_ONCE_UNITS, AT_MOST_ONCE_RATE, ZERO_VISIT_UNITS))
        .containsExactly(1L, 1 / 3.0, 1L);
    assertThat(summary("P2", "all", AT_MOST_ONCE_UNITS, ZERO_VISIT_UNITS, ZERO_VISIT_RATE))
        .containsExactly(2L, 0L, 0.0);
  }

  /** (1.5 + 1.5 + 2 + 0) / 4. */
  @Test
  void allOfAGroupIsTheMeanOfItsUnitsMeans() {
    assertThat(summary("all", "all", MEAN_VISITS, N_UNITS, AT_MOST_ONCE_UNITS, ZERO_VISIT_UNITS))
        .containsExactly(1.25, 4L, 1L, 1L);
    assertThat(summary("all", "north", MEAN_VISITS)).containsExactly(1.5);
  }

  @Test
  void aStageSaysWhatItCostsItsShareAndItsRank() {
    var registration = stage("P1", "all", "registration");
    var seal = stage("P1", "all", "seal");

    assertThat(Visited.cells(registration, ORDINAL, TITLE_ZH, TITLE_EN))
        .containsExactly(0, "登记", "Registration");
    assertThat(Visited.cells(registration, N_UNITS, TOTAL_VISITS, MEAN_VISITS, SHARE, RANK))
        .containsExactly(4L, 4L, 1.0, 0.8, 1);
    assertThat(Visited.cells(seal, N_UNITS, TOTAL_VISITS, MEAN_VISITS, SHARE, RANK))
        .containsExactly(3L, 1L, 1 / 3.0, 0.2, 2);
  }

  @Test
  void stagesThatCostTheSameShareARank() {
    assertThat(Visited.cells(stage("P2", "north", "registration"), MEAN_VISITS, SHARE, RANK))
        .containsExactly(0.5, 0.5, 1);
    assertThat(Visited.cells(stage("P2", "north", "seal"), MEAN_VISITS, SHARE, RANK))
        .containsExactly(0.5, 0.5, 1);
  }

  @Test
  void aStageSaysWhereItsOnlineLoopStaysOpen() {
    assertThat(open("P1", "registration")).containsExactly(3L, 2L, 2L, 0L);
    assertThat(open("P1", "seal")).containsExactly(1L, 0L, 0L, 1L);
    assertThat(open("P2", "seal")).containsExactly(2L, 0L, 1L, 1L);
  }

  @Test
  void aStageListsTheReasonsOfItsVisitsMostVisitsFirstAndTheUntoldOne() {
    assertThat(reasons("P1", "registration"))
        .containsExactly("[both,1,2]", "[in-person,1,1]", "[pick-up,1,1]");
    assertThat(reasons("P1", "seal")).containsExactly("[null,1,1]");
    assertThat(reasons("P2", "seal")).containsExactly("[null,1,1]", "[pick-up,1,1]");
  }

  @Test
  void stagesTheFrameworkDoesNotListAreNamed() {
    assertThat(Visited.PROGRESS)
        .contains("visits: stages the framework does not list are left out: bank");
  }

  /** All of b: (9 + 1) / 2, since P1 was corrected, too, though its rows wait for their own run. */
  @Test
  void aRunForOnePeriodReplacesItAndAllAndTheChangesItIsIn() {
    var after = Visited.corrected(Tables.UNIT_VISITS);

    assertThat(Visited.FILES_OF_P1_AFTER_A_RUN_FOR_P2).isEqualTo(Visited.FILES_OF_P1).isNotEmpty();
    assertThat(column(after, TOTAL_VISITS, "P1")).containsExactly(2L, 2L, null, 0L);
    assertThat(column(after, TOTAL_VISITS, "P2")).containsExactly(1L, 1L, 2L, 3L);
    assertThat(column(after, MEAN_VISITS, "all")).containsExactly(1.5, 5.0, 2.0, 1.5);
    assertThat(Visited.corrected(Tables.VISIT_CHANGES))
        .filteredOn(row -> row.getAs(PERIOD_TO).equals("P2") && row.getAs(SCOPE).equals("unit"))
        .extracting(row -> row.<Double>getAs(CHANGE))
        .containsExactlyInAnyOrder(-1.0, -8.0, 0.0, 3.0);
  }

  private static List<Object> unitVisits(String period, String column) {
    return column(Visited.rows(Tables.UNIT_VISITS), column, period);
  }

  /** Of each unit, in their order. */
  private static List<Object> column(List<Row> rows, String column, String period) {
    return rows.stream()
        .filter(row -> row.getAs(PERIOD).equals(period))
        .sorted(Comparator.comparing(row -> row.<String>getAs(UNIT)))
        .map(row -> row.<Object>getAs(column))
        .toList();
  }

  private static List<Object> summary(String period, String group, String... columns) {
    return Visited.cells(
        Visited.one(Tables.VISIT_SUMMARY, Map.of(PERIOD, period, GROUP_ID, group)), columns);
  }

  private static Row stage(String period, String group, String stage) {
    return Visited.one(Tables.VISIT_STAGES, Map.of(PERIOD, period, GROUP_ID, group, STAGE, stage));
  }

  private static List<Object> open(String period, String stage) {
    return Visited.cells(
        stage(period, "all", stage),
        VISITED_UNITS,
        OPEN_AT_BEGINNING_UNITS,
        OPEN_AT_END_UNITS,
        OPEN_ELSEWHERE_UNITS);
  }

  private static List<String> reasons(String period, String stage) {
    return stage(period, "all", stage)
        .<Row>getList(stage(period, "all", stage).fieldIndex(REASONS))
        .stream()
        .map(Row::toString)
        .toList();
  }
}
