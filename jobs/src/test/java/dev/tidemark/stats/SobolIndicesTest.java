package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SobolIndicesTest {
  private static final Offset<Double> CLOSE = within(0.01);

  /**
   * sin x + 7 sin² y + 0.1 z⁴ sin x on −π to π: variances of x, y and x with z are 4.346, 6.125 and
   * 3.374 of 13.845.
   *
   * @see <a href="https://doi.org/10.1109/ISUMA.1990.151285">Ishigami and Homma (1990)</a>
   */
  @Test
  void agreesWithTheAnalyticIndicesOfIshigami() {
    var factors = of(SobolIndicesTest::ishigami, 3, 1024);

    assertThat(factors.get(0).first()).isCloseTo(0.3139, CLOSE);
    assertThat(factors.get(1).first()).isCloseTo(0.4424, CLOSE);
    assertThat(factors.get(2).first()).isCloseTo(0, CLOSE);
    assertThat(factors.get(0).total()).isCloseTo(0.5576, CLOSE);
    assertThat(factors.get(1).total()).isCloseTo(0.4424, CLOSE);
    assertThat(factors.get(2).total()).isCloseTo(0.2437, CLOSE);
  }

  /** 3x + 2y: variances 9/12 and 4/12, nothing together, nothing of z. */
  @Test
  void agreesWithALinearFunctionByHand() {
    var factors = of(x -> 3 * x[0] + 2 * x[1], 3, 256);

    assertThat(factors.get(0).first()).isCloseTo(9.0 / 13, CLOSE);
    assertThat(factors.get(0).total()).isCloseTo(9.0 / 13, CLOSE);
    assertThat(factors.get(1).first()).isCloseTo(4.0 / 13, CLOSE);
    assertThat(factors.get(2).first()).isZero();
    assertThat(factors.get(2).total()).isZero();
  }

  /** Two levels have variance 1/4, three have 2/3. */
  @Test
  void aFactorMayBeDiscrete() {
    var factors = of(x -> SobolIndices.level(x[0], 2) + SobolIndices.level(x[1], 3), 2, 1024);

    assertThat(factors.get(0).first()).isCloseTo(3.0 / 11, CLOSE);
    assertThat(factors.get(1).total()).isCloseTo(8.0 / 11, CLOSE);
  }

  /** The product of two centred factors: all variance is theirs together. */
  @Test
  void whatFactorsDoTogetherIsInTheirTotalsOnly() {
    var factors = of(x -> (x[0] - 0.5) * (x[1] - 0.5), 2, 1024);

    assertThat(factors.get(0).first()).isCloseTo(0, CLOSE);
    assertThat(factors.get(0).total()).isCloseTo(1, within(0.02));
  }

  @Test
  void theErrorCoversTheAnalyticValue() {
    var first = of(SobolIndicesTest::ishigami, 3, 256).get(0);

    assertThat(first.firstError()).isPositive();
    assertThat(first.first()).isCloseTo(0.3139, within(4 * first.firstError()));
    assertThat(first.total()).isCloseTo(0.5576, within(4 * first.totalError()));
  }

  @Test
  void theSameSeedGivesTheSameIndices() {
    var once = SobolIndices.of(SobolIndicesTest::ishigami, 3, 64, 5);

    assertThat(once).isEqualTo(SobolIndices.of(SobolIndicesTest::ishigami, 3, 64, 5));
    assertThat(once).isNotEqualTo(SobolIndices.of(SobolIndicesTest::ishigami, 3, 64, 6));
  }

  @Test
  void aConstantResultDependsOnNothing() {
    assertThat(SobolIndices.of(x -> 7, 2, 64, 1).reason()).contains(Reason.NO_VARIATION);
  }

  @Test
  void theModelReturnsNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SobolIndices.of(x -> Double.NaN, 1, 64, 1))
        .withMessageStartingWith("the model must be finite, is NaN at [");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SobolIndices.of(x -> 1, 501, 64, 1))
        .withMessage("factors must be at most 500, are 501");
  }

  private static List<SobolIndices.Factor> of(
      ToDoubleFunction<double[]> model, int factors, int points) {
    return SobolIndices.of(model, factors, points, 1).result().orElseThrow().factors();
  }

  private static double ishigami(double[] point) {
    double x = Math.PI * (2 * point[0] - 1);
    double y = Math.PI * (2 * point[1] - 1);
    double z = Math.PI * (2 * point[2] - 1);
    return Math.sin(x) * (1 + 0.1 * Math.pow(z, 4)) + 7 * Math.pow(Math.sin(y), 2);
  }
}
