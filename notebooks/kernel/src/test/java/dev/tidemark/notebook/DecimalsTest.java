package dev.tidemark.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimalsTest {
  @Test
  void wholeNumbersHaveNoDecimals() {
    assertThat(Decimals.of(50, 0, -3).text(50)).isEqualTo("50");
  }

  @Test
  void scoresHaveTwoRoundedHalfUp() {
    assertThat(Decimals.of(78.68, 2.505).text(2.505)).isEqualTo("2.51");
  }

  @Test
  void numbersBelowOneHaveAsManyAsTheSmallestNeedsAndFourAtMost() {
    assertThat(Decimals.of(0.25, 0.5)).isEqualTo(new Decimals(2));
    assertThat(Decimals.of(0.021, 0.5)).isEqualTo(new Decimals(3));
    assertThat(Decimals.of(0.0004, 0.5)).isEqualTo(new Decimals(4));
  }

  @Test
  void whatIsNotZeroIsNotShownAsZero() {
    assertThat(new Decimals(4).text(0.00002)).isEqualTo("<0.0001");
    assertThat(new Decimals(2).text(-0.001)).isEqualTo(">-0.01");
    assertThat(new Decimals(2).text(0)).isEqualTo("0.00");
  }
}
