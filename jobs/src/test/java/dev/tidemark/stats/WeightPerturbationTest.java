package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tidemark.stats.WeightPerturbation.Both;
import dev.tidemark.stats.WeightPerturbation.LeafBootstrap;
import dev.tidemark.stats.WeightPerturbation.Uniform;
import org.junit.jupiter.api.Test;

/** A root of g (0.4, with leaves at 0.3 and 0.7) and a leaf (0.6). */
class WeightPerturbationTest {
  private static final Uniform A_QUARTER = new Uniform(0.25);
  private final WeightTree tree =
      WeightTree.arithmetic(new int[] {-1, 0, 1, 1, 0}, new double[] {1, 0.4, 0.3, 0.7, 0.6});

  @Test
  void theBootstrapOfLeavesLeavesCompositesAlone() {
    var weights = draw(new LeafBootstrap(), SeededStream.of(1, 0));

    assertThat(weights[1]).isEqualTo(0.4);
    assertThat(weights[4]).isPositive().isNotEqualTo(0.6);
  }

  /** Drawn one after the other from one stream: a weight of both is the product of its factors. */
  @Test
  void twoPerturbationsAtOnceMultiplyTheirFactors() {
    var stream = SeededStream.of(1, 0);
    var first = draw(A_QUARTER, stream);
    var second = draw(new LeafBootstrap(), stream);

    var both = draw(new Both(A_QUARTER, new LeafBootstrap()), SeededStream.of(1, 0));

    assertThat(both[1]).isCloseTo(first[1], offset(1e-15));
    assertThat(both[2] / 0.3).isCloseTo(first[2] / 0.3 * (second[2] / 0.3), offset(1e-12));
    assertThat(both[4] / 0.6).isCloseTo(first[4] / 0.6 * (second[4] / 0.6), offset(1e-12));
  }

  private double[] draw(WeightPerturbation perturbation, SeededStream stream) {
    var weights = new double[tree.nodes()];
    perturbation.draw(tree, stream, weights);
    return weights;
  }
}
