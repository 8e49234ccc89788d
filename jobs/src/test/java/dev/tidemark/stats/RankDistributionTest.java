package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankDistributionTest {
  private static final int DRAWS = 100_000;
  private static final WeightPerturbation A_QUARTER = new WeightPerturbation.Uniform(0.25);

  /** Two leaves of 0.55 and 0.45. */
  private static final WeightTree TREE =
      WeightTree.arithmetic(new int[] {-1, 0, 0}, new double[] {1, 0.55, 0.45});

  /**
   * The second unit is above where 0.45 v is above 0.55 u, u and v uniform on 0.75 to 1.25: over
   * the triangle (3/4, 11/12), (3/4, 5/4), (45/44, 5/4) with area 1/3 × 3/11 / 2 of the square's
   * 1/4.
   */
  @Test
  void uniformWeightsReverseAnOrderAsOftenAsTheirAreaSays() {
    var ranks = ranks(A_QUARTER, new double[][] {{60, 40}, {50, 50}});

    assertThat(ranks.shareAboveNext(0)).hasValueCloseTo(9.0 / 11, within(0.005));
    assertThat(ranks.shareInTop(1, 1)).isCloseTo(2.0 / 11, within(0.005));
  }

  /** Dirichlet(1, 1) is uniform: the first leaf weighs more than 0.3 in 0.7 of the draws. */
  @Test
  void dirichletWeightsFollowTheBetaDistribution() {
    var half = WeightTree.arithmetic(new int[] {-1, 0, 0}, new double[] {1, 1, 1});
    var scores = LeafScores.complete(new double[][] {{100, 0}, {30, 30}});
    var draws = RankDraws.of(half, scores, new WeightPerturbation.Dirichlet(2), 1);

    var ranks = RankDistribution.tally(draws, 0, DRAWS);

    assertThat(ranks.shareAboveNext(0)).hasValueCloseTo(0.7, within(0.008));
  }

  /**
   * Exponential factors e and f: the first unit is above where 0.55 e is above 0.45 f, with
   * probability 0.55 / (0.55 + 0.45).
   */
  @Test
  void aBootstrapOfTheLeavesFollowsTheExponentialDistribution() {
    var ranks = ranks(new WeightPerturbation.LeafBootstrap(), new double[][] {{60, 40}, {50, 50}});

    assertThat(ranks.shareAboveNext(0)).hasValueCloseTo(0.55, within(0.008));
  }

  /** The second unit is first in 2/11 = 0.18 of the draws: in 0.05 of them, not in half. */
  @Test
  void percentilesAreRanksThatOccurred() {
    var ranks = ranks(A_QUARTER, new double[][] {{60, 40}, {50, 50}, {0, 0}});

    assertThat(ranks.percentile(1, 0.05)).isEqualTo(1);
    assertThat(ranks.percentile(1, 0.5)).isEqualTo(2);
    assertThat(ranks.percentile(1, 0.95)).isEqualTo(2);
    assertThat(ranks.percentile(2, 0.05)).isEqualTo(3);
  }

  @Test
  void unitsAlikeInEveryLeafTieInEveryDrawAndNoneIsAbove() {
    var ranks = ranks(A_QUARTER, new double[][] {{60, 40}, {60, 40}});

    assertThat(ranks.percentile(0, 0.95)).isEqualTo(1);
    assertThat(ranks.percentile(1, 0.95)).isEqualTo(1);
    assertThat(ranks.shareAboveNext(0)).hasValue(0);
  }

  @Test
  void everyRankedUnitIsAmongTheFirstOfAll() {
    var ranks = ranks(A_QUARTER, new double[][] {{60, 40}, {50, 50}, {0, 0}});

    assertThat(ranks.shareInTop(2, 2)).isZero();
    assertThat(ranks.shareInTop(0, 2)).isEqualTo(1);
    assertThat(ranks.shareInTop(2, 10)).isEqualTo(1);
  }

  @Test
  void theNextUnitIsTheOneBelowInTheDeclaredOrder() {
    var ranks = ranks(A_QUARTER, new double[][] {{10, 10}, {90, 90}, {50, 50}});

    assertThat(ranks.nextBelow(1)).hasValue(2);
    assertThat(ranks.nextBelow(2)).hasValue(0);
    assertThat(ranks.nextBelow(0)).isEmpty();
    assertThat(ranks.shareAboveNext(0)).isEmpty();
    assertThat(ranks.shareAboveNext(1)).hasValue(1);
  }

  @Test
  void aUnitObservedInNoLeafHasNoRankAndNoNeighbour() {
    var scores =
        LeafScores.of(
            new double[][] {{1, 1}, {2, 2}}, new boolean[][] {{false, false}, {true, true}});

    var ranks = RankDistribution.tally(RankDraws.of(TREE, scores, A_QUARTER, 1), 0, 10);

    assertThat(ranks.declaredRank(0)).isEqualTo(CompetitionRanks.UNRANKED);
    assertThat(ranks.percentile(0, 0.5)).isEqualTo(CompetitionRanks.UNRANKED);
    assertThat(ranks.shareInTop(0, 2)).isZero();
    assertThat(ranks.nextBelow(1)).isEmpty();
  }

  @Test
  void aSpreadOrConcentrationOutsideItsRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightPerturbation.Uniform(1))
        .withMessage("spread must lie between 0 and 1, is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightPerturbation.Dirichlet(0))
        .withMessage("concentration must be finite and above 0, is 0.0");
  }

  @Test
  void partsAddUpToTheWhole() {
    var scores = LeafScores.complete(new double[][] {{60, 40}, {50, 50}, {45, 56}, {61, 39}});
    var draws = RankDraws.of(TREE, scores, A_QUARTER, 9);

    var sum = RankDistribution.tally(draws, 0, 333).plus(RankDistribution.tally(draws, 333, 667));

    assertThat(sum).usingRecursiveComparison().isEqualTo(RankDistribution.tally(draws, 0, 1000));
    assertThat(sum.draws()).isEqualTo(1000);
  }

  @Test
  void talliesOfOtherUnitsDoNotAddUp() {
    var one = ranks(A_QUARTER, new double[][] {{1, 1}, {2, 2}});
    var other = ranks(A_QUARTER, new double[][] {{2, 2}, {1, 1}});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.plus(other))
        .withMessage("these are tallies of different units or weights");
  }

  /** As in the first test: before, the first unit is second in 2/11 of the draws; after, never. */
  @Test
  void aRankIsGainedInTheDrawsThatRankedItLowerBefore() {
    var before = draws(A_QUARTER, new double[][] {{60, 40}, {50, 50}});
    var after = draws(A_QUARTER, new double[][] {{90, 90}, {10, 10}});

    var gains = RankGains.between(before, after, DRAWS);

    assertThat(gains.shareBetter(0)).hasValueCloseTo(2.0 / 11, within(0.005));
    assertThat(gains.shareWorse(0)).hasValue(0);
    assertThat(gains.shareWorse(1)).hasValueCloseTo(2.0 / 11, within(0.005));
  }

  @Test
  void aUnitWithoutARankInOnePeriodNeitherGainsNorLoses() {
    var before =
        LeafScores.of(
            new double[][] {{1, 1}, {2, 2}}, new boolean[][] {{false, false}, {true, true}});
    var after = draws(A_QUARTER, new double[][] {{1, 1}, {2, 2}});

    var gains = RankGains.between(RankDraws.of(TREE, before, A_QUARTER, 1), after, 10);

    assertThat(gains.shareBetter(0)).isEmpty();
    assertThat(gains.shareWorse(0)).isEmpty();
    assertThat(gains.shareBetter(1)).hasValue(0);
  }

  private static RankDistribution ranks(WeightPerturbation perturbation, double[][] scores) {
    return RankDistribution.tally(draws(perturbation, scores), 0, DRAWS);
  }

  private static RankDraws draws(WeightPerturbation perturbation, double[][] scores) {
    return RankDraws.of(TREE, LeafScores.complete(scores), perturbation, 1);
  }
}
