package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertInterval;
import static dev.tidemark.stats.RValues.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.stats.CohenKappa.Weights;
import dev.tidemark.stats.KrippendorffAlpha.Scale;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expected values: papers, and src/test/R/counts-trends-agreement.R. */
class AgreementTest {
  /** Cohen, Educational and Psychological Measurement 20 (1960) 45, the example, of 200 units. */
  private static final int[][] COHEN = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};

  /** Fleiss, Statistical Methods for Rates and Proportions (1981), table 13.1, of 100 units. */
  private static final int[][] FLEISS = {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}};

  /** Krippendorff (2011), section D: 12 units, up to 4 observers; the last has one rating. */
  private static final double[][] KRIPPENDORFF = {
    {1, 1, 1},
    {2, 2, 3, 2},
    {3, 3, 3, 3},
    {3, 3, 3, 3},
    {2, 2, 2, 2},
    {1, 2, 3, 4},
    {4, 4, 4, 4},
    {1, 1, 2, 1},
    {2, 2, 2, 2},
    {5, 5, 5},
    {1, 1},
    {3}
  };

  /** R's data set attitude: percentages of favourable answers in 30 departments. */
  private static final double[][] ATTITUDE = {
    {43, 51, 30, 39, 61, 92, 45},
    {63, 64, 51, 54, 63, 73, 47},
    {71, 70, 68, 69, 76, 86, 48},
    {61, 63, 45, 47, 54, 84, 35},
    {81, 78, 56, 66, 71, 83, 47},
    {43, 55, 49, 44, 54, 49, 34},
    {58, 67, 42, 56, 66, 68, 35},
    {71, 75, 50, 55, 70, 66, 41},
    {72, 82, 72, 67, 71, 83, 31},
    {67, 61, 45, 47, 62, 80, 41},
    {64, 53, 53, 58, 58, 67, 34},
    {67, 60, 47, 39, 59, 74, 41},
    {69, 62, 57, 42, 55, 63, 25},
    {68, 83, 83, 45, 59, 77, 35},
    {77, 77, 54, 72, 79, 77, 46},
    {81, 90, 50, 72, 60, 54, 36},
    {74, 85, 64, 69, 79, 79, 63},
    {65, 60, 65, 75, 55, 80, 60},
    {65, 70, 46, 57, 75, 85, 46},
    {50, 58, 68, 54, 64, 78, 52},
    {50, 40, 33, 34, 43, 64, 33},
    {64, 61, 52, 62, 66, 80, 41},
    {53, 66, 52, 50, 63, 80, 37},
    {40, 37, 42, 58, 50, 57, 49},
    {63, 54, 42, 48, 66, 75, 33},
    {66, 77, 66, 63, 88, 76, 72},
    {78, 75, 58, 74, 80, 78, 49},
    {48, 57, 44, 45, 51, 83, 38},
    {85, 85, 71, 71, 77, 74, 55},
    {82, 82, 39, 59, 64, 78, 39}
  };

  @Test
  void kappaAgreesWithCohensExample() {
    var kappa = kappa(COHEN, Weights.UNWEIGHTED);

    assertThat(kappa.kappa()).isCloseTo(0.492, within(5e-4));
    assertThat(kappa.observed()).isCloseTo(0.70, within(1e-12));
    assertThat(kappa.expected()).isCloseTo(0.41, within(1e-12));
  }

  /** Fleiss gives κ = 0.676; the standard error is that of the formula in R. */
  @Test
  void kappaAgreesWithFleisssExample() {
    var kappa = kappa(FLEISS, Weights.UNWEIGHTED);

    assertThat(kappa.kappa()).isCloseTo(0.676, within(5e-4));
    assertValue(kappa.standardError(), 0.08770295347521254);
  }

  @Test
  void weightedKappaAndItsErrorAgreeWithTheFormulaInR() {
    assertKappa(kappa(COHEN, Weights.UNWEIGHTED), 0.49152542372881347, 0.05100181557607786);
    assertKappa(kappa(COHEN, Weights.LINEAR), 0.47368421052631593, 0.05443230917764151);
    assertKappa(kappa(COHEN, Weights.QUADRATIC), 0.4545454545454543, 0.06645368159107819);
    assertKappa(kappa(FLEISS, Weights.LINEAR), 0.7222222222222223, 0.08430095392318858);
    assertKappa(kappa(FLEISS, Weights.QUADRATIC), 0.7553191489361701, 0.08670713249380718);
  }

  @Test
  void withTwoClassesAllWeightsAreTheSame() {
    int[][] table = {{20, 5}, {10, 15}};

    assertKappa(kappa(table, Weights.UNWEIGHTED), 0.3999999999999999, 0.12699606293110033);
    assertKappa(kappa(table, Weights.LINEAR), 0.3999999999999999, 0.12699606293110033);
    assertKappa(kappa(table, Weights.QUADRATIC), 0.3999999999999999, 0.12699606293110033);
  }

  @Test
  void aClassNobodyGaveChangesNothingButTheWeights() {
    int[][] table = {{3, 0, 0}, {0, 0, 0}, {0, 1, 2}};

    assertKappa(kappa(table, Weights.UNWEIGHTED), 0.7142857142857142, 0.2166215418787845);
    assertKappa(kappa(table, Weights.QUADRATIC), 0.909090909090909, 0.08772277315752479);
  }

  @Test
  void fullAgreementHasNoErrorAndTheIntervalEndsAt1() {
    var kappa = kappa(new int[][] {{5, 0}, {0, 7}}, Weights.UNWEIGHTED);

    assertThat(kappa.kappa()).isEqualTo(1);
    assertThat(kappa.interval()).isEqualTo(new Interval(1, 1));
    assertThat(kappa(new int[][] {{5, 0}, {1, 7}}, Weights.UNWEIGHTED).interval().high())
        .isEqualTo(1);
  }

  @Test
  void oneClassOrNoUnitSaysNothingAboutAgreement() {
    assertThat(CohenKappa.of(new int[][] {{9, 0}, {0, 0}}, Weights.LINEAR, 0.95).reason())
        .contains(Reason.NO_VARIATION);
    assertThat(CohenKappa.of(new int[2][2], Weights.LINEAR, 0.95).reason())
        .contains(Reason.TOO_FEW);
  }

  @Test
  void aTableIsSquareAndCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.of(new int[][] {{1, 2}, {1}}, Weights.LINEAR, 0.95))
        .withMessage("the table of counts must be square");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.of(new int[][] {{1, 2}, {1, -1}}, Weights.LINEAR, 0.95))
        .withMessage("a count must be at least 0, is -1");
  }

  @Test
  void alphaAgreesWithKrippendorffsExample() {
    assertThat(alpha(KRIPPENDORFF, Scale.NOMINAL).alpha()).isCloseTo(0.743, within(5e-4));
    assertThat(alpha(KRIPPENDORFF, Scale.ORDINAL).alpha()).isCloseTo(0.815, within(5e-4));
    assertThat(alpha(KRIPPENDORFF, Scale.INTERVAL).alpha()).isCloseTo(0.849, within(5e-4));
    assertThat(alpha(KRIPPENDORFF, Scale.NOMINAL).units()).isEqualTo(11);
    assertThat(alpha(KRIPPENDORFF, Scale.NOMINAL).ratings()).isEqualTo(40);
  }

  /**
   * Two units rated (0, 0) and (0, 1): one pair in four disagrees each way, o = 1 of n = 4;
   * expected 3 × 1 / (4 − 1) = 1: α = 0.
   */
  @Test
  void alphaIs0WhereObserversDisagreeAsChanceWouldMakeThem() {
    var alpha = alpha(new double[][] {{0, 0}, {0, 1}}, Scale.NOMINAL);

    assertThat(alpha.alpha()).isCloseTo(0, within(1e-15));
  }

  /**
   * For two observers and two classes α is close to κ, here 0.4 ± 1.96 × 0.127 of 50 units by the
   * formula in R: 0.151 to 0.649.
   */
  @Test
  void theBootstrapIntervalIsNearTheOneForLargeSamples() {
    double[][] ratings =
        Stream.of(
                Collections.nCopies(20, new double[] {0, 0}),
                Collections.nCopies(5, new double[] {0, 1}),
                Collections.nCopies(10, new double[] {1, 0}),
                Collections.nCopies(15, new double[] {1, 1}))
            .flatMap(List::stream)
            .toArray(double[][]::new);

    var interval = interval(ratings, Scale.NOMINAL);

    assertThat(interval.low()).isCloseTo(0.151, within(0.05));
    assertThat(interval.high()).isCloseTo(0.649, within(0.05));
    assertThat(interval).isEqualTo(interval(ratings, Scale.NOMINAL));
  }

  @Test
  void fullAgreementStaysFullInEveryResample() {
    assertThat(interval(new double[][] {{1, 1}, {2, 2}, {3, 3}}, Scale.INTERVAL))
        .isEqualTo(new Interval(1, 1));
  }

  @Test
  void withoutPairsOrVariationThereIsNoAlpha() {
    assertThat(KrippendorffAlpha.of(new double[][] {{1}, {2}, {}}, Scale.NOMINAL).reason())
        .contains(Reason.TOO_FEW);
    assertThat(
            KrippendorffAlpha.interval(
                    new double[][] {{1, 2}, {2}}, Scale.NOMINAL, new Resampling(100, 1), 0.95)
                .reason())
        .contains(Reason.TOO_FEW);
    assertThat(KrippendorffAlpha.of(new double[][] {{2, 2}, {2, 2}, {5}}, Scale.NOMINAL).reason())
        .contains(Reason.NO_VARIATION);
  }

  @Test
  void aMissingRatingIsLeftOutNotNaN() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> alpha(new double[][] {{1, Double.NaN}}, Scale.NOMINAL))
        .withMessage("ratings[1] must be finite, is NaN");
  }

  @Test
  void cronbachsAlphaAndFeldtsIntervalAgreeWithTheFormulaInR() {
    var attitude = cronbach(ATTITUDE);
    var sines = cronbach(SineSeries.rows(SineSeries.fine(144, 1), 4));

    assertValue(attitude.alpha(), 0.8431427695647599);
    assertInterval(attitude.interval(), 0.7393756856431073, 0.9157730721599816);
    assertValue(sines.alpha(), -0.1786160206202183);
    assertInterval(sines.interval(), -0.9631869700659066, 0.3438995416884546);
  }

  /** Variances 4 and 7, of the sums 21: α = 2 × (1 − 11/21) = 20/21; the interval by R. */
  @Test
  void threeUnitsAndTwoIndicatorsAreEnough() {
    var alpha = cronbach(new double[][] {{1, 2}, {3, 3}, {5, 7}});

    assertValue(alpha.alpha(), 20.0 / 21);
    assertInterval(alpha.interval(), -0.8571428571428574, 0.9987789987789988);
  }

  @Test
  void sumsThatDoNotVaryHaveNoAlpha() {
    assertThat(CronbachAlpha.of(new double[][] {{0.1, 0.3}, {0.3, 0.1}}, 0.95).reason())
        .contains(Reason.NO_VARIATION);
    assertThat(CronbachAlpha.of(new double[][] {{4, 4}, {4, 4}}, 0.95).reason())
        .contains(Reason.NO_VARIATION);
    assertThat(CronbachAlpha.of(new double[][] {{1}, {2}}, 0.95).reason()).contains(Reason.TOO_FEW);
    assertThat(CronbachAlpha.of(new double[][] {{1, 2}}, 0.95).reason()).contains(Reason.TOO_FEW);
  }

  private static CohenKappa kappa(int[][] counts, Weights weights) {
    return CohenKappa.of(counts, weights, 0.95).result().orElseThrow();
  }

  private static KrippendorffAlpha alpha(double[][] ratingsByUnit, Scale scale) {
    return KrippendorffAlpha.of(ratingsByUnit, scale).result().orElseThrow();
  }

  private static Interval interval(double[][] ratingsByUnit, Scale scale) {
    return KrippendorffAlpha.interval(ratingsByUnit, scale, new Resampling(2000, 1), 0.95)
        .result()
        .orElseThrow();
  }

  private static CronbachAlpha cronbach(double[][] scores) {
    return CronbachAlpha.of(scores, 0.95).result().orElseThrow();
  }

  private static void assertKappa(CohenKappa kappa, double expected, double standardError) {
    assertValue(kappa.kappa(), expected);
    assertValue(kappa.standardError(), standardError);
  }
}
