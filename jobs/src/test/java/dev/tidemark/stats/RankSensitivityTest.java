package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.stats.WeightTree.Mean;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankSensitivityTest {
  private static final int[] PARENTS = {-1, 0, 0};
  private static final double[] WEIGHTS = {1, 0.55, 0.45};
  private static final int[] FIRST_LEAF = {RankSensitivity.FIXED, 0, RankSensitivity.FIXED};
  private static final WeightTree TREE = WeightTree.arithmetic(PARENTS, WEIGHTS);
  private static final LeafScores SCORES = LeafScores.complete(new double[][] {{60, 40}, {50, 50}});

  /**
   * Only one weight is free, and it can turn the order (where its factor is below 9/11): all
   * variance is its own.
   */
  @Test
  void theOnlyFreeChoiceMakesAllTheVariance() {
    var sensitivity = of(List.of(TREE), List.of(SCORES), FIRST_LEAF);

    assertThat(sensitivity.weights(0).first()).isCloseTo(1, within(0.02));
    assertThat(sensitivity.weights(0).total()).isCloseTo(1, within(0.02));
    assertThat(sensitivity.mean().total()).isZero();
    assertThat(sensitivity.normalisation().total()).isZero();
  }

  /**
   * Normalised otherwise, the second unit is first whatever the weight; as declared, the first
   * leads unless its factor is below 9/11, in 0.1364 of the draws. The shift is 1 with probability
   * 1/2 + 0.1364/2 = 0.5682, its variance 0.2454; by normalisation alone its mean is 0.1364 or 1,
   * variance 0.1865; by the weight alone 1 or 1/2, with probability 0.1364: variance 0.0294.
   */
  @Test
  void variancesOfTwoChoicesAreThoseWorkedOutByHand() {
    var other = LeafScores.complete(new double[][] {{10, 10}, {50, 50}});

    var sensitivity = of(List.of(TREE), List.of(SCORES, other), FIRST_LEAF);

    assertThat(sensitivity.normalisation().first()).isCloseTo(0.1865 / 0.2454, within(0.02));
    assertThat(sensitivity.weights(0).first()).isCloseTo(0.0294 / 0.2454, within(0.02));
    assertThat(sensitivity.normalisation().total()).isCloseTo(1 - 0.0294 / 0.2454, within(0.02));
  }

  /** √(90 × 10) = 30 is below 40, their arithmetic mean 50 above: the mean turns the order. */
  @Test
  void theKindOfMeanMayBeTheChoiceThatMatters() {
    var geometric =
        WeightTree.of(
            PARENTS,
            new double[] {1, 0.5, 0.5},
            new Mean[] {Mean.GEOMETRIC, Mean.GEOMETRIC, Mean.GEOMETRIC});
    var arithmetic = WeightTree.arithmetic(PARENTS, new double[] {1, 0.5, 0.5});
    var scores = LeafScores.complete(new double[][] {{90, 10}, {40, 40}});

    var sensitivity = of(List.of(arithmetic, geometric), List.of(scores), FIRST_LEAF);

    assertThat(sensitivity.mean().first()).isCloseTo(1, within(0.02));
    assertThat(sensitivity.weights(0).total()).isZero();
  }

  @Test
  void aRankingNothingMovesIsSensitiveToNothing() {
    var clear = LeafScores.complete(new double[][] {{90, 90}, {10, 10}});

    var outcome = RankSensitivity.of(List.of(TREE), List.of(clear), FIRST_LEAF, 0.25, 64, 1);

    assertThat(outcome.reason()).contains(Reason.NO_VARIATION);
  }

  @Test
  void groupsAndAlternativesMustFitTheTree() {
    var larger = WeightTree.arithmetic(new int[] {-1, 0, 0, 1}, new double[] {1, 1, 1, 1});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(List.of(TREE), List.of(SCORES), new int[] {0, 1}))
        .withMessage("2 groups for 3 nodes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(List.of(TREE, larger), List.of(SCORES), FIRST_LEAF))
        .withMessage("trees differ in nodes, or scores in units");
  }

  private static RankSensitivity of(List<WeightTree> trees, List<LeafScores> scores, int[] groups) {
    return RankSensitivity.of(trees, scores, groups, 0.25, 1024, 1).result().orElseThrow();
  }
}
