package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidemark.stats.WeightTree.Mean;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankDrawsTest {
  private static final WeightPerturbation A_QUARTER = new WeightPerturbation.Uniform(0.25);

  /** Root of A (0.6, leaves a1 0.5 and a2 0.5) and the leaf b (0.4); leaves are b, a1, a2. */
  private static final WeightTree TREE =
      WeightTree.arithmetic(new int[] {-1, 0, 0, 1, 1}, new double[] {1, 0.6, 0.4, 0.5, 0.5});

  /** 0.4 × 50 + 0.6 × 60 = 56; 0.4 × 80 + 0.6 × 40 = 56; 0.4 × 70 + 0.6 × 50 = 58. */
  @Test
  void declaredRanksAreThoseOfTheWeightedMeansWithTiesSharingTheSmaller() {
    double[][] scores = {{50, 40, 80}, {80, 30, 50}, {70, 50, 50}};

    assertThat(draws(TREE, LeafScores.complete(scores)).declaredRanks()).containsExactly(2, 2, 1);
  }

  /**
   * Without a2 the first unit has A = 90: 0.4 × 50 + 0.6 × 90 = 74. Without A the second has b
   * alone: 75. The third has 0.4 × 70 + 0.6 × 77 = 74.2, the fourth nothing.
   */
  @Test
  void weightsOfLeavesNotObservedGoToTheSiblingsLevelByLevel() {
    double[][] scores = {{50, 90, Double.NaN}, {75, 0, 0}, {70, 77, 77}, {99, 99, 99}};
    boolean[][] observed = {
      {true, true, false}, {true, false, false}, {true, true, true}, {false, false, false}
    };

    var ranks = draws(TREE, LeafScores.of(scores, observed)).declaredRanks();

    assertThat(ranks).containsExactly(3, 1, 2, CompetitionRanks.UNRANKED);
  }

  /** √(4 × 9) = 6, 5.9; 2 / (1/3 + 1/6) = 4, 4.1; with a zero both means are 0. */
  @Test
  void geometricAndHarmonicMeansRankByTheirOwnFormula() {
    double[][] geometric = {{4, 9}, {5.9, 5.9}, {0, 100}, {0, 50}};
    double[][] harmonic = {{3, 6}, {4.1, 4.1}, {0, 100}, {0, 50}};

    assertThat(draws(flat(Mean.GEOMETRIC), LeafScores.complete(geometric)).declaredRanks())
        .containsExactly(1, 2, 3, 3);
    assertThat(draws(flat(Mean.HARMONIC), LeafScores.complete(harmonic)).declaredRanks())
        .containsExactly(2, 1, 3, 3);
  }

  /**
   * Root arithmetic of the leaf c (0.5) and the node G (0.5), the geometric mean of g1, g2. First
   * unit: 0.5 × 10 + 0.5 × √(4 × 9) = 8; second, without g2: 0.5 × 10 + 0.5 × 6.2 = 8.1; third,
   * without c: 7.9.
   */
  @Test
  void meansMayDifferFromNodeToNode() {
    var tree =
        WeightTree.of(
            new int[] {-1, 0, 0, 2, 2},
            new double[] {1, 1, 1, 1, 1},
            new Mean[] {
              Mean.ARITHMETIC, Mean.ARITHMETIC, Mean.GEOMETRIC, Mean.ARITHMETIC, Mean.ARITHMETIC
            });
    double[][] scores = {{10, 4, 9}, {10, 6.2, 0}, {0, 7.9, 7.9}};
    boolean[][] observed = {{true, true, true}, {true, true, false}, {false, true, true}};

    assertThat(draws(tree, LeafScores.of(scores, observed)).declaredRanks())
        .containsExactly(2, 1, 3);
  }

  @Test
  void aUnitBestInEveryLeafIsFirstInEveryDraw() {
    double[][] scores = {{50, 60, 70}, {51, 61, 71}, {49, 59, 69}};
    var ranks = new int[130][3];

    draws(TREE, LeafScores.complete(scores)).fill(0, ranks);

    assertThat(List.of(ranks)).allSatisfy(draw -> assertThat(draw).containsExactly(2, 1, 3));
  }

  @Test
  void aDrawIsTheSameWhereverTheCountBegins() {
    double[][] scores = {{50, 60, 70}, {60, 70, 50}, {70, 50, 60}, {61, 60, 59}};
    var draws = draws(TREE, LeafScores.complete(scores));
    var all = new int[200][4];
    var some = new int[30][4];

    draws.fill(0, all);
    draws.fill(101, some);

    assertThat(some).isDeepEqualTo(Arrays.copyOfRange(all, 101, 131));
  }

  /** Unit i scores ⌊i/2⌋: pairs are tied, and the best pair, 298 and 299, shares rank 1. */
  @Test
  void manyUnitsAreRankedLikeFew() {
    var scores = new double[300][];
    Arrays.setAll(scores, unit -> new double[] {pair(unit), pair(unit)});
    var expected = IntStream.range(0, 300).map(unit -> 299 - 2 * pair(unit)).toArray();

    assertThat(draws(flat(Mean.ARITHMETIC), LeafScores.complete(scores)).declaredRanks())
        .containsExactly(expected);
  }

  @Test
  void treeAndScoresMustHaveTheSameLeaves() {
    var scores = LeafScores.complete(new double[][] {{1, 2}});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws(TREE, scores))
        .withMessage("the tree has 3 leaves, the scores have 2");
  }

  @Test
  void aNegativeScoreHasNoGeometricMean() {
    var scores = LeafScores.complete(new double[][] {{1, -2}});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws(flat(Mean.GEOMETRIC), scores))
        .withMessage(
            "geometric and harmonic means need scores of at least 0, unit 0, leaf 1 has -2.0");
  }

  @Test
  void anObservedScoreIsANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeafScores.complete(new double[][] {{1, Double.NaN}}))
        .withMessage("score of unit 0, leaf 1 must be finite, is NaN");
  }

  private static int pair(int unit) {
    return unit / 2;
  }

  private static WeightTree flat(Mean mean) {
    return WeightTree.of(
        new int[] {-1, 0, 0}, new double[] {1, 0.5, 0.5}, new Mean[] {mean, mean, mean});
  }

  private static RankDraws draws(WeightTree tree, LeafScores scores) {
    return RankDraws.of(tree, scores, A_QUARTER, 42);
  }
}
