package dev.tidemark.visits;

import static dev.tidemark.support.Frameworks.ofVisits;
import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.VisitRules;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.support.Findings;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The framework lists no stages, and bank is missing in the whole of P2: of three units only c
 * changed, by a visit less to the seal. Nothing was observed in P3.
 */
class UndeclaredStagesTest {
  private static final String VISITS_OF_TWO_PERIODS =
      """
      P1 a seal 1 apply
      P1 a bank 2 apply
      P1 b seal 0 -
      P1 b bank 2 Apply
      P1 c seal 2 apply
      P1 c bank 2 apply
      P2 a seal 1 apply
      P2 b seal 0 notarise
      P2 c seal 1 apply
      """;

  @TempDir private static Path folder;
  private static Findings findings;

  @BeforeAll
  static void count() {
    var units = List.of(unit("a", Map.of()), unit("b", Map.of()), unit("c", Map.of()));
    findings =
        Findings.in(
            folder, ofVisits(List.of("P1", "P2", "P3"), List.of(), units, VisitRules.DEFAULT));
    findings.deliver(Tables.VISITS, VISITS_OF_TWO_PERIODS, UndeclaredStagesTest::visits);
    findings.run(new VisitsJob(null, null));
  }

  @Test
  void aPeriodWithoutAStageOfAnotherHasNoTotals() {
    assertThat(
            findings.rows(
                Tables.UNIT_VISITS,
                PERIOD,
                UNIT,
                TOTAL_VISITS,
                N_STAGES,
                COVERAGE,
                IS_AT_MOST_ONCE))
        .contains(
            "P1 a 3 2 1.0 false",
            "P1 b 2 2 1.0 false",
            "P1 c 4 2 1.0 false",
            "P2 a - 1 0.5 -",
            "P2 b - 1 0.5 -",
            "P2 c - 1 0.5 -",
            "all a 3 3 0.5 false");
    assertThat(findings.rows(Tables.VISIT_SUMMARY, PERIOD, N_UNITS, MEAN_VISITS, AT_MOST_ONCE_RATE))
        .contains("P1 3 3.0 0.0", "P2 0 - -");
  }

  @Test
  void nobodyReachesAtMostOnceByAStageThatWasNotObserved() {
    assertThat(
            findings.rows(
                Tables.VISIT_CHANGES,
                PERIOD_TO,
                SCOPE,
                N,
                COVERAGE,
                CHANGE,
                THRESHOLD_UNITS,
                REACHED_UNITS))
        .contains("P2 all 3 0.5 -0.3333333333333333 0 0");
  }

  @Test
  void whatIsMissingAndStepsAtNeitherEndAreNamed() {
    assertThat(findings.progress())
        .contains(
            "visits: stages no unit has in a period, so that no unit has a total in it: bank in P2",
            "visits: steps at neither end of the online loop are open elsewhere: Apply");
  }

  @Test
  void onlyThePairsWantedAreRead() {
    var wanted = new PeriodPairs.Pair("P1", "P2");
    var drivers = findings.lake().read(Tables.VISIT_DRIVERS);
    var unitVisits = findings.lake().read(Tables.UNIT_VISITS);

    assertThat(Findings.rows(drivers, PERIOD_TO)).contains("P3");
    assertThat(UnitPairs.byPair(UnitPairs.of(drivers, unitVisits, List.of(wanted)).collectAsList()))
        .containsOnlyKeys(wanted);
  }

  private static void visits(RowBuilder row, String[] cells) {
    row.with(PERIOD, cells[0])
        .with(UNIT, cells[1])
        .with(STAGE, cells[2])
        .with(VISITS, Integer.valueOf(cells[3]))
        .with(STEP, cells[4].equals("-") ? null : cells[4]);
  }
}
