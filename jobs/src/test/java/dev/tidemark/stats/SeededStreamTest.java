package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SeededStreamTest {
  private static final int DRAWS = 200_000;

  @Test
  void anIndexGivesTheSameNumbersWhateverWasDrawnBefore() {
    var stream = SeededStream.of(7, 0);
    draw(stream::nextNormal, 1000);
    stream.restart(7000);

    var numbers = draw(stream::nextDouble, 5);

    assertThat(numbers).containsExactly(draw(SeededStream.of(7, 7000)::nextDouble, 5));
  }

  @Test
  void neighbouringIndicesAndSeedsDiffer() {
    var numbers = draw(SeededStream.of(7, 1)::nextDouble, 3);

    assertThat(numbers).isNotEqualTo(draw(SeededStream.of(7, 2)::nextDouble, 3));
    assertThat(numbers).isNotEqualTo(draw(SeededStream.of(8, 1)::nextDouble, 3));
  }

  /** Uniform: mean 1/2, variance 1/12; five standard errors. */
  @Test
  void uniformNumbersHaveTheirMeanAndVariance() {
    var moments = Moments.of(draw(SeededStream.of(1, 0)::nextDouble, DRAWS));

    assertThat(moments.mean()).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / DRAWS)));
    assertThat(moments.variance()).isCloseTo(1.0 / 12, within(0.001));
  }

  /** The first number of every index must be as uniform as the numbers of one index. */
  @Test
  void firstNumbersOfManyIndicesAreUniform() {
    var firsts =
        DoubleStream.iterate(0, index -> index + 1)
            .limit(DRAWS)
            .map(index -> SeededStream.of(1, (long) index).nextDouble())
            .toArray();

    assertThat(Moments.of(firsts).mean()).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / DRAWS)));
    assertThat(Moments.of(firsts).variance()).isCloseTo(1.0 / 12, within(0.001));
  }

  @Test
  void normalNumbersHaveMean0AndVariance1() {
    var moments = Moments.of(draw(SeededStream.of(2, 0)::nextNormal, DRAWS));

    assertThat(moments.mean()).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
    assertThat(moments.variance()).isCloseTo(1, within(5 * Math.sqrt(2.0 / DRAWS)));
  }

  /** Gamma of shape a: mean a, variance a; fourth central moment 3a² + 6a. */
  @Test
  void gammaNumbersHaveTheirShapeAsMeanAndVariance() {
    var stream = SeededStream.of(3, 0);
    var large = Moments.of(draw(() -> stream.nextGamma(4), DRAWS));
    var small = Moments.of(draw(() -> stream.nextGamma(0.2), DRAWS));

    assertThat(large.mean()).isCloseTo(4, within(5 * Math.sqrt(4.0 / DRAWS)));
    assertThat(large.variance()).isCloseTo(4, within(5 * Math.sqrt(56.0 / DRAWS)));
    assertThat(small.mean()).isCloseTo(0.2, within(5 * Math.sqrt(0.2 / DRAWS)));
    assertThat(small.variance()).isCloseTo(0.2, within(5 * Math.sqrt(1.28 / DRAWS)));
  }

  @Test
  void aGammaNumberThatUnderflowsStaysAbove0() {
    var stream = SeededStream.of(4, 0);

    assertThat(Arrays.stream(draw(() -> stream.nextGamma(1e-5), 1000)).min())
        .hasValue(Double.MIN_NORMAL);
  }

  @Test
  void aShapeThatIsNotAboveZeroIsRefused() {
    var stream = SeededStream.of(5, 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> stream.nextGamma(0))
        .withMessage("shape must be finite and above 0, is 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> stream.nextGamma(Double.NaN));
  }

  private static double[] draw(DoubleSupplier numbers, int n) {
    return DoubleStream.generate(numbers).limit(n).toArray();
  }
}
