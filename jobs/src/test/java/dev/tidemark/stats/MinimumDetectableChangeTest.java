package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumDetectableChangeTest {
  /** {@code src/test/R/paired_kernels.R}: {@code power.t.test(type = "paired")}. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 1.2299954832798732, 1.2250782741338495
          ANOREXIA_CBT, 7.3085043923638713, 3.938985710534793
          ANOREXIA_CONT, 7.9887045257663658, 4.5671863791051237
          ANOREXIA_FT, 7.1574210767977204, 5.1809625323861352
          IMMER, 26.221795794961174, 13.877524737800368
          TIES, 2.3380903889000244, 3.3540966811302719
          ZEROS, 3.2513733362117261, 3.7587029820590967
          THREE, 3.5118845842842465, 11.46294422503742
          TEN, 2.2167704236368517, 2.2079083392227892
          WAVE_36, 2.1552974972349639, 1.0350637214675669
          WAVE_500, 2.1240541248873348, 0.26663776765989106
          MISSING, 0.4864839839775475, 0.619083648699431
          """)
  void agreesWithR(PairedSample sample, double standardDeviation, double change) {
    var detectable =
        MinimumDetectableChange.of(sample.differences(), 0.95, 0.8).result().orElseThrow();

    assertThat(new double[] {detectable.standardDeviation(), detectable.change()})
        .usingElementComparator(Agreement.to(DIGITS_10))
        .containsExactly(standardDeviation, change);
  }

  @Test
  void theSameChangeEverywhereLeavesNoSpreadToDetectItIn() {
    var constant = PairedSample.CONSTANT.differences();

    assertThat(MinimumDetectableChange.of(constant, 0.95, 0.8).reason())
        .contains(Reason.NO_VARIATION);
  }

  @Test
  void aPowerThatNeedsNoChangeIsRefused() {
    var differences = PairedSample.SLEEP.differences();

    assertThatThrownBy(() -> MinimumDetectableChange.of(differences, 0.5, 0.25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("power must be above half the error of the test, 0.25, is 0.25");
  }
}
