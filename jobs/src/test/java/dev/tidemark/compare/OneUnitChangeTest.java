package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.NONE;
import static dev.tidemark.compare.Trees.halves;
import static dev.tidemark.compare.Trees.leaf;
import static dev.tidemark.compare.Trees.period;
import static dev.tidemark.compare.Trees.root;
import static dev.tidemark.compare.Trees.scores;
import static dev.tidemark.framework.Aggregate.ARITHMETIC;
import static dev.tidemark.framework.Aggregate.GEOMETRIC;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.framework.Comparison;
import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OneUnitChangeTest {
  private static final Cells CELLS = new Cells(Tables.SCORE_CHANGES);

  /** Six leaves at 0.1, 0.1, 0.2, 0.2, 0.2, 0.2. */
  private static final NodeTree SIX =
      Trees.of(
          root("index", ARITHMETIC),
          leaf("a", "index", 0.1),
          leaf("b", "index", 0.1),
          leaf("c", "index", 0.2),
          leaf("d", "index", 0.2),
          leaf("e", "index", 0.2),
          leaf("f", "index", 0.2));

  /**
   * All six rise by 10: 1 + 1 + 2 + 2 + 2 + 2 = 10 points. All signs as they are, or all turned: 2
   * of 64. All subsets have the mean 10, so that is the interval, and 63 of them reach 1: 64/64.
   */
  @Test
  void leavesThatAllRoseAreAsSignificantAsTheirNumberAllows() {
    var index =
        change(SIX, scores(50, 50, 50, 50, 50, 50, 50), scores(60, 60, 60, 60, 60, 60, 60)).get(0);

    assertThat(CELLS.cells(index, SCOPE, GROUP_BY, SCOPE_ID, NODE, N))
        .containsExactly("unit", "unit", "U1", "index", 6);
    assertThat(CELLS.cells(index, MEAN_FROM, MEAN_TO, CHANGE)).containsExactly(50.0, 60.0, 10.0);
    assertThat(CELLS.cells(index, P_PERMUTATION, P_PERMUTATION_ERROR, P_EQUIVALENCE))
        .containsExactly(2 / 64.0, 0.0, 1.0);
    assertThat(CELLS.number(index, CI_LOW)).isCloseTo(10, offset(1e-12));
    assertThat(CELLS.number(index, CI_HIGH)).isCloseTo(10, offset(1e-12));
  }

  /** Contributions 0.1·10 = 1, 0.1·20 = 2, others 0: of 4 sign patterns 2 reach 3 in size. */
  @Test
  void leavesThatDidNotChangeCountAmongTheLeaves() {
    var index =
        change(SIX, scores(50, 50, 50, 50, 50, 50, 50), scores(53, 60, 70, 50, 50, 50, 50)).get(0);

    assertThat(CELLS.cells(index, N, CHANGE, P_PERMUTATION)).containsExactly(6, 3.0, 0.5);
  }

  @Test
  void aLeafAloneHasAChangeAndNoTest() {
    var leaf =
        change(SIX, scores(50, 50, 50, 50, 50, 50, 50), scores(51, 60, 50, 50, 50, 50, 50)).get(1);

    assertThat(CELLS.cells(leaf, NODE, N, CHANGE, P_PERMUTATION, CI_LOW, NOT_TESTED_REASON))
        .containsExactly("a", 1, 10.0, null, null, "too_few");
  }

  /** 50.2 − 50.1 and 80.4 − 80.3 differ as doubles; b's fall is as large as a's rise. */
  @Test
  void equalChangesOfOppositeSignsLeaveNothing() {
    var index =
        change(halves(ARITHMETIC), scores(65.25, 50.1, 80.4), scores(65.25, 50.2, 80.3)).get(0);

    assertThat(CELLS.cells(index, CHANGE, P_PERMUTATION)).containsExactly(0.0, 1.0);
  }

  /** b was observed in the later period alone: the change is a's, the rest is coverage. */
  @Test
  void onlyLeavesScoredInBothPeriodsAreCompared() {
    var rows = change(halves(ARITHMETIC), scores(40, 40, NONE), scores(70, 50, 90));

    assertThat(CELLS.cells(rows.get(0), N, MEAN_FROM, MEAN_TO, CHANGE, PUBLISHED_TO))
        .containsExactly(1, 40.0, 50.0, 10.0, 70.0);
    assertThat(CELLS.cells(rows.get(0), SCORE_EFFECT, COVERAGE_EFFECT, UNIT_EFFECT))
        .containsExactly(10.0, 20.0, 0.0);
    assertThat(CELLS.cells(rows.get(2), N, CHANGE, PUBLISHED_TO, NOT_COMPARED_REASON))
        .containsExactly(0, null, 90.0, "not_scored_in_both");
  }

  @Test
  void scoresOfDifferentLeavesAreNotCompared() {
    var index = change(halves(ARITHMETIC), scores(40, 40, NONE), scores(90, NONE, 90)).get(0);

    assertThat(CELLS.cells(index, N, CHANGE, NOT_COMPARED_REASON, COVERAGE_EFFECT))
        .containsExactly(0, null, "no_common_leaf", 50.0);
  }

  /** b holds the geometric mean at 0, whatever a does. */
  @Test
  void aGeometricMeanHeldAtZeroIsThereAndUnchanged() {
    var index = change(halves(GEOMETRIC), scores(0, 50, 0), scores(0, 100, 0)).get(0);

    assertThat(CELLS.cells(index, N, CHANGE, P_PERMUTATION, NOT_TESTED_REASON))
        .containsExactly(2, 0.0, null, "all_zero");
  }

  /**
   * √(25·25) = 25 to √(100·100) = 100: a and b move it by 37.5 each, weights 1/2; every subset of
   * a, b and both says 75.
   */
  @Test
  void typicalChangesOfAGeometricMeanLieAroundItsChange() {
    var leaves =
        Leaves.below(
            halves(GEOMETRIC),
            0,
            PairedScores.of(
                    period("P1", "1", halves(GEOMETRIC), scores(25, 25, 25)),
                    period("P2", "1", halves(GEOMETRIC), scores(100, 100, 100)))
                .change(0));

    var interval =
        leaves
            .typicalValues(new dev.tidemark.stats.Resampling(1000, 1))
            .result()
            .orElseThrow()
            .interval(0.5)
            .result()
            .orElseThrow();

    assertThat(interval.low()).isCloseTo(75, offset(1e-9));
    assertThat(interval.high()).isCloseTo(75, offset(1e-9));
  }

  private static List<Row> change(NodeTree tree, double[] before, double[] after) {
    var pair = PairedScores.of(period("P1", "1", tree, before), period("P2", "1", tree, after));
    return new OneUnitChange("test", pair, Comparison.DEFAULT, 1).of(0);
  }
}
