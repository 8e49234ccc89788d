package dev.tidemark.visits;

import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changed from one period to the next, and what drove it, worked out by hand. */
class VisitComparisonTest {
  @Test
  void aDriverSaysHowTheHandlingOfAStageChanged() {
    assertThat(driver("a", "registration", FROM_VISITS, TO_VISITS, CHANGE, HOW))
        .containsExactly(2, 1, -1.0, "hall: apply+collect→collect");
    assertThat(driver("a", "seal", CHANGE, HOW)).containsExactly(0.0, "online→mail");
    assertThat(driver("b", "registration", CHANGE, HOW)).containsExactly(-1.0, "hall→online");
    assertThat(driver("b", "seal", CHANGE, HOW)).containsExactly(0.0, "hall");
    assertThat(driver("d", "registration", CHANGE, HOW, FROM_HANDLED_BY, TO_HANDLED_BY))
        .containsExactly(0.0, "?→online", null, "online");
  }

  /** In P1 and P2 each of eight was seen at least once; in P2 and P3 all but d's seal. */
  @Test
  void aStageMissingInOnePeriodIsNotObservedAndNeverZero() {
    assertThat(driver("c", "seal", FROM_VISITS, TO_VISITS, CHANGE, HOW, NOT_COMPARED_REASON))
        .containsExactly(null, 1, null, null, "not_observed_earlier");
    assertThat(driver("d", "seal", FROM_VISITS, TO_VISITS, CHANGE, NOT_COMPARED_REASON))
        .containsExactly(0, null, null, "not_observed_later");
    assertThat(Visited.rows(Tables.VISIT_DRIVERS)).hasSize(8 + 7);
  }

  /** a, b: −1 each over two stages; c, d: 0 over one. Two of four sign patterns are as far. */
  @Test
  void aChangeIsOverTheStagesOfBothPeriods() {
    assertThat(change("P2", "all", N, COVERAGE, MEAN_FROM, MEAN_TO, CHANGE, P_VALUE))
        .containsExactly(4, 0.75, 1.25, 0.75, -0.5, 0.5);
    assertThat(change("P2", "c", N, COVERAGE, CHANGE)).containsExactly(1, 0.5, 0.0);
    assertThat(change("P3", "all", N, CHANGE, NOT_COMPARED_REASON))
        .containsExactly(0, null, "no_unit_observed_in_both");
    assertThat(Visited.rows(Tables.VISIT_CHANGES)).hasSize(2 * (1 + 2 + 4));
  }

  @Test
  void onlyUnitsWithATotalInBothPeriodsReachOrLoseAtMostOnce() {
    assertThat(change("P2", "all", THRESHOLD_UNITS, REACHED_UNITS, LOST_UNITS))
        .containsExactly(2, 2, 0);
    assertThat(change("P2", "a", THRESHOLD_UNITS, REACHED_UNITS)).containsExactly(1, 1);
    assertThat(change("P2", "d", THRESHOLD_UNITS, REACHED_UNITS)).containsExactly(0, 0);
  }

  private static List<Object> driver(String unit, String stage, String... columns) {
    return Visited.cells(
        Visited.one(Tables.VISIT_DRIVERS, Map.of(PERIOD_TO, "P2", UNIT, unit, STAGE, stage)),
        columns);
  }

  private static List<Object> change(String to, String id, String... columns) {
    return Visited.cells(
        Visited.one(Tables.VISIT_CHANGES, Map.of(PERIOD_TO, to, SCOPE_ID, id)), columns);
  }
}
