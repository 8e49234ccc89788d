package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PairedDifferencesTest {
  @Test
  void equalChangesOfDecimalsAreEqualNumbersOnceRounded() {
    var differences =
        PairedDifferences.between(new double[] {60.2, 80.2}, new double[] {60.4, 80.4});

    assertThat(differences.values()[0]).isNotEqualTo(differences.values()[1]);
    assertThat(differences.rounded()).containsExactly(0.2, 0.2);
  }

  @Test
  void whatComputedScoresLeaveInTheirLastDigitsIsNoChange() {
    var differences =
        PairedDifferences.between(new double[] {86.6, 0.3}, new double[] {86.6 + 3e-14, 0.1 + 0.2});

    assertThat(differences.rounded()).containsExactly(0.0, 0.0);
    assertThat(differences.allZero()).isTrue();
  }

  @Test
  void tenDigitsOfADifferenceAreKept() {
    var differences =
        PairedDifferences.between(new double[] {0, 100}, new double[] {-12.345678912345, 100.0625});

    assertThat(differences.rounded()).containsExactly(-12.34567891, 0.0625);
  }

  @Test
  void theSmallestDoubleIsNoChange() {
    var differences = PairedDifferences.between(new double[] {0}, new double[] {Double.MIN_VALUE});

    assertThat(differences.rounded()).containsExactly(0.0);
  }

  @Test
  void aPairWithoutOneSideIsLeftOutAndCounted() {
    var differences =
        PairedDifferences.between(
            new Double[] {50.0, null, 60.0, null}, new Double[] {51.0, 70.0, null, null});

    assertThat(differences.values()).containsExactly(1.0);
    assertThat(differences.n()).isEqualTo(1);
    assertThat(differences.missing()).isEqualTo(3);
  }

  @Test
  void sidesOfDifferentLengthAreRefused() {
    assertThatThrownBy(() -> PairedDifferences.between(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pairs need both sides: 2 scores before, 3 after");
  }

  @Test
  void aScoreThatIsNotANumberIsRefusedEvenInAPairThatIsLeftOut() {
    assertThatThrownBy(
            () ->
                PairedDifferences.between(new Double[] {1.0, Double.NaN}, new Double[] {1.0, null}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("before[1] must be finite, is NaN");
  }

  @Test
  void aScoreThatIsNotANumberIsRefused() {
    assertThatThrownBy(
            () -> PairedDifferences.between(new double[] {1, 2}, new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("after[1] must be finite, is NaN");
  }
}
