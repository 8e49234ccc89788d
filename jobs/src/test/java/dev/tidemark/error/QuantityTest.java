package dev.tidemark.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void oneIsSingularAndAllElsePlural() {
    assertThat(Quantity.of(0, "file")).isEqualTo("0 files");
    assertThat(Quantity.of(1, "file")).isEqualTo("1 file");
    assertThat(Quantity.of(2, "file")).isEqualTo("2 files");
  }

  @Test
  void thousandsAreSetApart() {
    assertThat(Quantity.of(1_234_567, "row")).isEqualTo("1,234,567 rows");
  }

  @Test
  void aPluralOfItsOwnIsGivenByTheCaller() {
    assertThat(Quantity.of(1, "pair of periods", "pairs of periods"))
        .isEqualTo("1 pair of periods");
    assertThat(Quantity.of(3, "pair of periods", "pairs of periods"))
        .isEqualTo("3 pairs of periods");
  }
}
