package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.halves;
import static dev.tidemark.compare.Trees.period;
import static dev.tidemark.compare.Trees.scores;
import static dev.tidemark.framework.Aggregate.ARITHMETIC;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.compare.Priorities.Quadrant;
import dev.tidemark.table.Tables;
import org.junit.jupiter.api.Test;

class PrioritiesTest {
  private static final Cells CELLS = new Cells(Tables.PRIORITIES);

  /**
   * Later means: index 60, a (90 + 70 + 50)/3 = 70, b 50. a fell by 4 on average, b rose by 2. Over
   * the units the index (70, 55, 55) goes with a (90, 70, 50) by ranks 3, 1.5, 1.5 and 3, 2, 1: ρ =
   * 1.5/√(1.5·2); with b (50, 40, 60), ranks 2, 1, 3: 0.
   */
  @Test
  void aNodeIsPlacedByItsLevelChangeAndImportance() {
    var tree = halves(ARITHMETIC);
    var rows =
        Priorities.of(
            "test",
            PairedScores.of(
                period("P1", "1", tree, scores(71, 94, 48), scores(56, 74, 38), scores(56, 54, 58)),
                period(
                    "P2", "1", tree, scores(70, 90, 50), scores(55, 70, 40), scores(55, 50, 60))));

    assertThat(CELLS.column(rows, NODE)).containsExactly("a", "b");
    assertThat(CELLS.cells(rows.get(0), LEVEL, IMPORTANCE, CHANGE, QUADRANT))
        .containsExactly(70.0, 0.5, -4.0, "watch");
    assertThat(CELLS.cells(rows.get(1), LEVEL, IMPORTANCE, CHANGE, QUADRANT))
        .containsExactly(50.0, 0.5, 2.0, "improve");
    assertThat(CELLS.number(rows.get(0), IMPORTANCE_DERIVED))
        .isCloseTo(1.5 / Math.sqrt(3), org.assertj.core.api.Assertions.offset(1e-12));
    assertThat(CELLS.number(rows.get(1), IMPORTANCE_DERIVED))
        .isCloseTo(0, org.assertj.core.api.Assertions.offset(1e-12));
  }

  @Test
  void whatDoesNotVaryHasNoDerivedImportance() {
    var tree = halves(ARITHMETIC);
    var rows =
        Priorities.of(
            "test",
            PairedScores.of(
                period("P1", "1", tree, scores(60, 60, 60), scores(50, 60, 40)),
                period("P2", "1", tree, scores(60, 60, 60), scores(50, 60, 40))));

    assertThat(CELLS.cell(rows.get(0), IMPORTANCE_DERIVED)).isNull();
    assertThat(CELLS.cell(rows.get(0), QUADRANT)).isEqualTo("keep");
  }

  @Test
  void highIsTheReferenceOrAboveAndFallingIsBelowZero() {
    assertThat(Quadrant.of(60, 60, 0)).isEqualTo(Quadrant.KEEP);
    assertThat(Quadrant.of(60, 60, -1)).isEqualTo(Quadrant.WATCH);
    assertThat(Quadrant.of(59, 60, 0)).isEqualTo(Quadrant.IMPROVE);
    assertThat(Quadrant.of(59, 60, -1)).isEqualTo(Quadrant.URGENT);
  }
}
