package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertP;
import static dev.tidemark.stats.RValues.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Expected values: all orders of every row gone through, src/test/R/counts-trends-agreement.R. */
class PageTrendTest {
  /** Ten students' ratings of three ways of teaching, the example of SciPy's page_trend_test. */
  private static final double[][] RATINGS = {
    {3, 4, 3}, {2, 2, 4}, {3, 3, 5}, {1, 3, 2}, {2, 3, 2}, {2, 4, 5}, {1, 2, 4}, {3, 4, 4},
    {2, 4, 5}, {1, 3, 4}
  };

  @Test
  void agreesWithAllOrdersOfEveryRow() {
    assertTest(of(RATINGS), 133.5, 3.2271172452028627, 0.0012504421134104731);
    assertTest(
        of(SineSeries.rows(SineSeries.fine(144, 1), 4)),
        911,
        0.6350852961085883,
        0.5253727863737021);
    assertTest(
        of(SineSeries.rows(SineSeries.coarse(500, 0.7), 5)),
        4493.5,
        -0.13271526016776125,
        0.894418573759009);
  }

  /** L = 2 × (1 + 4 + 9) = 28; each row deviates by 2 with variance 2: z = 4 / 2. */
  @Test
  void twoUnitsThatRiseAreWorkedOutByHand() {
    var test = of(new double[][] {{10, 20, 30}, {1, 2, 3}});

    assertThat(test.l()).isEqualTo(28);
    assertThat(test.z()).isEqualTo(2);
  }

  @Test
  void constantRowsSingleUnitsAndTwoPeriodsAreNotTestable() {
    assertThat(PageTrend.of(new double[][] {{1, 1, 1}, {2, 2, 2}}).reason())
        .contains(Reason.ALL_TIED);
    assertThat(PageTrend.of(new double[][] {{1, 2, 3}}).reason()).contains(Reason.TOO_FEW);
    assertThat(PageTrend.of(new double[][] {{1, 2}, {2, 3}}).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void rowsMustBeEquallyLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageTrend.of(new double[][] {{1, 2, 3}, {1, 2}}))
        .withMessage("row 1 has 2 periods, not 3");
  }

  private static PageTrend of(double[][] scores) {
    return PageTrend.of(scores).result().orElseThrow();
  }

  private static void assertTest(PageTrend test, double l, double z, double p) {
    assertThat(test.l()).isEqualTo(l);
    assertValue(test.z(), z);
    assertP(test.p(), p);
  }
}
