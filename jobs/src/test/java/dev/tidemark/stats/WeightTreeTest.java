package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WeightTreeTest {
  @Test
  void leavesAreTheNodesWithoutChildren() {
    var tree = WeightTree.arithmetic(new int[] {-1, 0, 0, 1, 1}, new double[] {1, 30, 10, 2, 6});

    assertThat(tree.nodes()).isEqualTo(5);
    assertThat(tree.leaves()).isEqualTo(3);
    assertThat(tree.nodeOfLeaf(0)).isEqualTo(2);
    assertThat(tree.nodeOfLeaf(2)).isEqualTo(4);
  }

  @Test
  void siblingsAreRescaledToSumTo1() {
    var tree = WeightTree.arithmetic(new int[] {-1, 0, 0, 1, 1}, new double[] {1, 30, 10, 2, 6});

    assertThat(tree.share(1)).isEqualTo(0.75);
    assertThat(tree.share(4)).isEqualTo(0.75);
  }

  @Test
  void aParentMustStandBeforeItsChild() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightTree.arithmetic(new int[] {-1, 2, 0}, new double[] {1, 1, 1}))
        .withMessage("parent of node 1 must stand before it, is 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightTree.arithmetic(new int[] {0, 0}, new double[] {1, 1}))
        .withMessage("node 0 must be the root, its parent is 0");
  }

  @Test
  void weightsMustBeAbove0() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightTree.arithmetic(new int[] {-1, 0}, new double[] {1, 0}))
        .withMessage("weight of node 1 must be finite and above 0, is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightTree.arithmetic(new int[] {-1, 0}, new double[] {1, Double.NaN}));
  }

  @Test
  void aTreeHasSomethingBelowItsRoot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightTree.arithmetic(new int[] {-1}, new double[] {1}))
        .withMessage("parents, weights and means must be equally many and at least 2, are 1, 1, 1");
  }
}
