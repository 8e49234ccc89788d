package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class TypicalValuesTest {
  private static final Resampling DRAWS = new Resampling(10_000, 42);
  private static final double[] ONES_3 = {1, 1, 1};

  /**
   * The seven subsets of 1, 2, 6 have the means 1, 2, 6, 1.5, 3.5, 4, 3; in order 1, 1.5, 2, 3,
   * 3.5, 4, 6. At 75 % one of eight parts is left out on each side: 1 to 6. At 50 % two: 1.5 to 4.
   */
  @Test
  void theIntervalLiesBetweenTheMeansOfSubsets() {
    var values = values(new double[] {1, 2, 6}, ONES_3);

    assertThat(values.interval(0.75).result()).contains(new Interval(1, 6));
    assertThat(values.interval(0.5).result()).contains(new Interval(1.5, 4));
  }

  /** Means of weighted subsets of 1 (weight 3) and 5 (weight 1): 1, 5, 8/4. A half of four is 1. */
  @Test
  void weightsCount() {
    var values = values(new double[] {1, 5}, new double[] {3, 1});

    assertThat(values.interval(0.5).result()).contains(new Interval(1, 5));
    assertThat(values.equivalence(3)).isEqualTo((1 + 1) / 4.0);
  }

  /** Seven subsets part the line into eight: the ends of 95 % would lie beyond the outermost. */
  @Test
  void threeDifferencesHaveNoIntervalAtNinetyFivePercent() {
    var interval = values(new double[] {1, 2, 6}, ONES_3).interval(0.95);

    assertThat(interval.reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void oneDifferenceSaysNothing() {
    assertThat(TypicalValues.of(new double[] {1}, new double[] {1}, DRAWS).reason())
        .contains(Reason.TOO_FEW);
  }

  /** Of 1, 1.5, 2, 3, 3.5, 4, 6 three reach 3.5 and none −3.5: (3 + 1) / 8. */
  @Test
  void equivalenceCountsTheSubsetsThatReachTheBound() {
    assertThat(values(new double[] {1, 2, 6}, ONES_3).equivalence(3.5)).isEqualTo(0.5);
    assertThat(values(new double[] {-1, -2, -6}, ONES_3).equivalence(3.5)).isEqualTo(0.5);
  }

  /** None of fifteen subsets of four equal differences reaches the bound: 1 / 16. */
  @Test
  void equalDifferencesWithinTheBoundAreAsEquivalentAsSignsCanShow() {
    var values = values(new double[] {0.3, 0.3, 0.3, 0.3}, new double[] {1, 1, 1, 1});

    assertThat(values.equivalence(1)).isEqualTo(1 / 16.0);
  }

  /**
   * At 50 % the ends of 1, 2, 6 are 1.5 and 4. Less 1.4 they are −0.4, 0.6, 4.6, whose sum of 4.8
   * is reached by ±4.8 and ±5.6: p = 4/8. Less 4.5 they are −3.5, −2.5, 1.5 and sum to −4.5,
   * reached by ±4.5 and ±7.5: p = 4/8. Both are rejected at 0.5.
   */
  @Test
  void changesOutsideTheIntervalAreThoseTheSignFlipTestRejects() {
    assertThat(signFlip(1 - 1.4, 2 - 1.4, 6 - 1.4)).isEqualTo(0.5);
    assertThat(signFlip(1 - 4.5, 2 - 4.5, 6 - 4.5)).isEqualTo(0.5);
  }

  /**
   * Less 1.6 they are −0.6, 0.4, 4.4 and sum to 4.2, reached by ±4.2, ±4.6 and ±5.4: p = 6/8. Less
   * 3.7 they are −2.7, −1.7, 2.3 and sum to −2.1, reached by ±2.1, ±3.3 and ±6.7: p = 6/8.
   */
  @Test
  void changesInsideTheIntervalAreThoseItDoesNotReject() {
    assertThat(signFlip(1 - 1.6, 2 - 1.6, 6 - 1.6)).isEqualTo(0.75);
    assertThat(signFlip(1 - 3.7, 2 - 3.7, 6 - 3.7)).isEqualTo(0.75);
  }

  /** Thirteen differences with the mean 34/13, from 0 to 6. */
  @Test
  void subsetsOfMoreThanTwelveDifferencesAreDrawnWithASeed() {
    var differences = new double[] {1, 3, 2, 5, 4, 2, 1, 0, 6, 3, 2, 1, 4};
    var weights = new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    var interval = values(differences, weights).interval(0.9).result().orElseThrow();

    assertThat(values(differences, weights).interval(0.9).result()).contains(interval);
    assertThat(interval.low()).isLessThan(34 / 13.0).isGreaterThan(1);
    assertThat(interval.high()).isGreaterThan(34 / 13.0).isLessThan(4.5);
  }

  @Test
  void subsetsOfEqualDifferencesHaveTheirValueHoweverManyAreDrawn() {
    var differences = new double[13];
    var weights = new double[13];
    java.util.Arrays.fill(differences, 2);
    java.util.Arrays.setAll(weights, i -> 0.1 * (i + 1));

    var interval = values(differences, weights).interval(0.95).result().orElseThrow();

    assertThat(interval.low()).isCloseTo(2, offset(1e-12));
    assertThat(interval.high()).isCloseTo(2, offset(1e-12));
  }

  @Test
  void aWeightOfZeroIsRefused() {
    assertThatThrownBy(() -> values(new double[] {1, 2}, new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights[1] must be finite and above 0, is 0.0");
    assertThatThrownBy(() -> values(new double[] {1, 2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 differences, 1 weights");
  }

  private static double signFlip(double... differences) {
    return SignFlipTest.of(differences, DRAWS).result().orElseThrow().p();
  }

  private static TypicalValues values(double[] differences, double[] weights) {
    return TypicalValues.of(differences, weights, DRAWS).result().orElseThrow();
  }
}
