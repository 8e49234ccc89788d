package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HodgesLehmannTest {
  /** The place R's {@code uniroot} is asked to come to, with {@code tol.root = 1e-12}. */
  private static final double ROOT = 1e-10;

  /** {@code src/test/R/paired_kernels.R}: {@code wilcox.test(conf.int = TRUE)}. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 1.0500000000007081, 2.9499999999994513
          ANOREXIA_CBT, -0.050000000000448179, 5.9500000000004363
          ANOREXIA_CONT, -4.4000000000003734, 2.8500000000002692
          ANOREXIA_FT, 3.4499999999999997, 11.199999999999999
          IMMER, -27.499999999999488, -5.9000000000003308
          TIES, -1.0000000000006231, 3.0000000000005702
          ZEROS, 0.49999999999906869, 6.0000000000002593
          THREE, -0.5, 6.5
          TEN, 0.079999999999999988, 3.585
          WAVE_36, 0.58499999999974339, 2.1449999999997322
          WAVE_500, 0.064999999999532238, 0.33999999999982405
          MISSING, 0.99999999999968958, 1.3499999999995544
          """)
  void theIntervalIsThatOfR(PairedSample sample, double low, double high) {
    var shift = HodgesLehmann.of(sample.differences(), 0.95).result().orElseThrow();

    assertThat(shift.interval().low()).isCloseTo(low, within(ROOT));
    assertThat(shift.interval().high()).isCloseTo(high, within(ROOT));
  }

  /** {@code src/test/R/paired_kernels.R}: {@code wilcox.test(conf.int = TRUE, correct = FALSE)}. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 1.1499999999999273, 2.6999999999995934
          ANOREXIA_CBT, 0.20000000000032259, 5.4500000000000979
          ANOREXIA_CONT, -3.6999999999997977, 2.2999999999998431
          ANOREXIA_FT, 4.0499999999999998, 10.5
          IMMER, -25.849999999999312, -8.9500000000000384
          TIES, -0.99999999999979905, 3.0000000000005262
          ZEROS, 0.50000000000051714, 6.000000000000977
          THREE, -0.5, 6.5
          TEN, 0.29999999999999999, 3.3999999999999999
          WAVE_36, 0.74000000000041599, 1.9249999999992964
          WAVE_500, 0.090000000000367938, 0.31000000000014682
          MISSING, 0.99999999999997191, 1.3499999999998968
          """)
  void theIntervalWithoutContinuityCorrectionIsThatOfR(
      PairedSample sample, double low, double high) {
    var shift =
        HodgesLehmann.of(sample.differences(), 0.9, Continuity.UNCORRECTED).result().orElseThrow();

    assertThat(shift.interval().low()).isCloseTo(low, within(ROOT));
    assertThat(shift.interval().high()).isCloseTo(high, within(ROOT));
  }

  /**
   * {@code src/test/R/paired_kernels.R}: {@code median} of the means of all pairs. The estimate of
   * {@code wilcox.test} for WAVE_36 is 1.26318, where {@code uniroot} stopped on the flat between
   * two means.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 1.3999999999999999
          ANOREXIA_CBT, 1.6499999999999999
          ANOREXIA_CONT, -0.5
          ANOREXIA_FT, 7.6500000000000004
          IMMER, -18.899999999999999
          TIES, 1.5
          ZEROS, 3.5
          THREE, 2.75
          TEN, 1.8149999999999999
          WAVE_36, 1.2625000000000002
          WAVE_500, 0.20000000000000007
          MISSING, 1.2
          """)
  void theEstimateIsTheMedianOfTheMeansOfPairs(PairedSample sample, double median) {
    var shift = HodgesLehmann.of(sample.differences(), 0.95).result().orElseThrow();

    assertThat(shift.change()).usingComparator(Agreement.to(DIGITS_10)).isEqualTo(median);
  }

  /**
   * {@code src/test/R/paired_kernels.R}: of an exact interval {@code 1 - 2 * psignrank(k - 1, n)},
   * of a normal one what {@code wilcox.test} says it could reach.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 0.94999999999999996
          ANOREXIA_CBT, 0.94999999999999996
          ANOREXIA_CONT, 0.94999999999999996
          ANOREXIA_FT, 0.955230712890625
          IMMER, 0.94999999999999996
          TIES, 0.89999999999999991
          ZEROS, 0.89999999999999991
          THREE, 0.75
          TEN, 0.951171875
          WAVE_36, 0.94999999999999996
          WAVE_500, 0.94999999999999996
          MISSING, 0.89999999999999991
          """)
  void anIntervalTellsTheConfidenceItHas(PairedSample sample, double level) {
    var shift = HodgesLehmann.of(sample.differences(), 0.95).result().orElseThrow();

    assertThat(shift.level()).usingComparator(Agreement.to(DIGITS_10)).isEqualTo(level);
  }

  @Test
  void twoTiedDifferencesAreTooFewForAnInterval() {
    var two = PairedDifferences.between(new double[] {50, 60}, new double[] {51, 59});

    assertThat(HodgesLehmann.of(two, 0.95).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void theSameChangeEverywhereHasNoInterval() {
    var outcome = HodgesLehmann.of(PairedSample.CONSTANT.differences(), 0.95);

    assertThat(outcome.reason()).contains(Reason.NO_VARIATION);
  }

  @Test
  void noChangeAnywhereHasNoInterval() {
    var none = PairedDifferences.between(new double[] {50, 60}, new double[] {50, 60});

    assertThat(HodgesLehmann.of(none, 0.95).reason()).contains(Reason.ALL_ZERO);
  }
}
