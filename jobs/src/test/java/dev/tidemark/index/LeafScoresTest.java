package dev.tidemark.index;

import static dev.tidemark.framework.Scoring.Direction.DOWN;
import static dev.tidemark.framework.Scoring.Direction.UP;
import static dev.tidemark.index.Assessment.UP_TO_ROUNDING;
import static dev.tidemark.support.Frameworks.framework;
import static dev.tidemark.support.Frameworks.leaf;
import static dev.tidemark.support.Frameworks.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.Scoring.Pool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How raw values become points. One run holds all cases: three units, two periods. */
class LeafScoresTest {
  private static Assessment scored;

  @BeforeAll
  static void scoreEveryKind() {
    double share = 1.0 / 15;
    scored =
        Assessment.of(
            framework(
                List.of("P1", "P2"),
                List.of("a", "b", "c"),
                root(
                    leaf("direct", share, new Scoring.Direct()),
                    leaf("binary", share, new Scoring.Binary()),
                    leaf("rising", share, new Scoring.Linear(0, 20)),
                    leaf("falling", share, new Scoring.Linear(18, 1)),
                    leaf(
                        "grade",
                        share,
                        new Scoring.Categories(Map.of("A", 100.0, "B", 60.5, "C", 0.0))),
                    leaf("most-of-all", share, new Scoring.MinMax(UP, Pool.ALL)),
                    leaf("least-of-all", share, new Scoring.MinMax(DOWN, Pool.ALL)),
                    leaf("most-of-period", share, new Scoring.MinMax(UP, Pool.PERIOD)),
                    leaf("least-of-period", share, new Scoring.MinMax(DOWN, Pool.PERIOD)),
                    leaf("z-of-all", share, new Scoring.ZScore(UP, Pool.ALL)),
                    leaf("z-down-of-all", share, new Scoring.ZScore(DOWN, Pool.ALL)),
                    leaf("z-of-period", share, new Scoring.ZScore(UP, Pool.PERIOD)),
                    leaf("z-down-of-period", share, new Scoring.ZScore(DOWN, Pool.PERIOD)),
                    leaf("same", share, new Scoring.MinMax(UP, Pool.ALL)),
                    leaf("same-z", share, new Scoring.ZScore(UP, Pool.ALL)))),
            Observed.table(
                    """
                period unit direct binary rising falling grade most-of-all least-of-all most-of-period least-of-period
                P1     a    55.5   1      5      1       A     10          10           10             10
                P1     b    0      0      25     18      B     20          20           20             20
                P1     c    100    -      -3     9.5     C     15          15           15             15
                P2     a    120    1      20     20      75    40          40           40             40
                P2     b    -5     75     0      0       B     50          50           50             50
                P2     c    -      0      -      -       -     -           -            -              -
                """)
                .union(
                    Observed.table(
                        """
                        period unit z-of-all z-down-of-all z-of-period z-down-of-period same same-z
                        P1     a    1        1             1           1                0.1  0.1
                        P1     b    5        5             5           5                0.1  0.1
                        P1     c    3        3             3           3                -    0.1
                        P2     a    3        3             3           3                0.1  -
                        P2     b    3        3             3           3                0.1  -
                        P2     c    -        -             -           7                -    -
                        """)));
  }

  @Test
  void aDirectValueIsTheScore() {
    assertThat(scored.scores("P1", "direct")).containsExactly(55.5, 0.0, 100.0);
  }

  /** A sum of replicates, or a derived value. */
  @Test
  void aDirectScoreIsHeldTo0To100() {
    var points = LeafScores.of(leaf("direct", 1, new Scoring.Direct()));

    assertThat(points.clamped(120, Double.NaN, Double.NaN)).isEqualTo(100);
    assertThat(points.clamped(-5, Double.NaN, Double.NaN)).isEqualTo(0);
  }

  /**
   * Ingest would refuse them now; they were loaded before the framework changed the leaf's kind.
   */
  @Test
  void aValueOfAFormerKindIsNotObserved() {
    assertThat(scored.scores("P2", "direct")).containsExactly(null, null, null);
    assertThat(scored.scores("P2", "binary")).containsExactly(100.0, null, 0.0);
    assertThat(scored.scores("P2", "grade")).containsExactly(null, 60.5, null);
  }

  @Test
  void aBinaryValueScores0Or100() {
    assertThat(scored.scores("P1", "binary")).containsExactly(100.0, 0.0, null);
  }

  /** Of 20: 5 is a quarter; 25 and −3 lie beyond the ends. */
  @Test
  void aLinearValueScoresItsPlaceBetweenWorstAndBest() {
    assertThat(scored.scores("P1", "rising")).containsExactly(25.0, 100.0, 0.0);
    assertThat(scored.scores("P2", "rising")).containsExactly(100.0, 0.0, null);
  }

  /** (18 − x) / 17 · 100: 9.5 is half way; 20 and 0 lie beyond the ends. */
  @Test
  void aLinearScaleMayFallFromALargeWorstToASmallBest() {
    assertThat(scored.scores("P1", "falling")).containsExactly(100.0, 0.0, 50.0);
    assertThat(scored.scores("P2", "falling")).containsExactly(0.0, 100.0, null);
  }

  @Test
  void aCategoryScoresItsPoints() {
    assertThat(scored.scores("P1", "grade")).containsExactly(100.0, 60.5, 0.0);
    assertThat(scored.scores("P2", "grade")).containsExactly(null, 60.5, null);
  }

  /** All of both periods run from 10 to 50: (x − 10) / 40 · 100. */
  @Test
  void minMaxOverAllComparesAcrossPeriods() {
    assertThat(scored.scores("P1", "most-of-all")).containsExactly(0.0, 25.0, 12.5);
    assertThat(scored.scores("P2", "most-of-all")).containsExactly(75.0, 100.0, null);
  }

  /** (50 − x) / 40 · 100. */
  @Test
  void minMaxDownScoresTheSmallestValue100() {
    assertThat(scored.scores("P1", "least-of-all")).containsExactly(100.0, 75.0, 87.5);
    assertThat(scored.scores("P2", "least-of-all")).containsExactly(25.0, 0.0, null);
  }

  /** P1 runs from 10 to 20, P2 from 40 to 50. */
  @Test
  void minMaxPerPeriodHasABestAndAWorstInEachPeriod() {
    assertThat(scored.scores("P1", "most-of-period")).containsExactly(0.0, 100.0, 50.0);
    assertThat(scored.scores("P2", "most-of-period")).containsExactly(0.0, 100.0, null);
    assertThat(scored.scores("P1", "least-of-period")).containsExactly(100.0, 0.0, 50.0);
    assertThat(scored.scores("P2", "least-of-period")).containsExactly(100.0, 0.0, null);
  }

  /** 1, 5, 3, 3, 3: mean 3, sum of squares 8, sample variance 8/4; 2 is √2 deviations away. */
  @Test
  void zScoresAre50And10PointsPerSampleStandardDeviation() {
    assertThat(scored.scores("P1", "z-of-all"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(35.85786437626905, 64.14213562373095, 50.0);
    assertThat(scored.scores("P2", "z-of-all")).containsExactly(50.0, 50.0, null);
    assertThat(scored.scores("P1", "z-down-of-all"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(64.14213562373095, 35.85786437626905, 50.0);
  }

  /** P1: 1, 5, 3 have mean 3 and deviation 2. */
  @Test
  void zScoresPerPeriodTakeMeanAndDeviationOfThePeriod() {
    assertThat(scored.scores("P1", "z-of-period")).containsExactly(40.0, 60.0, 50.0);
    assertThat(scored.scores("P1", "z-down-of-period")).containsExactly(60.0, 40.0, 50.0);
  }

  @Test
  void aPeriodWithoutVariationScores50() {
    assertThat(scored.scores("P2", "z-of-period")).containsExactly(50.0, 50.0, null);
  }

  /** P2: 3, 3, 7 have mean 13/3, squares 16/9 + 16/9 + 64/9 over 2 = 16/3; 4/3 / √(16/3) = 1/√3. */
  @Test
  void aPoolOfOnePeriodIsNotThatOfAnother() {
    assertThat(scored.scores("P2", "z-down-of-period"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(55.77350269189626, 55.77350269189626, 38.45299461620748);
  }

  @Test
  void valuesThatDoNotVaryScore50ByMinMax() {
    assertThat(scored.scores("P1", "same")).containsExactly(50.0, 50.0, null);
    assertThat(scored.scores("P2", "same")).containsExactly(50.0, 50.0, null);
  }

  /** The mean of three 0.1 is not 0.1 in doubles; that is no variation. */
  @Test
  void valuesThatDoNotVaryScore50ByZScore() {
    assertThat(scored.scores("P1", "same-z")).containsExactly(50.0, 50.0, 50.0);
  }

  @Test
  void aLeafHasCoverage1WhereObservedAnd0WhereNot() {
    assertThat(scored.coverages("P1", "binary")).containsExactly(1.0, 1.0, 0.0);
  }
}
