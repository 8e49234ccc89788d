package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.stats.SignFlipTest.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignFlipTestTest {
  private static final Resampling DRAWS = new Resampling(10_000, 42);

  /** {@code src/test/R/paired_kernels.R}, all 2^n signs written down. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 0.00390625
          TIES, 0.28125
          ZEROS, 0.09375
          THREE, 0.5
          TEN, 0.041015625
          ANOREXIA_FT, 0.0010528564453125
          """)
  void upToTwentyDifferencesAreTestedExactly(PairedSample sample, double p) {
    var test = SignFlipTest.of(sample.differences().rounded(), DRAWS).result().orElseThrow();

    assertThat(test.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(p);
    assertThat(test.method()).isEqualTo(Method.EXACT);
    assertThat(test.standardError()).isZero();
  }

  /** 31 heads or tails of 40 fair coins: {@code 2 * pbinom(9, 40, 0.5)} in R. */
  @Test
  void fortyDifferencesCanBeTestedExactly() {
    var differences = IntStream.range(0, 40).mapToDouble(i -> i < 9 ? -0.1 : 0.1).toArray();

    var test = SignFlipTest.exact(differences).result().orElseThrow();

    assertThat(test.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(0.0006795482549932785);
  }

  @ParameterizedTest
  @CsvSource({"IMMER", "WAVE_36", "ANOREXIA_CBT", "ANOREXIA_CONT"})
  void randomSignsComeWithinFourStandardErrorsOfTheExactTest(PairedSample sample) {
    var differences = sample.differences().rounded();

    var random = SignFlipTest.of(differences, DRAWS).result().orElseThrow();
    var exact = SignFlipTest.exact(differences).result().orElseThrow();

    assertThat(random.method()).isEqualTo(Method.MONTE_CARLO);
    assertThat(exact.method()).isEqualTo(Method.EXACT);
    assertThat(Math.abs(random.p() - exact.p())).isLessThan(4 * random.standardError());
  }

  /** The t test has p = 0.0340 ({@code PairedTTest}); for 500 differences both are near. */
  @Test
  void fiveHundredDifferencesAreTestedWithRandomSigns() {
    var differences = PairedSample.WAVE_500.differences().rounded();

    var test = SignFlipTest.of(differences, DRAWS).result().orElseThrow();

    assertThat(test.p()).isBetween(0.034 - 0.008, 0.034 + 0.008);
    assertThat(test.standardError())
        .isEqualTo(Math.sqrt(test.p() * (1 - test.p()) / DRAWS.resamples()));
  }

  @Test
  void noRandomPValueIsZero() {
    var allUp = IntStream.rangeClosed(1, 64).mapToDouble(i -> i).toArray();

    var test = SignFlipTest.of(allUp, new Resampling(999, 1)).result().orElseThrow();

    assertThat(test.p()).isEqualTo(0.001);
  }

  @Test
  void aSampleHasTheSameResultWithAnyOthers() {
    var samples = Arrays.stream(PairedSample.values()).map(s -> s.differences().rounded()).toList();

    var together = SignFlipTest.ofEach(samples, DRAWS);

    var alone = samples.parallelStream().map(s -> SignFlipTest.of(s, DRAWS)).toList();
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void anotherSeedGivesAnotherPValue() {
    var differences = PairedSample.WAVE_36.differences().rounded();

    var one = SignFlipTest.of(differences, new Resampling(10_000, 1)).result().orElseThrow();
    var other = SignFlipTest.of(differences, new Resampling(10_000, 2)).result().orElseThrow();

    assertThat(one.p()).isNotEqualTo(other.p());
  }

  @Test
  void sumsEqualAsDecimalsAreEqual() {
    var tenths = SignFlipTest.of(new double[] {0.1, 0.2, 0.3, -0.6}, DRAWS);
    var tens = SignFlipTest.of(new double[] {1, 2, 3, -6}, DRAWS);

    assertThat(tenths).isEqualTo(tens);
    assertThat(tenths.result().orElseThrow().p()).isEqualTo(1);
  }

  /** 1.5 − 1 + 2 = 2.5: of 8 sign patterns, 4 sums are at least as far from 0. */
  @Test
  void weightedContributionsAreTestedByTheirSum() {
    var contributions = new double[] {0.3 * 5, 0.5 * -2, 0.2 * 10};

    var test = SignFlipTest.of(contributions, DRAWS);

    assertThat(test.result()).contains(new SignFlipTest(3, 0.5, 0, Method.EXACT));
  }

  /** Groups sum to 3, 3 and −1: of 8 sign patterns, 4 sums are at least 5 from 0. */
  @Test
  void partsOfOneGroupFlipTogether() {
    var contributions = new double[] {1, 2, 3, -2, 1};

    var test = SignFlipTest.ofGroups(contributions, new int[] {7, 7, 1, 4, 4}, DRAWS);

    assertThat(test.result()).contains(new SignFlipTest(3, 0.5, 0, Method.EXACT));
  }

  @Test
  void groupsForOnlySomePartsAreRefused() {
    assertThatThrownBy(() -> SignFlipTest.ofGroups(new double[3], new int[2], DRAWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every part needs a group: 3 parts, 2 groups");
  }

  @Test
  void oneDifferenceIsTooFew() {
    assertThat(SignFlipTest.of(new double[] {3}, DRAWS).reason()).contains(Reason.TOO_FEW);
    assertThat(SignFlipTest.exact(new double[] {3}).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void noChangeAnywhereCannotBeTested() {
    assertThat(SignFlipTest.of(new double[30], DRAWS).reason()).contains(Reason.ALL_ZERO);
    assertThat(SignFlipTest.exact(new double[30]).reason()).contains(Reason.ALL_ZERO);
  }

  @Test
  void theSameChangeEverywhereIsTested() {
    var test = SignFlipTest.of(new double[] {2, 2, 2, 2}, DRAWS).result().orElseThrow();

    assertThat(test.p()).isEqualTo(2.0 / 16);
  }

  @Test
  void aDifferenceThatIsNotANumberIsRefused() {
    assertThatThrownBy(() -> SignFlipTest.ofEach(List.of(new double[] {1, Double.NaN}), DRAWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("differences[1] must be finite, is NaN");
  }

  @Test
  void anExactTestOfMoreThanFortyDifferencesIsRefused() {
    var differences = PairedSample.WAVE_500.differences().rounded();

    assertThatThrownBy(() -> SignFlipTest.exact(differences))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the exact test takes at most 40 differences that are not zero, not 499");
  }
}
