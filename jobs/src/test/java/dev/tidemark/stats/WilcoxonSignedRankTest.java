package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.stats.WilcoxonSignedRank.Method;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilcoxonSignedRankTest {
  /**
   * {@code src/test/R/paired_kernels.R}: {@code wilcox.test} of the differences rounded to 10
   * significant digits.
   *
   * <p>Without rounding R finds V = 303.5 and p = 0.0645 for ANOREXIA_CBT: to doubles, 87.4 → 86.7
   * is a larger change than 84.9 → 85.6, and 83 → 81.6 a larger one than 87.7 → 89.1. In the data
   * both are ties, and V is 304.5.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 9, 1, 45, 0.0090906980159250559, 0.0076324416482055155
          ANOREXIA_CBT, 29, 0, 304.5, 0.061374246014459233, 0.059889878897486953
          ANOREXIA_CONT, 25, 1, 150, 0.74677283016769547, 0.73660573025880649
          ANOREXIA_FT, 17, 0, 142, 0.00083923339843750022, 0.00083923339843750022
          IMMER, 30, 0, 96.5, 0.0053184743875530974, 0.0051520795710785971
          TIES, 6, 0, 17, 0.20337402315980746, 0.16820413904818002
          ZEROS, 6, 2, 19, 0.09349248368983569, 0.074735498305882497
          THREE, 3, 0, 5, 0.50000000000000011, 0.50000000000000011
          TEN, 10, 0, 47, 0.048828125, 0.048828125
          WAVE_36, 35, 1, 494, 0.0034592346954558165, 0.0033693144797908589
          WAVE_500, 499, 1, 71049.5, 0.0071111699736870438, 0.0071078628626460227
          CONSTANT, 6, 0, 21, 0.019656157250169875, 0.01430587843542965
          MISSING, 6, 1, 21, 0.035522336623414599, 0.027281171477618025
          """)
  void agreesWithR(PairedSample sample, int n, int zeros, double v, double p, double pUncorrected) {
    var corrected = WilcoxonSignedRank.of(sample.differences()).result().orElseThrow();
    var uncorrected =
        WilcoxonSignedRank.of(sample.differences(), Continuity.UNCORRECTED).result().orElseThrow();

    assertThat(corrected.n()).isEqualTo(n);
    assertThat(corrected.zeros()).isEqualTo(zeros);
    assertThat(corrected.v()).isEqualTo(v);
    assertThat(corrected.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(p);
    assertThat(uncorrected.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(pUncorrected);
  }

  /** {@code src/test/R/paired_kernels.R}, all 2^n signs written down. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          TIES, 17, 0.25
          ZEROS, 19, 0.09375
          SLEEP, 45, 0.00390625
          TEN, 47, 0.048828125
          THREE, 5, 0.5
          ANOREXIA_FT, 142, 0.0008392333984375
          """)
  void exactTestTakesTiesAsTheyAre(PairedSample sample, double v, double p) {
    var test = WilcoxonSignedRank.exact(sample.differences()).result().orElseThrow();

    assertThat(test.v()).isEqualTo(v);
    assertThat(test.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(p);
    assertThat(test.method()).isEqualTo(Method.EXACT);
  }

  /** R 4.2.2: {@code wilcox.test(ifelse(1:n %% 3 == 0, -(1:n), 1:n))} for n = 49 and 50. */
  @ParameterizedTest
  @CsvSource({"49, EXACT, 0.041703854232423516", "50, NORMAL, 0.027063492176047903"})
  void fiftyDifferencesAreTestedByTheNormalApproximation(int n, Method method, double p) {
    var after = DoubleStream.iterate(1, i -> i + 1).limit(n).map(i -> i % 3 == 0 ? -i : i);
    var differences = PairedDifferences.between(new double[n], after.toArray());

    var test = WilcoxonSignedRank.of(differences).result().orElseThrow();

    assertThat(test.method()).isEqualTo(method);
    assertThat(test.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(p);
  }

  @Test
  void zerosAndTiesAreTestedByTheNormalApproximation() {
    var tied = WilcoxonSignedRank.of(PairedSample.TIES.differences()).result().orElseThrow();
    var zeros = WilcoxonSignedRank.of(PairedSample.ZEROS.differences()).result().orElseThrow();

    assertThat(tied.method()).isEqualTo(Method.NORMAL);
    assertThat(zeros.method()).isEqualTo(Method.NORMAL);
  }

  @Test
  void onePairIsTooFew() {
    var one = PairedDifferences.between(new double[] {50}, new double[] {52});

    assertThat(WilcoxonSignedRank.of(one).reason()).contains(Reason.TOO_FEW);
    assertThat(WilcoxonSignedRank.exact(one).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void noChangeAnywhereCannotBeTested() {
    var none = PairedDifferences.between(new double[] {50, 60}, new double[] {50, 60});

    assertThat(WilcoxonSignedRank.of(none).reason()).contains(Reason.ALL_ZERO);
    assertThat(WilcoxonSignedRank.exact(none).reason()).contains(Reason.ALL_ZERO);
  }

  @Test
  void anExactTestOfFiftyDifferencesIsRefused() {
    var many = PairedSample.WAVE_500.differences();

    assertThatThrownBy(() -> WilcoxonSignedRank.exact(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the exact test takes at most 49 differences that are not zero, not 499");
  }
}
