package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.NONE;
import static dev.tidemark.compare.Trees.halves;
import static dev.tidemark.compare.Trees.scores;
import static dev.tidemark.framework.Aggregate.GEOMETRIC;
import static dev.tidemark.framework.Aggregate.HARMONIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class GradientTest {
  @Test
  void inArithmeticMeansItIsTheWeightBelowTheNode() {
    var tree = Trees.quarterAndLeaf();
    var all = scores(80, 50, 40, 60, 90);

    assertThat(Gradient.of(tree, 0, all)).containsExactly(1, 0.25, 0.125, 0.125, 0.75);
    assertThat(Gradient.of(tree, 1, all)).containsExactly(0, 1, 0.5, 0.5, 0);
  }

  @Test
  void siblingsWithoutAScoreLeaveTheirWeight() {
    var tree = Trees.quarterAndLeaf();

    assertThat(Gradient.of(tree, 0, scores(80, 50, 50, NONE, 90)))
        .containsExactly(1, 0.25, 0.25, 0, 0.75);
    assertThat(Gradient.of(tree, 1, scores(90, NONE, NONE, NONE, 90)))
        .containsExactly(0, 0, 0, 0, 0);
  }

  /** √(a·b) at 25 and 100 is 50: d/da = 50 / (2·25), d/db = 50 / (2·100). */
  @Test
  void inAGeometricMeanALowScoreMovesMore() {
    assertThat(Gradient.of(halves(GEOMETRIC), 0, scores(50, 25, 100))).containsExactly(1, 1, 0.25);
  }

  /** 2/(1/20 + 1/80) = 32: d/da = (32/20)² / 2 = 1.28, d/db = (32/80)² / 2 = 0.08. */
  @Test
  void inAHarmonicMeanEvenMoreSo() {
    var gradient = Gradient.of(halves(HARMONIC), 0, scores(32, 20, 80));

    assertThat(gradient[1]).isCloseTo(1.28, offset(1e-12));
    assertThat(gradient[2]).isCloseTo(0.08, offset(1e-12));
  }

  /** From √(25·100) = 50 to √(100·100) = 100 by a alone, which moved 75: 50 / 75. */
  @Test
  void averagedAlongTheWayItTimesTheChangesIsTheChangeOfTheNode() {
    var weights =
        PathWeights.of(halves(GEOMETRIC), 0, scores(NONE, 25, 100), scores(NONE, 100, 100));

    assertThat(weights[1]).isCloseTo(50 / 75.0, offset(1e-12));
  }
}
