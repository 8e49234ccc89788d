package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.NONE;
import static dev.tidemark.compare.Trees.composite;
import static dev.tidemark.compare.Trees.leaf;
import static dev.tidemark.compare.Trees.root;
import static dev.tidemark.compare.Trees.scores;
import static dev.tidemark.framework.Aggregate.ARITHMETIC;
import static dev.tidemark.framework.Aggregate.GEOMETRIC;
import static dev.tidemark.framework.Aggregate.HARMONIC;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nodes of {@link Trees#quarterAndLeaf}: 0 index, 1 g, 2 a, 3 b, 4 c. */
class NodeTreeTest {
  private final NodeTree tree = Trees.quarterAndLeaf();

  @Test
  void aShareIsTheWeightAmongSiblings() {
    assertThat(tree.share(0)).isEqualTo(1);
    assertThat(tree.share(1)).isEqualTo(0.25);
    assertThat(tree.share(2)).isEqualTo(0.5);
  }

  @Test
  void leavesOfANodeAreThoseAtOrBelowIt() {
    assertThat(tree.leavesOf(0)).containsExactly(2, 3, 4);
    assertThat(tree.leavesOf(1)).containsExactly(2, 3);
    assertThat(tree.leavesOf(4)).containsExactly(4);
  }

  /** g = (40 + 60) / 2; index = 50 / 4 + 3 · 90 / 4. */
  @Test
  void scoresGoUpFromTheLeaves() {
    assertThat(tree.scores(scores(NONE, NONE, 40, 60, 90))).containsExactly(80, 50, 40, 60, 90);
  }

  /** Without b, g is a; without c, the index is g. */
  @Test
  void aMissingScoreLeavesItsWeightToItsSiblings() {
    assertThat(tree.scores(scores(NONE, NONE, 40, NONE, NONE)))
        .containsExactly(40, 40, 40, NONE, NONE);
    assertThat(tree.scores(scores(NONE, NONE, NONE, NONE, NONE)))
        .containsExactly(NONE, NONE, NONE, NONE, NONE);
  }

  @Test
  void aCompositeThatMayNotScorePassesNothingOn() {
    assertThat(tree.scores(scores(NONE, NONE, 40, 60, 90), node -> node != 1))
        .containsExactly(90, NONE, 40, 60, 90);
  }

  @Test
  void aLeafCountsWhereEveryNodeOnItsWayHasAScore() {
    var scores = scores(90, NONE, 40, 60, 90);

    assertThat(tree.counting(0, scores)).containsExactly(NONE, NONE, NONE, NONE, 90);
    assertThat(tree.counting(2, scores)).containsExactly(NONE, NONE, 40, NONE, NONE);
  }

  @Test
  void aNodeIsLinearIfAllBelowItIsArithmetic() {
    var mixed =
        Trees.of(
            root("index", ARITHMETIC),
            composite("g", "index", GEOMETRIC, 0.5),
            leaf("a", "g", 0.5),
            composite("h", "index", ARITHMETIC, 0.5),
            leaf("b", "h", 0.5));

    assertThat(mixed.isLinear(0)).isFalse();
    assertThat(mixed.isLinear(1)).isFalse();
    assertThat(mixed.isLinear(3)).isTrue();
  }

  @Test
  void oneRuleCanReplaceAll() {
    assertThat(tree.with(HARMONIC).hasOnly(HARMONIC)).isTrue();
    assertThat(tree.with(HARMONIC).share(2)).isEqualTo(0.5);
    assertThat(tree.hasOnly(HARMONIC)).isFalse();
  }
}
