package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertInterval;
import static dev.tidemark.stats.RValues.assertP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: src/test/R/counts-trends-agreement.R, and papers. */
class ProportionTest {
  /** R: {@code prop.test(x, n, correct = FALSE)}. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.27753279986288915",
    "10, 10, 0.7224672001371109, 1",
    "1, 3, 0.06149194472039629, 0.7923403991979523",
    "14, 36, 0.24784873065370996, 0.5513554090339485",
    "81, 263, 0.2552885198782743, 0.36620957698280016",
    "499, 500, 0.9887592932948533, 0.9996468636054409"
  })
  void wilsonsIntervalAgreesWithR(int successes, int n, double low, double high) {
    assertInterval(wilson(successes, n, 0.95), low, high);
  }

  /** R: {@code binom.test(x, n)}. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.30849710781876083",
    "10, 10, 0.6915028921812392, 1",
    "1, 3, 0.008403758659612641, 0.9057006759497539",
    "14, 36, 0.23142440166214281, 0.5653619525515746",
    "81, 263, 0.2527367455852712, 0.3676219226013514",
    "499, 500, 0.9889075231010312, 0.9999493656659926"
  })
  void clopperAndPearsonsIntervalAgreesWithR(int successes, int n, double low, double high) {
    var proportion = Proportion.clopperPearson(successes, n, 0.95).result().orElseThrow();

    assertInterval(proportion.interval(), low, high);
  }

  /** R: {@code prop.test(14, 36, correct = FALSE, conf.level = 0.9)}. */
  @Test
  void theLevelIsTheCallers() {
    assertInterval(wilson(14, 36, 0.9), 0.2675335222195529, 0.5257777379753087);
  }

  /** Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3: four digits. */
  @Test
  void wilsonsIntervalAgreesWithNewcombesTable() {
    assertThat(wilson(15, 148, 0.95).low()).isCloseTo(0.0624, within(5e-5));
    assertThat(wilson(15, 148, 0.95).high()).isCloseTo(0.1605, within(5e-5));
    assertThat(wilson(0, 20, 0.95).high()).isCloseTo(0.1611, within(5e-5));
    assertThat(wilson(1, 29, 0.95).low()).isCloseTo(0.0061, within(5e-5));
    assertThat(wilson(1, 29, 0.95).high()).isCloseTo(0.1718, within(5e-5));
  }

  /** Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10: 56/70 less 48/80. */
  @Test
  void theIntervalOfADifferenceAgreesWithNewcombesTable() {
    var change = ProportionChange.independent(48, 80, 56, 70, 0.95).result().orElseThrow();

    assertThat(change.change()).isCloseTo(0.2, within(1e-15));
    assertThat(change.interval().low()).isCloseTo(0.0524, within(5e-5));
    assertThat(change.interval().high()).isCloseTo(0.3339, within(5e-5));
  }

  @Test
  void theIntervalOfADifferenceAgreesWithTheFormulaInR() {
    var change = ProportionChange.independent(14, 36, 25, 36, 0.95).result().orElseThrow();
    var extreme = ProportionChange.independent(0, 3, 3, 3, 0.95).result().orElseThrow();

    assertInterval(change.interval(), 0.0754105825471302, 0.49435531005300865);
    assertInterval(extreme.interval(), 0.20592328245977842, 1);
  }

  /** Altman, Machin, Bryant and Gardner, Statistics with Confidence (2000), table 6.2. */
  @Test
  void theIntervalOfAPairedDifferenceAgreesWithATextbook() {
    var change = ProportionChange.paired(14, 5, 0, 22, 0.95).result().orElseThrow();

    assertThat(change.change()).isCloseTo(0.122, within(5e-4));
    assertThat(change.interval().low()).isCloseTo(0.011, within(5e-4));
    assertThat(change.interval().high()).isCloseTo(0.226, within(5e-4));
  }

  /** Fagerland, Lydersen and Laake, Statistics in Medicine 33 (2014) 2850: 1, 1, 7, 12. */
  @Test
  void theIntervalOfASmallPairedDifferenceAgreesWithAPaper() {
    var change = ProportionChange.paired(1, 1, 7, 12, 0.95).result().orElseThrow();

    assertThat(change.interval().low()).isCloseTo(-0.507, within(5e-4));
    assertThat(change.interval().high()).isCloseTo(-0.026, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 12, 4, 10, 0.005512298411128519, 0.4103520714869211",
    "2, 12, 9, 3, -0.21804596963483303, 0.42214906624694776",
    "0, 3, 0, 0, 0.20592328245977842, 1"
  })
  void theIntervalOfAPairedDifferenceAgreesWithTheFormulaInR(
      int bothYes, int gained, int lost, int bothNo, double low, double high) {
    var change = ProportionChange.paired(bothYes, gained, lost, bothNo, 0.95);

    assertInterval(change.result().orElseThrow().interval(), low, high);
  }

  /** R: {@code prop.test(c(before, after), c(nBefore, nAfter), correct = …)$p.value}. */
  @ParameterizedTest
  @CsvSource({
    "14, 36, 25, 36, CORRECTED, 0.018017923759078777",
    "14, 36, 25, 36, UNCORRECTED, 0.009274280002696015",
    "1, 10, 8, 10, CORRECTED, 0.007000941989448643",
    "1, 10, 8, 10, UNCORRECTED, 0.0016536951637003416",
    "18, 36, 18, 36, CORRECTED, 1",
    "3, 500, 9, 480, CORRECTED, 0.12757247167886784",
    "3, 500, 9, 480, UNCORRECTED, 0.06963705339023903"
  })
  void theChiSquaredTestOfTwoSharesAgreesWithR(
      int before, int nBefore, int after, int nAfter, Continuity continuity, double p) {
    var test = TwoProportions.chiSquared(before, nBefore, after, nAfter, continuity);

    assertP(test.result().orElseThrow().p(), p);
  }

  /** R: {@code fisher.test(rbind(x, n - x))$p.value}. */
  @ParameterizedTest
  @CsvSource({
    "14, 36, 25, 36, 0.017392909505230376",
    "1, 10, 8, 10, 0.005477494641581329",
    "18, 36, 18, 36, 1",
    "0, 3, 3, 3, 0.10000000000000003",
    "3, 500, 9, 480, 0.08464324859092442"
  })
  void fishersTestAgreesWithR(int before, int nBefore, int after, int nAfter, double p) {
    assertP(TwoProportions.fisher(before, nBefore, after, nAfter).result().orElseThrow().p(), p);
  }

  /** The smallest expected cell is 10 × 9 / 20 = 4.5 in the first table and 16.5 in the second. */
  @Test
  void smallCellsAreTestedExactly() {
    var small = TwoProportions.of(1, 10, 8, 10).result().orElseThrow();
    var large = TwoProportions.of(14, 36, 25, 36).result().orElseThrow();

    assertThat(small.method()).isEqualTo(TwoProportions.Method.EXACT);
    assertP(small.p(), 0.005477494641581329);
    assertThat(large.method()).isEqualTo(TwoProportions.Method.CHI_SQUARED);
    assertP(large.p(), 0.018017923759078777);
  }

  @Test
  void anEmptySampleHasNoShare() {
    assertThat(Proportion.wilson(0, 0, 0.95).reason()).contains(Reason.TOO_FEW);
    assertThat(Proportion.clopperPearson(0, 0, 0.95).reason()).contains(Reason.TOO_FEW);
    assertThat(ProportionChange.independent(0, 0, 1, 2, 0.95).reason()).contains(Reason.TOO_FEW);
    assertThat(ProportionChange.paired(0, 0, 0, 0, 0.95).reason()).contains(Reason.TOO_FEW);
    assertThat(TwoProportions.of(1, 2, 0, 0).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void whereAllObservationsAreAlikeThereIsNothingToTest() {
    assertThat(TwoProportions.of(0, 9, 0, 8).reason()).contains(Reason.NO_VARIATION);
    assertThat(TwoProportions.of(900, 900, 800, 800).reason()).contains(Reason.NO_VARIATION);
  }

  @Test
  void thereAreNoMoreSuccessesThanObservations() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proportion.wilson(4, 3, 0.95))
        .withMessage("n must be at least 4, is 3");
  }

  private static Interval wilson(int successes, int n, double level) {
    return Proportion.wilson(successes, n, level).result().orElseThrow().interval();
  }
}
