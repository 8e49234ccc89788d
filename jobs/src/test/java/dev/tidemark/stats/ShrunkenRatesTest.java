package dev.tidemark.stats;

import static dev.tidemark.stats.RValues.assertValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShrunkenRatesTest {
  /**
   * Mean 1/2, spread 0.8: correlation (0.8 − 0.25) / (0.25 × 9) = 11/45, prior size 34/11; (3 +
   * 17/11) / (10 + 34/11) = 50/144.
   */
  @Test
  void ratesMoveTowardsTheMeanAsMuchAsTheMomentsSay() {
    var rates = of(new int[] {3, 7}, new int[] {10, 10});

    assertThat(rates.mean()).isEqualTo(0.5);
    assertValue(rates.priorSize(), 34.0 / 11);
    assertValue(rates.rate(0), 50.0 / 144);
    assertValue(rates.rate(1), 94.0 / 144);
  }

  /** MASS::bacteria by child; src/test/R/counts-trends-agreement.R. */
  @Test
  void realCellsAgreeWithTheFormulaInR() {
    int[] yes = {
      4, 3, 5, 5, 5, 4, 2, 4, 5, 2, 5, 3, 5, 2, 5, 4, 4, 2, 3, 4, 5, 5, 2, 3, 1, 1, 4, 3, 3, 4, 4,
      5, 2, 1, 3, 3, 5, 5, 3, 1, 3, 4, 5, 5, 4, 3, 5, 2, 3, 4
    };
    int[] n = {
      4, 4, 5, 5, 5, 4, 5, 5, 5, 2, 5, 5, 5, 3, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 4, 3, 4, 5, 4, 4, 5,
      5, 2, 4, 3, 3, 5, 5, 5, 2, 5, 4, 5, 5, 5, 3, 5, 4, 5, 5
    };

    var rates = of(yes, n);

    assertValue(rates.mean(), 0.8045454545454546);
    assertValue(rates.priorSize(), 5.14776064938616);
    assertValue(rates.rate(0), 0.8900109812228105);
    assertValue(rates.rate(1), 0.7806946098913086);
    assertValue(rates.rate(49), 0.8023058202544497);
  }

  @Test
  void cellsThatDifferByChanceAloneGetTheMean() {
    var rates = of(new int[] {5, 5, 6}, new int[] {10, 10, 12});

    assertThat(rates.priorSize()).isInfinite();
    assertThat(rates.rate(2)).isEqualTo(0.5);
  }

  @Test
  void cellsThatDifferWithoutEndKeepTheirOwn() {
    var rates = of(new int[] {0, 10, 0}, new int[] {10, 10, 0});

    assertThat(rates.priorSize()).isZero();
    assertThat(rates.rate(0)).isZero();
    assertThat(rates.rate(1)).isEqualTo(1);
    assertThat(rates.rate(2)).isEqualTo(0.5);
  }

  @Test
  void anEmptyCellGetsTheMean() {
    assertThat(of(new int[] {3, 7, 0}, new int[] {10, 10, 0}).rate(2)).isEqualTo(0.5);
  }

  @Test
  void oneCellOrNoVariationTellsNothingAboutThePrior() {
    assertThat(ShrunkenRates.of(new int[] {3, 0}, new int[] {5, 0}).reason())
        .contains(Reason.TOO_FEW);
    assertThat(ShrunkenRates.of(new int[] {1, 0, 1}, new int[] {1, 1, 1}).reason())
        .contains(Reason.TOO_FEW);
    assertThat(ShrunkenRates.of(new int[] {0, 0}, new int[] {5, 9}).reason())
        .contains(Reason.NO_VARIATION);
    assertThat(ShrunkenRates.of(new int[] {5, 9}, new int[] {5, 9}).reason())
        .contains(Reason.NO_VARIATION);
  }

  @Test
  void cellsHaveNoMoreSuccessesThanObservations() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(new int[] {6}, new int[] {5}))
        .withMessage("n must be at least 6, is 5");
  }

  private static ShrunkenRates of(int[] successes, int[] n) {
    return ShrunkenRates.of(successes, n).result().orElseThrow();
  }
}
