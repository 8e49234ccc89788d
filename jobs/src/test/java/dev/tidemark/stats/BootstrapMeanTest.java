package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapMeanTest {
  private static final Resampling DRAWS = new Resampling(10_000, 42);

  /**
   * {@code src/test/R/paired_kernels.R}: jackknife, {@code qnorm} and {@code quantile(type = 6)}.
   */
  @Test
  void intervalsOfGivenMeansAgreeWithR() {
    var means =
        IntStream.rangeClosed(1, 999)
            .mapToDouble(k -> 1.6 + 0.4 * Math.sin(k) + 0.3 * Math.pow(Math.cos(3 * k), 2))
            .map(mean -> Math.rint(mean * 1000) / 1000)
            .toArray();

    var result = BootstrapMean.from(PairedSample.SLEEP.differences().values(), means, 0.95);

    assertThat(
            new double[] {
              result.standardError(),
              result.percentile().low(),
              result.percentile().high(),
              result.bca().low(),
              result.bca().high()
            })
        .usingElementComparator(Agreement.to(DIGITS_10))
        .containsExactly(0.30223804101177776, 1.216, 2.246, 1.2073130654775925, 2.23792989810017);
  }

  /**
   * {@code src/test/R/paired_kernels.R}: {@code boot::boot.ci} of 100,000 resamples. The tolerance
   * is four standard deviations of an end from 10,000 resamples.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ANOREXIA_CBT, 0.48965517241379219, 5.7137931034482765, 0.67241379310344629, 5.9448275862068973, 0.16285862336501736
          ANOREXIA_FT, 3.9176470588235306, 10.517647058823531, 3.8352941176470599, 10.441176470588234, 0.208311551341123
          WAVE_36, 0.56667361224631452, 1.9597222222222221, 0.55888888888889021, 1.9526091140052904, 0.043105949944699275
          """)
  void resampledIntervalsComeNearThoseOfTheBootPackage(
      PairedSample sample,
      double low,
      double high,
      double bcaLow,
      double bcaHigh,
      double tolerance) {
    var result =
        BootstrapMean.of(sample.differences().rounded(), DRAWS, 0.95).result().orElseThrow();

    assertThat(result.percentile().low()).isCloseTo(low, within(tolerance));
    assertThat(result.percentile().high()).isCloseTo(high, within(tolerance));
    assertThat(result.bca().low()).isCloseTo(bcaLow, within(tolerance));
    assertThat(result.bca().high()).isCloseTo(bcaHigh, within(tolerance));
  }

  /** Of 27 resamples of (0, 0, 9) 8 have the mean 0, 12 have 3, 6 have 6 and 1 has 9. */
  @Test
  void resampledMeansHaveTheSpreadOfAllResamples() {
    var result = BootstrapMean.of(new double[] {0, 0, 9}, DRAWS, 0.9).result().orElseThrow();

    assertThat(result.mean()).isEqualTo(3);
    assertThat(result.standardError()).isCloseTo(Math.sqrt(6), within(0.07));
    assertThat(result.percentile()).isEqualTo(new Interval(0, 6));
  }

  @Test
  void aSampleHasTheSameIntervalsWithAnyOthers() {
    var samples = Arrays.stream(PairedSample.values()).map(s -> s.differences().rounded()).toList();

    var together = BootstrapMean.ofEach(samples, DRAWS, 0.95);

    var alone = samples.parallelStream().map(s -> BootstrapMean.of(s, DRAWS, 0.95)).toList();
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void anotherSeedGivesAnotherInterval() {
    var values = PairedSample.WAVE_36.differences().rounded();

    var one = BootstrapMean.of(values, new Resampling(1_000, 1), 0.95).result().orElseThrow();
    var other = BootstrapMean.of(values, new Resampling(1_000, 2), 0.95).result().orElseThrow();

    assertThat(one.bca()).isNotEqualTo(other.bca());
  }

  @Test
  void oneValueIsTooFew() {
    assertThat(BootstrapMean.of(new double[] {1}, DRAWS, 0.95).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void theSameChangeEverywhereHasNoInterval() {
    var rounded = PairedSample.CONSTANT.differences().rounded();

    assertThat(BootstrapMean.of(rounded, DRAWS, 0.95).reason()).contains(Reason.NO_VARIATION);
  }

  @Test
  void noChangeAnywhereHasNoInterval() {
    assertThat(BootstrapMean.of(new double[9], DRAWS, 0.95).reason()).contains(Reason.ALL_ZERO);
  }

  @Test
  void aValueThatIsNotANumberIsRefused() {
    var samples = List.of(new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY});

    assertThatThrownBy(() -> BootstrapMean.ofEach(samples, DRAWS, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values[0] must be finite, is Infinity");
  }

  @Test
  void fewerThanAHundredResamplesAreRefused() {
    assertThatThrownBy(() -> new Resampling(99, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("resamples must be at least 100, is 99");
  }
}
