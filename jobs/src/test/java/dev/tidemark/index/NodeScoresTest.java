package dev.tidemark.index;

import static dev.tidemark.framework.Aggregate.ARITHMETIC;
import static dev.tidemark.framework.Aggregate.GEOMETRIC;
import static dev.tidemark.framework.Aggregate.HARMONIC;
import static dev.tidemark.framework.MinCoverage.Basis.COUNT;
import static dev.tidemark.framework.MinCoverage.Basis.WEIGHT;
import static dev.tidemark.framework.MinCoverage.NONE;
import static dev.tidemark.index.Assessment.UP_TO_ROUNDING;
import static dev.tidemark.support.Frameworks.composite;
import static dev.tidemark.support.Frameworks.framework;
import static dev.tidemark.support.Frameworks.ofLeaves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.tidemark.framework.MinCoverage;
import dev.tidemark.table.Col;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How children become their parent. One run holds all cases: every unit misses other children,
 * every composite treats them another way. Expected values are exact fractions worked by hand.
 */
class NodeScoresTest {
  private static Assessment scored;

  @BeforeAll
  static void scoreEveryPatternOfMissingChildren() {
    double share = 1.0 / 8;
    scored =
        Assessment.of(
            framework(
                List.of("P1"),
                List.of("full", "no-first", "no-middle", "no-last", "first", "last", "none"),
                composite(
                    "index",
                    1,
                    ofLeaves("a", share, ARITHMETIC, NONE, 0.5, 0.3, 0.2),
                    ofLeaves("g", share, GEOMETRIC, NONE, 0.5, 0.25, 0.25),
                    ofLeaves("h", share, HARMONIC, NONE, 0.5, 0.25, 0.25),
                    ofLeaves(
                        "half-", share, ARITHMETIC, new MinCoverage(0.5, WEIGHT), 0.5, 0.3, 0.2),
                    ofLeaves(
                        "above-half-",
                        share,
                        ARITHMETIC,
                        new MinCoverage(0.500001, WEIGHT),
                        0.5,
                        0.3,
                        0.2),
                    ofLeaves(
                        "four-fifths-",
                        share,
                        ARITHMETIC,
                        new MinCoverage(0.8, WEIGHT),
                        0.7,
                        0.1,
                        0.2),
                    ofLeaves(
                        "two-of-three-",
                        share,
                        ARITHMETIC,
                        new MinCoverage(2.0 / 3, COUNT),
                        0.8,
                        0.1,
                        0.1),
                    ofLeaves(
                        "uneven-", share, GEOMETRIC, NONE, 9 / 24.0, 7 / 24.0, 7 / 24.0,
                        1 / 24.0))),
            Observed.table(
                    """
                period unit      a1 a2 a3 g1 g2 g3 h1 h2 h3 half-1 half-2 half-3
                P1     full      80 50 20 16 81 1  10 20 20 80     50     20
                P1     no-first  -  50 20 -  81 1  -  60 30 -      50     20
                P1     no-middle 80 -  20 16 -  1  20 -  30 80     -      20
                P1     no-last   80 50 -  16 81 -  20 60 -  80     50     -
                P1     first     80 -  -  0  -  -  0  -  -  80     -      -
                P1     last      -  -  20 81 0  1  20 0  30 -      -      20
                """)
                .union(
                    Observed.table(
                        """
                        period unit      above-half-1 above-half-2 above-half-3 four-fifths-1 four-fifths-2 four-fifths-3
                        P1     full      80           50           20           80            50            20
                        P1     no-first  -            50           20           -             50            20
                        P1     no-middle 80           -            20           80            -             20
                        P1     no-last   80           50           -            80            50            -
                        P1     first     80           -            -            80            -             -
                        """))
                .union(
                    Observed.table(
                        """
                        period unit      two-of-three-1 two-of-three-2 two-of-three-3 uneven-1 uneven-2 uneven-3 uneven-4
                        P1     full      80             50             20             100      100      100      100
                        P1     no-first  -              50             20             -        -        -        -
                        P1     first     80             -              -              -        -        -        64
                        """)));
  }

  /** 40 + 15 + 4; (15 + 4) / 0.5; (40 + 4) / 0.7; (40 + 15) / 0.8. */
  @Test
  void theArithmeticMeanIsOverTheChildrenThereAre() {
    assertThat(scored.scores("P1", "a"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(59.0, 38.0, 440 / 7.0, 68.75, 80.0, 20.0, null);
  }

  /**
   * √16·⁴√81·⁴√1; √(81·1); 16^(2/3); (16²·81)^(1/3) = 20736^(1/3). Units "first" and "last" have a
   * child of 0.
   */
  @Test
  void theGeometricMeanIsOverTheChildrenThereAreAnd0WithAChildOf0() {
    assertThat(scored.scores("P1", "g"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(12.0, 9.0, 6.3496042078727974, 27.47314182127996, 0.0, 0.0, null);
  }

  /**
   * 1 / (.5/10 + .25/20 + .25/20); .5 / (.25/60 + .25/30); .75 / (.5/20 + .25/30); .75 / (.5/20 +
   * .25/60).
   */
  @Test
  void theHarmonicMeanIsOverTheChildrenThereAreAnd0WithAChildOf0() {
    assertThat(scored.scores("P1", "h"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(40 / 3.0, 40.0, 22.5, 180 / 7.0, 0.0, 0.0, null);
  }

  @Test
  void coverageIsTheWeightOfTheChildrenThereAre() {
    assertThat(scored.coverages("P1", "a"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(1.0, 0.5, 0.7, 0.8, 0.5, 0.2, 0.0);
  }

  @Test
  void exactlyMinCoverageIsEnough() {
    assertThat(scored.scores("P1", "half-"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(59.0, 38.0, 440 / 7.0, 68.75, 80.0, null, null);
  }

  @Test
  void lessThanMinCoverageIsNotAndTheCoverageIsKept() {
    assertThat(scored.scores("P1", "above-half-"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(59.0, null, 440 / 7.0, 68.75, null, null, null);
    assertThat(scored.coverages("P1", "above-half-"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(1.0, 0.5, 0.7, 0.8, 0.5, 0.0, 0.0);
  }

  /** 0.7 + 0.1 is 0.7999999999999999 in doubles. (56 + 5) / 0.8 = 76.25; (56 + 4) / 0.9 = 200/3. */
  @Test
  void roundingOfWeightsDoesNotMissTheThreshold() {
    assertThat(scored.scores("P1", "four-fifths-"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(65.0, null, 200 / 3.0, 76.25, null, null, null);
  }

  /** Unit "no-first" has two of three children and a fifth of the weight; "first" the reverse. */
  @Test
  void coverageByCountDoesNotAskForWeight() {
    assertThat(scored.scores("P1", "two-of-three-"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(71.0, 35.0, null, null, null, null, null);
    assertThat(scored.coverages("P1", "two-of-three-"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(1.0, 2 / 3.0, 0.0, 0.0, 1 / 3.0, 0.0, 0.0);
  }

  /** 9/24 + 7/24 + 7/24 + 1/24, added one by one in doubles, is above 1. */
  @Test
  void theCoverageOfAllChildrenIs1WhateverTheirWeights() {
    assertThat(scored.coverages("P1", "uneven-").get(0)).isEqualTo(1.0);
  }

  @Test
  void childrenOf100Make100AndNoMore() {
    assertThat(scored.score("P1", "full", "uneven-"))
        .isCloseTo(100.0, offset(1e-11))
        .isLessThanOrEqualTo(100.0);
  }

  @Test
  void oneChildOfManyIsTheScoreWhereNothingMoreIsAsked() {
    assertThat(scored.score("P1", "first", "uneven-")).isCloseTo(64.0, offset(1e-11));
  }

  /** Weights of 1e-9 and 1e9, the least and the most that a framework may give. */
  @Test
  void theOneChildIsTheScoreHoweverLittleItWeighs() {
    var index = ofLeaves("tiny-", 1, ARITHMETIC, NONE, 1e-18, 1);
    var nodes = List.of(index, index.children().get(0), index.children().get(1));
    double[] scores = {Double.NaN, 64, Double.NaN};
    double[] coverages = {Double.NaN, 1, 0};

    NodeScores.of(index, nodes).set(scores, coverages);

    assertThat(scores[0]).isCloseTo(64.0, offset(1e-11));
    assertThat(coverages[0]).isEqualTo(1e-18);
  }

  /** Unit "last" has a, g, h: 20, 0 and 0; no other branch of its has a score. */
  @Test
  void branchesWithoutAScoreLeaveTheirWeightToTheOthers() {
    assertThat(scored.score("P1", "last", "index")).isCloseTo(20 / 3.0, offset(1e-11));
    assertThat(scored.coverages("P1", "index"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(1.0, 5 / 8.0, 6 / 8.0, 6 / 8.0, 5 / 8.0, 3 / 8.0, 0.0);
  }

  @Test
  void aUnitWithoutAnyObservationIsThereWithoutAScore() {
    var row = scored.row("P1", "none", "index");

    assertThat(row.<Double>getAs(Col.SCORE)).isNull();
    assertThat(row.<Integer>getAs(Col.RANK)).isNull();
    assertThat(row.<Double>getAs(Col.COVERAGE)).isEqualTo(0.0);
  }

  @Test
  void aWeightIsThatInTheWholeIndex() {
    assertThat(scored.row("P1", "none", "index").<Double>getAs(Col.WEIGHT)).isEqualTo(1.0);
    assertThat(scored.row("P1", "none", "a").<Double>getAs(Col.WEIGHT)).isEqualTo(0.125);
    assertThat(scored.row("P1", "none", "a1").<Double>getAs(Col.WEIGHT)).isEqualTo(0.0625);
  }
}
