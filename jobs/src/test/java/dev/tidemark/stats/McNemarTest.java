package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertInterval;
import static dev.tidemark.stats.RValues.assertP;
import static dev.tidemark.stats.RValues.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: src/test/R/counts-trends-agreement.R. */
class McNemarTest {
  /** R: {@code binom.test(gained, gained + lost)}. */
  @ParameterizedTest
  @CsvSource({
    "10, 3, 0.09228515625000003, 0.46186846076595905, 0.9496189265088485",
    "3, 10, 0.09228515625000003, 0.05038107349115153, 0.5381315392340409",
    "5, 5, 1, 0.18708602844739858, 0.8129139715526015",
    "0, 6, 0.03125000000000001, 0, 0.4592581264399004",
    "1, 0, 1, 0.025000000000000022, 1",
    "86, 150, 3.71593613957143e-05, 0.30294042332196813, 0.42932675184644986"
  })
  void theExactTestAgreesWithR(int gained, int lost, double p, double low, double high) {
    var test = McNemarExact.of(gained, lost, 0.95).result().orElseThrow();

    assertP(test.p(), p);
    assertInterval(test.shareGained(), low, high);
  }

  /** R: {@code mcnemar.test(table, correct = …)}. */
  @ParameterizedTest
  @CsvSource({
    "10, 3, CORRECTED, 2.769230769230769, 0.09609232945567309",
    "10, 3, UNCORRECTED, 3.769230769230769, 0.05220363534131474",
    "5, 5, CORRECTED, 0, 1",
    "1, 0, CORRECTED, 0, 1",
    "0, 6, CORRECTED, 4.166666666666667, 0.04122683333716357",
    "0, 6, UNCORRECTED, 6, 0.014305878435429647",
    "86, 150, CORRECTED, 16.81779661016949, 4.1145622813459436e-05",
    "86, 150, UNCORRECTED, 17.35593220338983, 3.099293441045218e-05"
  })
  void theChiSquaredTestAgreesWithR(
      int gained, int lost, Continuity continuity, double chiSquared, double p) {
    var test = McNemarChiSquared.of(gained, lost, continuity).result().orElseThrow();

    assertValue(test.chiSquared(), chiSquared);
    assertP(test.p(), p);
  }

  @Test
  void whereNoUnitChangedThereIsNothingToTest() {
    assertThat(McNemarExact.of(0, 0, 0.95).reason()).contains(Reason.ALL_ZERO);
    assertThat(McNemarChiSquared.of(0, 0, Continuity.CORRECTED).reason()).contains(Reason.ALL_ZERO);
  }

  @Test
  void countsAndLevelsMustMakeSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> McNemarExact.of(-1, 2, 0.95))
        .withMessage("gained must be at least 0, is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> McNemarExact.of(1, 2, Double.NaN))
        .withMessage("level must lie between 0 and 1, is NaN");
  }

  /** R: {@code binom.test(x, n, p)}. */
  @ParameterizedTest
  @CsvSource({
    "3, 15, 0.4, 0.18554931055820806",
    "11, 15, 0.4, 0.014519695605759999",
    "0, 7, 0.1, 1",
    "6, 20, 0.3, 1",
    "520, 1000, 0.5, 0.21744829320414144"
  })
  void theBinomialTestTakesTheOutcomesNoMoreLikely(int x, int n, double probability, double p) {
    assertP(ExactBinomial.twoSided(x, n, probability), p);
  }
}
