package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.NONE;
import static dev.tidemark.compare.Trees.halves;
import static dev.tidemark.compare.Trees.leaf;
import static dev.tidemark.compare.Trees.period;
import static dev.tidemark.compare.Trees.root;
import static dev.tidemark.compare.Trees.scores;
import static dev.tidemark.framework.Aggregate.ARITHMETIC;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.compare.ChangeRow.Subject;
import dev.tidemark.framework.Comparison;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class UnitsChangeTest {
  private static final Cells CELLS = new Cells(Tables.SCORE_CHANGES);
  private static final NodeTree TREE = halves(ARITHMETIC);

  /** Differences of the index 1, 2, 6; of a 0, 0, 0; of b 2, 4, 12. */
  private final List<Row> three =
      change(
          Subject.EVERY_UNIT,
          period("P1", "1", TREE, scores(60, 60, 60), scores(50, 50, 50), scores(70, 70, 70)),
          period("P2", "1", TREE, scores(61, 60, 62), scores(52, 50, 54), scores(76, 70, 82)));

  /**
   * Mean 3, variance (4 + 1 + 9)/2 = 7, t = 3/√(7/3) with 2 degrees of freedom. Of 8 sign patterns
   * 2 reach the sum; ranks 1, 2, 3 all positive sum to 6. Walsh averages 1, 1.5, 2, 3.5, 4, 6 have
   * the median 2.75. d_z = 3/√7; every unit rose.
   */
  @Test
  void aChangeIsTestedOverTheUnitsAsPairs() {
    var index = three.get(0);

    assertThat(CELLS.cells(index, SCOPE, GROUP_BY, SCOPE_ID, NODE, N, FAMILY))
        .containsExactly("all", "all", "all", "index", 3, "all, depth 0");
    assertThat(CELLS.cells(index, MEAN_FROM, MEAN_TO, CHANGE)).containsExactly(60.0, 63.0, 3.0);
    assertThat(CELLS.number(index, T)).isCloseTo(3 / Math.sqrt(7 / 3.0), offset(1e-12));
    assertThat(CELLS.cells(index, DF, P_PERMUTATION, P_PERMUTATION_ERROR, W, P_WILCOXON))
        .containsExactly(2.0, 0.25, 0.0, 6.0, 0.25);
    assertThat(CELLS.number(index, P_SIGN)).isCloseTo(0.25, offset(1e-12));
    assertThat(CELLS.cells(index, HODGES_LEHMANN, P_SUPERIORITY)).containsExactly(2.75, 1.0);
    assertThat(CELLS.number(index, EFFECT_DZ)).isCloseTo(3 / Math.sqrt(7), offset(1e-12));
  }

  @Test
  void aConstantIndicatorIsThereAndSaysWhyItWasNotTested() {
    assertThat(CELLS.cells(three.get(1), NODE, N, CHANGE, P_PERMUTATION, NOT_TESTED_REASON))
        .containsExactly("a", 3, 0.0, null, "all_zero");
  }

  /** Eight units rose by 0.3 each: 2 of 256 sign patterns; none of 255 subsets reaches 1. */
  @Test
  void whereAllUnitsChangedAlikeSignsTestTheChangeAndItsSize() {
    var before = new double[8][];
    var after = new double[8][];
    java.util.Arrays.fill(before, scores(60.2, 60.2, 60.2));
    java.util.Arrays.fill(after, scores(60.5, 60.5, 60.5));

    var index =
        change(Subject.EVERY_UNIT, period("P1", "1", TREE, before), period("P2", "1", TREE, after))
            .get(0);

    assertThat(CELLS.cells(index, T, CI_LOW, P_PERMUTATION, P_EQUIVALENCE, NOT_TESTED_REASON))
        .containsExactly(null, null, 2 / 256.0, 1 / 256.0, null);
  }

  @Test
  void oneUnitHasAChangeButNoTest() {
    var index =
        change(
                Subject.EVERY_UNIT,
                period("P1", "1", TREE, scores(60, 60, 60)),
                period("P2", "1", TREE, scores(65, 65, 65)))
            .get(0);

    assertThat(CELLS.cells(index, N, CHANGE, P_PERMUTATION, P_T, NOT_TESTED_REASON))
        .containsExactly(1, 5.0, null, null, "too_few");
  }

  /**
   * U1 60 to 66, U2 only before (40), U3 only after (90): published are (60 + 40)/2 = 50 and (66 +
   * 90)/2 = 78; 6 of the 28 points are U1's, the others are who was there.
   */
  @Test
  void unitsThatComeOrGoAreAnEffectOfTheirOwn() {
    var index =
        change(
                Subject.EVERY_UNIT,
                period("P1", "1", TREE, same(60), same(40), same(NONE)),
                period("P2", "1", TREE, same(66), same(NONE), same(90)))
            .get(0);

    assertThat(CELLS.cells(index, N, CHANGE, PUBLISHED_FROM, PUBLISHED_TO))
        .containsExactly(1, 6.0, 50.0, 78.0);
    assertThat(CELLS.cells(index, SCORE_EFFECT, WEIGHT_EFFECT, COVERAGE_EFFECT, UNIT_EFFECT))
        .containsExactly(6.0, 0.0, 0.0, 22.0);
  }

  @Test
  void whereNoUnitIsInBothPeriodsAllIsThatEffect() {
    var index =
        change(
                Subject.EVERY_UNIT,
                period("P1", "1", TREE, same(60), same(NONE)),
                period("P2", "1", TREE, same(NONE), same(90)))
            .get(0);

    assertThat(CELLS.cells(index, N, CHANGE, NOT_COMPARED_REASON, SCORE_EFFECT, UNIT_EFFECT))
        .containsExactly(0, null, "no_unit_scored_in_both", 0.0, 30.0);
  }

  /** U1 north in both, U2 moves from north to south: north was (60 + 40)/2 and is 66. */
  @Test
  void aUnitThatMovedToAnotherGroupIsComparedWhereItIsNow() {
    var units = List.of("U1", "U2");
    var north = Map.of("region", "north");
    var south = Map.of("region", "south");
    var from = period("P1", "1", TREE, units, List.of(north, north), same(60), same(40));
    var to = period("P2", "2", TREE, units, List.of(north, south), same(66), same(50));

    var inNorth = change(new Subject("group", "region", "north"), from, to).get(0);
    var inSouth = change(new Subject("group", "region", "south"), from, to).get(0);

    assertThat(CELLS.cells(inNorth, N, CHANGE, PUBLISHED_FROM, PUBLISHED_TO, UNIT_EFFECT, FAMILY))
        .containsExactly(1, 6.0, 50.0, 66.0, 10.0, "group region, depth 0");
    assertThat(CELLS.cells(inSouth, N, CHANGE, PUBLISHED_FROM, PUBLISHED_TO, UNIT_EFFECT))
        .containsExactly(1, 10.0, null, 50.0, null);
  }

  @Test
  void aGroupOfTheEarlierVersionAloneHasNoUnitToCompare() {
    var units = List.of("U1");
    var from = period("P1", "1", TREE, units, List.of(Map.of("region", "old")), same(60));
    var to = period("P2", "2", TREE, units, List.of(Map.of("region", "new")), same(66));

    var old = change(new Subject("group", "region", "old"), from, to).get(0);

    assertThat(PairedScores.of(from, to).groups().get("region")).containsExactly("new", "old");
    assertThat(CELLS.cells(old, N, PUBLISHED_FROM, PUBLISHED_TO, NOT_COMPARED_REASON))
        .containsExactly(0, 60.0, null, "group_without_common_unit");
  }

  @Test
  void aNewNodeHasNothingToBeComparedWith() {
    var later =
        Trees.of(
            root("index", ARITHMETIC),
            leaf("a", "index", 0.2),
            leaf("b", "index", 0.3),
            leaf("c", "index", 0.5));

    var rows =
        change(
            Subject.EVERY_UNIT,
            period("P1", "1", TREE, scores(60, 40, 80)),
            period("P2", "2", later, scores(49, 60, 90, 20)));

    assertThat(CELLS.cells(rows.get(3), NODE, N, PUBLISHED_TO, NOT_COMPARED_REASON))
        .containsExactly("c", 0, 20.0, "node_only_in_later_version");
  }

  private static double[] same(double score) {
    return scores(score, score, score);
  }

  private static List<Row> change(Subject subject, PeriodScores from, PeriodScores to) {
    return new UnitsChange("test", PairedScores.of(from, to), Comparison.DEFAULT, 1)
        .of(subject, java.util.stream.IntStream.range(0, to.tree().size()).toArray());
  }
}
