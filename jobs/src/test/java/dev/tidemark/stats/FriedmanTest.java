package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertP;
import static dev.tidemark.stats.RValues.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Expected values: src/test/R/counts-trends-agreement.R. */
class FriedmanTest {
  /**
   * R's help page of friedman.test: three ways of rounding first base; Hollander and Wolfe (1973).
   */
  private static final double[] ROUNDING_TIMES = {
    5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70, 5.45,
    5.55, 5.60, 5.40, 5.40, 5.35, 5.45, 5.50, 5.35, 5.25, 5.15, 5.00, 5.85, 5.80, 5.70, 5.25, 5.20,
    5.10, 5.65, 5.55, 5.45, 5.60, 5.35, 5.45, 5.05, 5.00, 4.95, 5.50, 5.50, 5.40, 5.45, 5.55, 5.50,
    5.55, 5.55, 5.35, 5.45, 5.50, 5.55, 5.50, 5.45, 5.25, 5.65, 5.60, 5.40, 5.70, 5.65, 5.55, 6.30,
    6.30, 6.25
  };

  /** MASS::immer: barley yields of 30 plots in two years. */
  static final double[] IMMER_1931 = {
    81.0, 105.4, 119.7, 109.7, 98.3, 146.6, 142.0, 150.7, 191.5, 145.7, 82.3, 77.3, 78.4, 131.3,
    89.6, 119.8, 121.4, 124.0, 140.8, 124.8, 98.9, 89.0, 69.1, 89.3, 104.1, 86.9, 77.1, 78.9, 101.8,
    96.0
  };

  static final double[] IMMER_1932 = {
    80.7, 82.3, 80.4, 87.2, 84.2, 100.4, 115.5, 112.2, 147.7, 108.1, 103.1, 105.1, 116.5, 139.9,
    129.6, 98.9, 61.9, 96.2, 125.5, 75.7, 66.4, 49.9, 96.7, 61.9, 80.3, 67.7, 66.7, 67.4, 91.8, 94.1
  };

  @Test
  void agreesWithRWithAndWithoutTies() {
    assertTest(
        of(SineSeries.rows(ROUNDING_TIMES, 3)),
        11.142857142857142,
        0.003805040775511363,
        0.2532467532467532);
    assertTest(
        of(SineSeries.rows(SineSeries.fine(144, 1), 4)),
        0.5,
        0.9188914116546759,
        0.004629629629629629);
    assertTest(
        of(SineSeries.rows(SineSeries.coarse(1500, 0.7), 3)),
        3.106828193832599,
        0.21152457425460008,
        0.003106828193832599);
  }

  @Test
  void threeUnitsInThreePeriodsAgreeWithR() {
    double[][] scores = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}};

    assertTest(of(scores), 2.6666666666666665, 0.26359713811572677, 0.4444444444444444);
  }

  @Test
  void fullAgreementIsAConcordanceOf1() {
    double[][] scores = {{1, 2, 3}, {10, 20, 30}, {5, 6, 7}};

    assertThat(of(scores).concordance()).isEqualTo(1);
    assertThat(of(scores).df()).isEqualTo(2);
  }

  @Test
  void constantRowsAndSingleUnitsAreNotTestable() {
    assertThat(Friedman.of(new double[][] {{1, 1, 1}, {2, 2, 2}}).reason())
        .contains(Reason.ALL_TIED);
    assertThat(Friedman.of(new double[][] {{1, 2, 3}}).reason()).contains(Reason.TOO_FEW);
    assertThat(Friedman.of(new double[][] {{1}, {2}}).reason()).contains(Reason.TOO_FEW);
    assertThat(Friedman.of(new double[0][]).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void rowsMustBeCompleteAndEquallyLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Friedman.of(new double[][] {{1, 2, 3}, {1, 2}}))
        .withMessage("row 1 has 2 periods, not 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Friedman.of(new double[][] {{1, Double.NaN}, {1, 2}}))
        .withMessage("values[1] must be finite, is NaN");
  }

  private static Friedman of(double[][] scores) {
    return Friedman.of(scores).result().orElseThrow();
  }

  private static void assertTest(Friedman test, double chiSquared, double p, double concordance) {
    assertValue(test.chiSquared(), chiSquared);
    assertP(test.p(), p);
    assertValue(test.concordance(), concordance);
  }
}
