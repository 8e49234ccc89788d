package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertInterval;
import static dev.tidemark.stats.RValues.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values: R's survfit and quantile.survfit in src/test/R/counts-trends-agreement.R. */
class KaplanMeierTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** survival::aml: weeks to relapse of 23 patients. */
  private static final double[] AML_WEEKS = {
    9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45
  };

  private static final int[] AML_RELAPSED = {
    1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1
  };

  @Test
  void theCurveAgreesWithR() {
    var curve = curve(AML_WEEKS, AML_RELAPSED);

    assertThat(curve.n()).isEqualTo(23);
    assertThat(curve.events()).isEqualTo(18);
    assertThat(curve.survivalAfter(4.9)).isEqualTo(1);
    assertValue(curve.survivalAfter(5), 0.9130434782608695);
    assertValue(curve.survivalAfter(13), 0.6956521739130435);
    assertValue(curve.survivalAfter(29), 0.4968944099378882);
    assertValue(curve.survivalAfter(200), 0.08281573498964803);
  }

  /** R prints 18 to 45; its quantile gives 48, as the upper limit rises again after 45. */
  @Test
  void quantilesAndTheirIntervalsAgreeWithR() {
    var aml = curve(AML_WEEKS, AML_RELAPSED);
    var maintained = curve(Arrays.copyOf(AML_WEEKS, 11), Arrays.copyOf(AML_RELAPSED, 11));

    assertThat(aml.quantile(0.5)).hasValue(27);
    assertInterval(aml.quantileInterval(0.5, 0.95), 18, 45);
    assertThat(aml.quantile(0.9)).hasValue(48);
    assertInterval(aml.quantileInterval(0.9, 0.95), 43, NEVER);
    assertThat(maintained.quantile(0.5)).hasValue(31);
    assertInterval(maintained.quantileInterval(0.5, 0.95), 18, NEVER);
    assertThat(maintained.quantile(0.9)).isEmpty();
    assertInterval(maintained.quantileInterval(0.9, 0.95), 48, NEVER);
  }

  /** R: {@code time <- 1 + (1:500 * 7919) %% 23; event <- 1:500 %% 7 != 0}. */
  @Test
  void fiveHundredWaitsInWholeDaysAgreeWithR() {
    var days = IntStream.rangeClosed(1, 500).mapToDouble(i -> 1 + i * 7919 % 23).toArray();
    var ended = IntStream.rangeClosed(1, 500).map(i -> Integer.signum(i % 7)).toArray();

    var curve = curve(days, ended);

    assertValue(curve.survivalAfter(1), 0.964);
    assertValue(curve.survivalAfter(23), 0.00986091916411431);
    assertThat(curve.quantile(0.5)).hasValue(13);
    assertInterval(curve.quantileInterval(0.5, 0.95), 12, 14);
    assertThat(curve.quantile(0.9)).hasValue(22);
    assertInterval(curve.quantileInterval(0.9, 0.95), 21, 23);
  }

  @Test
  void whereTheCurveRunsAlongTheLevelTheQuantileIsTheMiddle() {
    double[] times = {1, 2, 3, 4};

    assertThat(curve(times, 1, 1, 1, 1).quantile(0.5)).hasValue(2.5);
    assertThat(curve(times, 1, 1, 0, 1).quantile(0.5)).hasValue(3);
  }

  @Test
  void aLevelReachedLastRunsToTheLastObservation() {
    var curve = curve(new double[] {1, 2, 3, 4}, 1, 1, 0, 0);

    assertThat(curve.quantile(0.5)).hasValue(3);
    assertThat(curve.quantile(0.9)).isEmpty();
    assertInterval(curve.quantileInterval(0.5, 0.95), 1, NEVER);
  }

  @Test
  void aWaitCensoredAtTheTimeOfAnEventWasStillWaitingThen() {
    var curve = curve(new double[] {1, 1, 1, 2, 2, 5}, 1, 1, 0, 1, 1, 1);

    assertValue(curve.survivalAfter(1), 0.6666666666666666);
    assertValue(curve.survivalAfter(2), 0.2222222222222222);
    assertThat(curve.survivalAfter(5)).isZero();
    assertThat(curve.quantile(0.5)).hasValue(2);
    assertThat(curve.quantile(0.9)).hasValue(5);
    assertInterval(curve.quantileInterval(0.9, 0.95), 2, NEVER);
  }

  @Test
  void ifTooFewEndedTheQuantileIsNotKnown() {
    var some = curve(new double[] {1, 2, 3, 4}, 1, 0, 0, 0);
    var none = curve(new double[] {1, 2}, 0, 0);

    assertThat(some.quantile(0.5)).isEmpty();
    assertThat(none.quantile(0.5)).isEmpty();
    assertInterval(none.quantileInterval(0.5, 0.95), NEVER, NEVER);
    assertThat(none.survivalAfter(9)).isEqualTo(1);
  }

  /** 1, 1, 1+, 2, 2, 5 as above, and a day on which nothing was counted. */
  @Test
  void countedWaitsGiveTheSameCurve() {
    var curve =
        KaplanMeier.of(new double[] {1, 2, 5, 9}, new long[] {2, 2, 1, 0}, new long[] {1, 0, 0, 0})
            .result()
            .orElseThrow();

    assertThat(curve)
        .usingRecursiveComparison()
        .isEqualTo(curve(new double[] {5, 1, 1, 2, 1, 2}, 1, 1, 0, 1, 1, 1));
    assertThat(curve.n()).isEqualTo(6);
  }

  @Test
  void noWaitHasNoCurve() {
    assertThat(KaplanMeier.of(new double[0], new boolean[0]).reason()).contains(Reason.TOO_FEW);
    assertThat(KaplanMeier.of(new double[] {1}, new long[1], new long[1]).reason())
        .contains(Reason.TOO_FEW);
  }

  @Test
  void countsStandAtTimesThatAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(new double[] {2, 2}, new long[2], new long[2]))
        .withMessage("times must ascend");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(new double[] {2}, new long[] {-1}, new long[1]))
        .withMessage("a count is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(new double[] {2}, new long[1], new long[2]))
        .withMessage("1 times, 1 counts of ended, 2 of open");
  }

  @Test
  void timesAreNumbersFrom0() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve(new double[] {1, -2}, 1, 1))
        .withMessage("a time is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve(new double[] {Double.NaN}, 1))
        .withMessage("times[0] must be finite, is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve(new double[] {1, 2}, 1))
        .withMessage("2 times, 1 ends");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve(new double[] {1}, 1).survivalAfter(Double.NaN))
        .withMessage("time[0] must be finite, is NaN");
  }

  private static KaplanMeier curve(double[] times, int... ended) {
    var ends = new boolean[ended.length];
    IntStream.range(0, ended.length).forEach(i -> ends[i] = ended[i] == 1);
    return KaplanMeier.of(times, ends).result().orElseThrow();
  }
}
