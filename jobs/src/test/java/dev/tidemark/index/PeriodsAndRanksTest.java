package dev.tidemark.index;

import static dev.tidemark.index.Assessment.UP_TO_ROUNDING;
import static dev.tidemark.support.Frameworks.composite;
import static dev.tidemark.support.Frameworks.framework;
import static dev.tidemark.support.Frameworks.leaf;
import static dev.tidemark.support.Frameworks.unit;
import static dev.tidemark.table.Col.GROUP_BY;
import static dev.tidemark.table.Col.GROUP_ID;
import static dev.tidemark.table.Col.NODE;
import static dev.tidemark.table.Col.N_UNITS;
import static dev.tidemark.table.Col.PERIOD;
import static dev.tidemark.table.Col.RANK;
import static dev.tidemark.table.Col.SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidemark.framework.Scoring;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ranks, the mean over periods, and groups. Nothing at all was observed in P3. */
class PeriodsAndRanksTest {
  private static Assessment scored;
  private static List<Row> groups;

  @BeforeAll
  static void scoreFiveUnitsInThreePeriods() {
    scored =
        Assessment.of(
            framework(
                List.of("P1", "P2", "P3"),
                List.of("region", "type"),
                List.of(
                    unit("a", Map.of("region", "north", "type", "port")),
                    unit("b", Map.of("region", "north", "type", "inland")),
                    unit("c", Map.of("region", "south")),
                    unit("d", Map.of("type", "inland")),
                    unit("e", Map.of("region", "west", "type", "inland"))),
                composite(
                    "index",
                    1,
                    leaf("x", 0.75, new Scoring.Direct()),
                    leaf("y", 0.25, new Scoring.Direct()))),
            Observed.table(
                """
                period unit x                 y
                P1     a    90                50
                P1     b    80                90
                P1     c    80                -
                P1     d    70                10
                P2     a    70.00000000000001 30
                P2     b    70                -
                P2     c    -                 -
                P2     d    50                50
                """));
    groups = scored.groups();
  }

  /** Index: 80, 82.5, 80, 55, none. */
  @Test
  void tiesShareTheSmallerRankAndTheNextIsLeftOut() {
    assertThat(scored.scores("P1", "index")).containsExactly(80.0, 82.5, 80.0, 55.0, null);
    assertThat(scored.ranks("P1", "index")).containsExactly(2, 1, 2, 4, null);
    assertThat(scored.ranks("P1", "x")).containsExactly(1, 2, 2, 4, null);
  }

  @Test
  void aDifferenceTooSmallToPrintDecidesARank() {
    assertThat(scored.ranks("P2", "x")).containsExactly(1, 2, null, 3, null);
  }

  @Test
  void unitsCountedAreThoseWithAScore() {
    assertThat(scored.scoredUnits("P1", "index")).containsExactly(4L, 4L, 4L, 4L, 4L);
    assertThat(scored.scoredUnits("P1", "y")).containsExactly(3L, 3L, 3L, 3L, 3L);
    assertThat(scored.scoredUnits("P3", "y")).containsExactly(0L, 0L, 0L, 0L, 0L);
  }

  @Test
  void aPeriodWithoutObservationsIsThereWithoutScores() {
    assertThat(scored.scores("P3", "index")).containsExactly(null, null, null, null, null);
    assertThat(scored.ranks("P3", "index")).containsExactly(null, null, null, null, null);
    assertThat(scored.coverages("P3", "index")).containsExactly(0.0, 0.0, 0.0, 0.0, 0.0);
  }

  /** a: (80 + 60) / 2; b: (82.5 + 70) / 2; c was scored once; d: (55 + 50) / 2. */
  @Test
  void allIsTheMeanOverThePeriodsThatHaveAScore() {
    assertThat(scored.scores("all", "index"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(70.0, 76.25, 80.0, 52.5, null);
    assertThat(scored.ranks("all", "index")).containsExactly(3, 2, 1, 4, null);
  }

  /** b has y in P1 only: its mean of y is 90, of x 75; .75 · 75 + .25 · 90 would be 78.75. */
  @Test
  void allOfAParentIsTheMeanOfItsPeriodsNotOfItsChildrensMeans() {
    assertThat(scored.score("all", "b", "x")).isEqualTo(75.0);
    assertThat(scored.score("all", "b", "y")).isEqualTo(90.0);
    assertThat(scored.score("all", "b", "index")).isEqualTo(76.25);
  }

  /** a: (1 + 1 + 0) / 3; b: (1 + .75 + 0) / 3; c: .75 / 3. */
  @Test
  void coverageOfAllIsTheMeanOverAllPeriodsThoseWithoutAScoreIncluded() {
    assertThat(scored.coverages("all", "index"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(2 / 3.0, 1.75 / 3, 0.25, 2 / 3.0, 0.0);
  }

  @Test
  void everyUnitNodeAndPeriodHasOneRow() {
    assertThat(scored.rows()).hasSize(5 * 3 * 4);
  }

  /** North: (80 + 82.5) / 2; south: c alone; inland: (82.5 + 55) / 2, e is not scored. */
  @Test
  void aGroupScoresTheMeanOfItsScoredUnits() {
    assertThat(groups("P1", "index"))
        .containsExactlyInAnyOrder(
            tuple("all", "all", 74.375, 4L, 1),
            tuple("region", "north", 81.25, 2L, 1),
            tuple("region", "south", 80.0, 1L, 2),
            tuple("region", "west", null, 0L, null),
            tuple("type", "port", 80.0, 1L, 1),
            tuple("type", "inland", 68.75, 2L, 2));
  }

  /** The means of the units' means: (70 + 76.25 + 80 + 52.5) / 4; (70 + 76.25) / 2; … */
  @Test
  void aGroupsMeanOverPeriodsIsThatOfItsUnits() {
    assertThat(groups("all", "index"))
        .containsExactlyInAnyOrder(
            tuple("all", "all", 69.6875, 4L, 1),
            tuple("region", "north", 73.125, 2L, 2),
            tuple("region", "south", 80.0, 1L, 1),
            tuple("region", "west", null, 0L, null),
            tuple("type", "port", 70.0, 1L, 1),
            tuple("type", "inland", 64.375, 2L, 2));
  }

  /**
   * Six groups, four periods, three nodes; d has no region, c no type: no group stands for that.
   */
  @Test
  void everyGroupNodeAndPeriodHasOneRowAndABlankGroupNone() {
    assertThat(groups).hasSize(6 * 4 * 3);
  }

  private static List<org.assertj.core.groups.Tuple> groups(String period, String node) {
    return groups.stream()
        .filter(row -> row.getAs(PERIOD).equals(period) && row.getAs(NODE).equals(node))
        .map(
            row ->
                tuple(
                    row.getAs(GROUP_BY),
                    row.getAs(GROUP_ID),
                    row.getAs(SCORE),
                    row.getAs(N_UNITS),
                    row.getAs(RANK)))
        .toList();
  }
}
