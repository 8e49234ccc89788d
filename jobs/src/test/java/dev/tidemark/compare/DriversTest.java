package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.NONE;
import static dev.tidemark.compare.Trees.composite;
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

import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DriversTest {
  private static final Cells CELLS = new Cells(Tables.CHANGE_DRIVERS);

  /** a rose by 20 at weight 1/8, b fell by 8 at 1/8, c rose by 4 at 3/4: 2.5 − 1 + 3 = 4.5. */
  @Test
  void underOneVersionALeafContributesItsWeightTimesItsChange() {
    var tree = Trees.quarterAndLeaf();
    var rows =
        drivers(
            period("P1", "1", tree, scores(80, 50, 40, 60, 90)),
            period("P2", "1", tree, scores(84.5, 56, 60, 52, 94)));

    assertParts(rows, "U1", "a", 2.5, 0, 0);
    assertParts(rows, "U1", "b", -1, 0, 0);
    assertParts(rows, "U1", "g", 1.5, 0, 0);
    assertParts(rows, "U1", "index", 4.5, 0, 0);
    assertThat(contribution(rows, "all", "index")).isCloseTo(4.5, offset(1e-12));
  }

  /**
   * a 40, b 80 at 1 : 1 (60) become a 60, b 90, c 20 at 2 : 3 : 5 (49); the middle is 54.5. Weights
   * 0.4, 0.6 instead of halves: −0.1·(40 − 54.5) = 1.45, 0.1·(80 − 54.5) = 2.55. Scores: 0.4·20 =
   * 8, 0.6·10 = 6. c comes: −0.2·(60 − 54.5), −0.3·(90 − 54.5), 0.5·(20 − 54.5).
   */
  @Test
  void aNewVersionMovesTheIndexByScoresWeightsAndLeaves() {
    var later =
        Trees.of(
            root("index", ARITHMETIC),
            leaf("a", "index", 0.2),
            leaf("b", "index", 0.3),
            leaf("c", "index", 0.5));
    var rows =
        drivers(
            period("P1", "1", halves(ARITHMETIC), scores(60, 40, 80)),
            period("P2", "2", later, scores(49, 60, 90, 20)));

    assertParts(rows, "U1", "a", 8, 1.45, -1.1);
    assertParts(rows, "U1", "b", 6, 2.55, -10.65);
    assertParts(rows, "U1", "c", 0, 0, -17.25);
    assertParts(rows, "U1", "index", 14, 4, -29);
  }

  /** The mean of +15 and −5; the third unit has no index in the later period. */
  @Test
  void allIsTheMeanOfTheUnitsWithAnIndexInBothPeriods() {
    var tree = halves(ARITHMETIC);
    var rows =
        drivers(
            period("P1", "1", tree, scores(60, 40, 80), scores(50, 50, 50), scores(70, 70, 70)),
            period(
                "P2", "1", tree, scores(75, 60, 90), scores(45, 40, 50), scores(NONE, NONE, NONE)));

    assertThat(contribution(rows, "all", "index")).isCloseTo(5, offset(1e-12));
    assertThat(contribution(rows, "all", "a")).isCloseTo((10 - 5) / 2.0, offset(1e-12));
    assertThat(CELLS.column(rows, UNIT)).containsOnly("U1", "U2", "all");
  }

  /** Only b could be seen before (80), both after (60, 90: 75); the middle is 77.5. */
  @Test
  void aLeafObservedOnceIsCoverage() {
    var tree = halves(ARITHMETIC);
    var rows =
        drivers(
            period("P1", "1", tree, scores(80, NONE, 80)),
            period("P2", "1", tree, scores(75, 60, 90)));

    assertParts(rows, "U1", "a", 0, 0, 0.5 * (60 - 77.5));
    assertParts(rows, "U1", "b", 10, 0, -0.5 * (90 - 77.5));
    assertParts(rows, "U1", "index", 10, 0, -15);
  }

  /** √(25·100) = 50 to √(100·100) = 100: a alone moved. */
  @Test
  void underAGeometricMeanContributionsAddUp() {
    var tree = halves(GEOMETRIC);
    var rows =
        drivers(
            period("P1", "1", tree, scores(50, 25, 100)),
            period("P2", "1", tree, scores(100, 100, 100)));

    assertParts(rows, "U1", "a", 50, 0, 0);
    assertParts(rows, "U1", "b", 0, 0, 0);
    assertParts(rows, "U1", "index", 50, 0, 0);
  }

  /** A geometric mean leaves 0: the derivative at 0 is infinite, yet only a moved. */
  @Test
  void evenWhereItLeavesZero() {
    var tree = halves(GEOMETRIC);
    var rows =
        drivers(
            period("P1", "1", tree, scores(0, 0, 64)), period("P2", "1", tree, scores(48, 36, 64)));

    assertParts(rows, "U1", "a", 48, 0, 0);
    assertParts(rows, "U1", "index", 48, 0, 0);
  }

  /**
   * g was a composite of a and b and is a leaf now: what g brings goes to a and b in halves. g: 50
   * to 60 at a quarter, c stays 90: index 80 to 82.5, middle 81.25. Going, a and b leave −(40 −
   * 81.25)/8 and −(60 − 81.25)/8, and c takes the rest of the weight: (90 − 81.25)/4; coming, g
   * brings (60 − 81.25)/4 and c gives (90 − 81.25)/4 back.
   */
  @Test
  void childrenSumToTheirParentWhereACompositeBecameALeaf() {
    var flat =
        Trees.of(root("index", ARITHMETIC), leaf("g", "index", 0.25), leaf("c", "index", 0.75));
    var rows =
        drivers(
            period("P1", "1", Trees.quarterAndLeaf(), scores(80, 50, 40, 60, 90)),
            period("P2", "2", flat, scores(82.5, 60, 90)));

    assertParts(rows, "U1", "a", 0, 0, 41.25 / 8 - 21.25 / 8);
    assertParts(rows, "U1", "b", 0, 0, 21.25 / 8 - 21.25 / 8);
    assertParts(rows, "U1", "g", 0, 0, 2.5);
    assertParts(rows, "U1", "c", 0, 0, 0);
    assertParts(rows, "U1", "index", 0, 0, 2.5);
    assertThat(CELLS.cell(row(rows, "U1", "a"), PARENT)).isEqualTo("g");
  }

  /** h is gone with its only leaf d; it keeps its place below the root. */
  @Test
  void aNodeOnlyTheEarlierVersionHasKeepsItsPlace() {
    var earlier =
        Trees.of(
            root("index", ARITHMETIC),
            leaf("a", "index", 0.5),
            composite("h", "index", ARITHMETIC, 0.5),
            leaf("d", "h", 0.5));
    var later = Trees.of(root("total", ARITHMETIC), leaf("a", "total", 1));
    var rows =
        drivers(
            period("P1", "1", earlier, scores(60, 40, 80, 80)),
            period("P2", "2", later, scores(50, 50)));

    assertThat(CELLS.cell(row(rows, "U1", "h"), PARENT)).isEqualTo("total");
    assertThat(CELLS.cell(row(rows, "U1", "d"), PARENT)).isEqualTo("h");
    assertParts(rows, "U1", "h", 0, 0, -0.5 * (80 - 55));
    assertParts(rows, "U1", "a", 10, 0, 0.5 * (40 - 55));
    assertParts(rows, "U1", "total", 10, 0, -20);
  }

  private static List<Row> drivers(PeriodScores from, PeriodScores to) {
    return new Drivers("test", PairedScores.of(from, to)).rows();
  }

  private static double contribution(List<Row> rows, String unit, String node) {
    return CELLS.number(row(rows, unit, node), CONTRIBUTION);
  }

  private static void assertParts(
      List<Row> rows, String unit, String node, double score, double weight, double coverage) {
    var row = row(rows, unit, node);
    assertThat(CELLS.number(row, SCORE_EFFECT)).isCloseTo(score, offset(1e-12));
    assertThat(CELLS.number(row, WEIGHT_EFFECT)).isCloseTo(weight, offset(1e-12));
    assertThat(CELLS.number(row, COVERAGE_EFFECT)).isCloseTo(coverage, offset(1e-12));
    assertThat(CELLS.number(row, CONTRIBUTION)).isCloseTo(score + weight + coverage, offset(1e-12));
  }

  private static Row row(List<Row> rows, String unit, String node) {
    return CELLS.where(
        rows.stream().filter(row -> CELLS.cell(row, UNIT).equals(unit)).toList(), NODE, node);
  }
}
