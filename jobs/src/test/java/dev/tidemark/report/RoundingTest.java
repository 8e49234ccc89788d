package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundingTest {
  @Test
  void halvesGoUpByTheDecimalFormPeopleSee() {
    assertThat(Rounding.points(2.675)).isEqualTo("2.68");
    assertThat(Rounding.points(-2.675)).isEqualTo("−2.68");
    assertThat(Rounding.percent(0.2945)).isEqualTo("29.5%");
  }

  @Test
  void whatIsNotKnownIsADashAndNeverZero() {
    assertThat(Rounding.points(null)).isEqualTo("–");
    assertThat(Rounding.signed(null)).isEqualTo("–");
    assertThat(Rounding.percent(null)).isEqualTo("–");
    assertThat(Rounding.count(null)).isEqualTo("–");
    assertThat(Rounding.interval(null, 1.0)).isEqualTo("–");
  }

  @Test
  void whatRoundsToZeroHasNoSign() {
    assertThat(Rounding.signed(-0.004)).isEqualTo("0.00");
    assertThat(Rounding.signed(0.004)).isEqualTo("0.00");
    assertThat(Rounding.signed(0.005)).isEqualTo("+0.01");
  }

  @Test
  void aSmallPIsNeverZero() {
    assertThat(Rounding.p(0.00004)).isEqualTo("< 0.0001");
    assertThat(Rounding.p(0.0004)).isEqualTo("0.0004");
    assertThat(Rounding.p(0.0215)).isEqualTo("0.022");
  }
}
