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
class PoissonRateTest {
  /** R: {@code poisson.test(events, exposure)$conf.int}. */
  @ParameterizedTest
  @CsvSource({
    "0, 12, 0, 0.3074066211761613",
    "3, 1, 0.6186721228956016, 8.767273069742323",
    "79, 36, 1.7373623322109684, 2.7349325323521034",
    "137, 24.19893, 4.753124804848748, 6.692709334176071",
    "2500, 100, 24.029523654311237, 25.999614843405425"
  })
  void garwoodsIntervalAgreesWithR(int events, double exposure, double low, double high) {
    assertInterval(PoissonRate.of(events, exposure, 0.95).interval(), low, high);
  }

  /** R: {@code poisson.test(c(after, before), c(exposureAfter, exposureBefore))}. */
  @ParameterizedTest
  @CsvSource({
    "79, 36, 66, 36, 0.8354430379746834, 0.5932230362153207, 1.17331022201522, "
        + "0.3189894748159887",
    "6, 122.8, 11, 88.4, 2.546757164404223, 0.8633382006182988, 8.386826488000311, "
        + "0.08247205258604833",
    "0, 10, 7, 10, Infinity, 1.441308518835239, Infinity, 0.015625000000000007",
    "7, 10, 0, 10, 0, 0, 0.6938139800964526, 0.015625000000000007",
    "5, 1, 5, 1, 1, 0.23014246893810797, 4.345134579523997, 1",
    "800, 3, 1000, 3.2, 1.171875, 1.0667650562810864, 1.2876614132594244, 0.0008098246882496626"
  })
  void theTestOfTwoRatesAgreesWithR(
      int before,
      double exposureBefore,
      int after,
      double exposureAfter,
      double ratio,
      double low,
      double high,
      double p) {
    var rates = PoissonRates.of(before, exposureBefore, after, exposureAfter, 0.95);

    var tested = rates.result().orElseThrow();

    assertValue(tested.ratio(), ratio);
    assertInterval(tested.interval(), low, high);
    assertP(tested.p(), p);
  }

  @Test
  void withoutAnyEventThereIsNothingToTest() {
    assertThat(PoissonRates.of(0, 36, 0, 36, 0.95).reason()).contains(Reason.NO_EVENTS);
  }

  @Test
  void eventsAreCountedOverSomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PoissonRate.of(1, 0, 0.95))
        .withMessage("exposure must be finite and above 0, is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PoissonRates.of(1, 36, -1, 36, 0.95))
        .withMessage("after must be at least 0, is -1");
  }
}
