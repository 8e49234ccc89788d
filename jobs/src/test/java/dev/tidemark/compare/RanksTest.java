package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.NONE;
import static dev.tidemark.compare.Trees.composite;
import static dev.tidemark.compare.Trees.halves;
import static dev.tidemark.compare.Trees.leaf;
import static dev.tidemark.compare.Trees.period;
import static dev.tidemark.compare.Trees.root;
import static dev.tidemark.compare.Trees.scores;
import static dev.tidemark.framework.Aggregate.ARITHMETIC;
import static dev.tidemark.table.Col.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Comparison.Ranks;
import dev.tidemark.framework.Comparison.Weights;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables rank_uncertainty and rank_sensitivity. */
class RanksTest {
  private static final Cells UNCERTAINTY = new Cells(Tables.RANK_UNCERTAINTY);
  private static final Cells SENSITIVITY = new Cells(Tables.RANK_SENSITIVITY);
  private static final NodeTree TREE = halves(ARITHMETIC);

  /** U1 is above U2 on both leaves, U3 has no index, U4 is as U2: no weights can change that. */
  private final PeriodScores clear =
      period(
          "P2",
          "1",
          TREE,
          scores(80, 90, 70),
          scores(50, 60, 40),
          scores(NONE, NONE, 50),
          scores(50, 60, 40));

  @ParameterizedTest
  @EnumSource(Weights.class)
  void aUnitAboveAnotherOnEveryLeafIsAboveItUnderAllWeights(Weights weights) {
    var rows = uncertainty(weights, Optional.empty());

    assertThat(UNCERTAINTY.column(rows, UNIT)).containsExactly("U1", "U2", "U4");
    assertThat(UNCERTAINTY.column(rows, RANK)).containsExactly(1, 2, 2);
    assertThat(
            UNCERTAINTY.cells(
                rows.get(0), RANK_P05, RANK_MEDIAN, RANK_P95, P_ABOVE_NEXT, P_TOP10, P_GAIN))
        .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, null);
  }

  @Test
  void tiedUnitsShareTheirRankAndNeitherIsAboveTheOther() {
    var rows = uncertainty(Weights.DIRICHLET, Optional.empty());

    assertThat(UNCERTAINTY.cells(rows.get(1), RANK_P05, RANK_P95, LEAF_RANK_P95, P_ABOVE_NEXT))
        .containsExactly(2.0, 2.0, 2.0, 0.0);
    assertThat(UNCERTAINTY.cell(rows.get(2), P_ABOVE_NEXT)).isNull();
  }

  /** In P1 U1 was below U2 and U4 on both leaves. */
  @Test
  void aRankGainedUnderAllWeightsIsCertain() {
    var before =
        period(
            "P1",
            "1",
            TREE,
            scores(30, 30, 30),
            scores(50, 60, 40),
            scores(NONE, NONE, NONE),
            scores(40, 50, 30));

    var rows = uncertainty(Weights.DIRICHLET, Optional.of(before));

    assertThat(UNCERTAINTY.column(rows, P_GAIN)).containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void anotherVersionIsNoPeriodToGainFrom() {
    var before = period("P1", "0", TREE, scores(30, 30, 30));

    assertThat(UNCERTAINTY.column(uncertainty(Weights.DIRICHLET, Optional.of(before)), P_GAIN))
        .containsOnlyNulls();
  }

  @Test
  void noUnitWithAnIndexHasNoRanks() {
    var nothing = period("P1", "1", TREE, scores(NONE, NONE, NONE));

    assertThat(new RankUncertainty("test", ranks(Weights.UNIFORM), 1).of(nothing, Optional.empty()))
        .isEmpty();
    assertThat(new RankSensitivities("test", ranks(Weights.UNIFORM), 1).of(nothing)).isEmpty();
  }

  /** U1 80 and 20, U2 45 and 60: a's weight of a half or more puts U1 first, less U2. */
  @Test
  void everyLevelOneNodeIsAFactorAndSoAreAggregationAndNormalisation() {
    var rows =
        new RankSensitivities("test", ranks(Weights.UNIFORM), 1)
            .of(period("P1", "1", TREE, scores(50, 80, 20), scores(52.5, 45, 60)));

    assertThat(SENSITIVITY.column(rows, FACTOR))
        .containsExactly("a", "b", "aggregation", "normalisation");
    assertThat(SENSITIVITY.column(rows, TOTAL_ORDER)).doesNotContainNull();
  }

  @Test
  void aLoneLevelOneNodeHasNoWeightToMove() {
    var tree =
        Trees.of(
            root("index", ARITHMETIC),
            composite("g", "index", ARITHMETIC, 1),
            leaf("a", "g", 0.5),
            leaf("b", "g", 0.5));

    var rows =
        new RankSensitivities("test", ranks(Weights.UNIFORM), 1)
            .of(period("P1", "1", tree, scores(50, 50, 80, 20), scores(52, 52, 44, 60)));

    assertThat(SENSITIVITY.column(rows, FACTOR)).containsExactly("aggregation", "normalisation");
  }

  @Test
  void aRankingThatNoChoiceMovesHasNoSensitivities() {
    var rows =
        new RankSensitivities("test", ranks(Weights.UNIFORM), 1)
            .of(period("P1", "1", TREE, scores(80, 90, 70), scores(50, 60, 40)));

    assertThat(SENSITIVITY.column(rows, TOTAL_ORDER)).containsOnlyNulls();
  }

  /** a is 10, 20, 40: 0, 33⅓, 100; b is 50 for all, and stays in the middle. */
  @Test
  void minMaxGoesFromTheLowestToTheHighestAndLeavesAConstantInTheMiddle() {
    var scaled =
        Normalisation.MIN_MAX.of(
            TREE, new double[][] {scores(30, 10, 50), scores(35, 20, 50), scores(45, 40, 50)});

    assertThat(scaled[1]).containsExactly(35, 100 / 3.0, 50);
    assertThat(scaled[2]).containsExactly(45, 100, 50);
  }

  /** 10, 20, 30: mean 20, standard deviation 10. */
  @Test
  void zScoresAreFiftyPlusTenForEachStandardDeviation() {
    var scaled =
        Normalisation.Z_SCORE.of(
            TREE, new double[][] {scores(30, 10, 50), scores(35, 20, 50), scores(45, 30, NONE)});

    assertThat(scaled[0]).containsExactly(30, 40, 50);
    assertThat(scaled[2]).containsExactly(45, 60, NONE);
  }

  private List<Row> uncertainty(Weights weights, Optional<PeriodScores> before) {
    return new RankUncertainty("test", ranks(weights), 1).of(clear, before);
  }

  private static Ranks ranks(Weights weights) {
    return new Ranks(1500, weights, 0.25, 50);
  }
}
