package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static dev.tidemark.stats.Agreement.DIGITS_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTestTest {
  /** {@code src/test/R/paired_kernels.R}: {@code binom.test}. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 9, 9, 0.0039062500000000035, 0.66373288312005707, 1
          ANOREXIA_CBT, 29, 18, 0.2649308964610102, 0.42260464066440123, 0.7931313005134929
          ANOREXIA_CONT, 25, 11, 0.69003796577453591, 0.24402366514720811, 0.65071836600866417
          ANOREXIA_FT, 17, 13, 0.049041748046875007, 0.50100672679541991, 0.93189225956264332
          IMMER, 30, 6, 0.0014309063553810163, 0.077135512001065637, 0.3856665109966072
          TIES, 6, 4, 0.68749999999999989, 0.22277809550351219, 0.95672813170725823
          ZEROS, 6, 5, 0.21875000000000008, 0.35876542100232522, 0.99578925548551056
          THREE, 3, 2, 1, 0.094299324050246131, 0.99159624134038737
          TEN, 10, 7, 0.34375000000000011, 0.34754714994000269, 0.93326048882226553
          WAVE_36, 35, 23, 0.089531078934669675, 0.47789001660647878, 0.80867589781173432
          WAVE_500, 499, 261, 0.32469781509453005, 0.47819522239446283, 0.56762240941358411
          CONSTANT, 6, 6, 0.031250000000000007, 0.54074187356009962, 1
          MISSING, 6, 6, 0.031250000000000007, 0.54074187356009962, 1
          """)
  void agreesWithR(PairedSample sample, int n, int rises, double p, double low, double high) {
    var test = SignTest.of(sample.differences(), 0.95).result().orElseThrow();

    assertThat(test.n()).isEqualTo(n);
    assertThat(test.zeros()).isEqualTo(sample.differences().n() - n);
    assertThat(test.rises()).isEqualTo(rises);
    assertThat(test.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(p);
    assertThat(new double[] {test.share().low(), test.share().high()})
        .usingElementComparator(Agreement.to(DIGITS_10))
        .containsExactly(low, high);
  }

  @Test
  void onePairIsTooFew() {
    var one = PairedDifferences.between(new double[] {50}, new double[] {52});

    assertThat(SignTest.of(one, 0.95).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void noChangeAnywhereCannotBeTested() {
    var none = PairedDifferences.between(new double[] {50, 60}, new double[] {50, 60});

    assertThat(SignTest.of(none, 0.95).reason()).contains(Reason.ALL_ZERO);
  }
}
