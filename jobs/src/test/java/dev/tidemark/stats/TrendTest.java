package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertInterval;
import static dev.tidemark.stats.RValues.assertP;
import static dev.tidemark.stats.RValues.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidemark.stats.MannKendall.Method;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values: src/test/R/counts-trends-agreement.R. */
class TrendTest {
  /** R's data set Nile, 1871 to 1970. */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  @Test
  void threeRisingValuesAreNoTrendYet() {
    assertTrend(trend(1, 2, 3), 3, 3.6666666666666665, 1.044465935734187, 1, 0.33333333333333326);
  }

  @Test
  void withoutTiesFewerThan50ValuesAreTestedExactly() {
    var ten = trend(SineSeries.fine(10, 1));
    var fortyNine = trend(SineSeries.fine(49, 1));

    assertTrend(ten, -5, 125, -0.35777087639996635, -0.1111111111111111, 0.7274895282186948);
    assertTrend(
        fortyNine,
        -66,
        13458.666666666666,
        -0.5602893121724296,
        -0.05612244897959184,
        0.5771701908540054);
    assertThat(fortyNine.method()).isEqualTo(Method.EXACT);
  }

  @Test
  void tiesLowerTheVarianceAndAreTestedByTheNormalDistribution() {
    var nile = trend(NILE);
    var ten = trend(SineSeries.coarse(10, 1));
    var four = trend(2, 2, 3, 2);

    assertTrend(
        nile,
        -1387,
        112728.33333333333,
        -4.128066522844101,
        -0.280741334724613,
        3.658262921664341e-05);
    assertTrend(
        ten, -9, 120.33333333333333, -0.7292845505553168, -0.20952908873087342, 0.4658276207077582);
    assertTrend(four, 1, 5, 0, 0.23570226039551587, 1);
    assertThat(ten.method()).isEqualTo(Method.NORMAL);
  }

  @Test
  void manyValuesAgreeWithR() {
    assertTrend(
        trend(SineSeries.fine(500, 1)),
        -81,
        13930176.333333334,
        -0.021434417222484306,
        -0.0006498484009677351,
        0.9828991188934555);
  }

  @Test
  void aConstantSeriesOrTwoValuesHaveNoTrend() {
    assertThat(MannKendall.of(4, 4, 4, 4).reason()).contains(Reason.ALL_TIED);
    assertThat(MannKendall.of(1, 2).reason()).contains(Reason.TOO_FEW);
    assertThat(SenSlope.of(new double[] {1, 2}, new double[] {1, 2}, 0.95).reason())
        .contains(Reason.TOO_FEW);
  }

  @Test
  void sensSlopeAgreesWithTheDefinitionInR() {
    var nile = slope(SineSeries.upTo(100), NILE);
    var ten = slope(SineSeries.upTo(10), SineSeries.fine(10, 1));
    var squaredTimes = IntStream.rangeClosed(1, 36).mapToDouble(i -> i * i).toArray();
    var tied = slope(squaredTimes, SineSeries.coarse(36, 1));

    assertValue(nile.slope(), -2.6);
    assertInterval(nile.interval(), -3.6285714285714286, -1.4242424242424243);
    assertValue(ten.slope(), -0.53625);
    assertInterval(ten.interval(), -4.003333333333334, 2.338);
    assertValue(tied.slope(), 0);
    assertInterval(tied.interval(), -0.0022727272727272726, 0.0012254901960784314);
  }

  /** Slopes 1, 1, 1: √(22/6) × 1.96 = 3.75 is more than the three slopes there are. */
  @Test
  void threeValuesDoNotBoundTheSlope() {
    var slope = slope(SineSeries.upTo(3), new double[] {5, 6, 7});

    assertThat(slope.slope()).isEqualTo(1);
    assertInterval(slope.interval(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** All slopes are 0, and the variance of S is 0 too. */
  @Test
  void aConstantSeriesHasSlope0() {
    var slope = slope(SineSeries.upTo(5), new double[] {7, 7, 7, 7, 7});

    assertThat(slope.slope()).isZero();
    assertInterval(slope.interval(), 0, 0);
  }

  @Test
  void twoValuesOfOneTimeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenSlope.of(new double[] {1, 1, 2}, new double[] {1, 2, 3}, 0.95))
        .withMessage("two times are equal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendall.of(1, Double.NaN, 3))
        .withMessage("values[1] must be finite, is NaN");
  }

  private static MannKendall trend(double... values) {
    return MannKendall.of(values).result().orElseThrow();
  }

  private static SenSlope slope(double[] times, double[] values) {
    return SenSlope.of(times, values, 0.95).result().orElseThrow();
  }

  private static void assertTrend(
      MannKendall trend, long s, double variance, double z, double tau, double p) {
    assertThat(trend.s()).isEqualTo(s);
    assertValue(trend.variance(), variance);
    assertValue(trend.z(), z);
    assertValue(trend.tau(), tau);
    assertP(trend.p(), p);
  }
}
