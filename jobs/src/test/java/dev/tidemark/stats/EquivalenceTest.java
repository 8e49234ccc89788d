package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static dev.tidemark.stats.Agreement.DIGITS_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceTest {
  /** {@code src/test/R/paired_kernels.R}: {@code t.test} of either side, {@code mu} of −2 and 2. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 9.2040614598149944, -1.079806093050921, 0.15415723566909742, 0.8669947329707165, 2.2930052670292835
          ANOREXIA_CBT, 3.6892586575551061, 0.74191703030722533, 0.76784202492724785, 0.698197867405844, 5.3155952360424328
          ANOREXIA_CONT, 0.9893319023850905, -1.5637826844151412, 0.16599004842153503, -3.1261677992567938, 2.2261677992567956
          ANOREXIA_FT, 5.3370285935885029, 3.0327876769915623, 0.99604073635264512, 4.2339747401342045, 10.29543702457168
          IMMER, -2.9062260176015893, -3.7417485909417687, 0.99653045479819391, -24.047773171342143, -7.7788934953245228
          TIES, 3.4921514788478905, -0.69843029576957827, 0.25802488132858126, -0.59007346954855355, 3.2567401362152202
          ZEROS, 3.9146295258075603, 0.43495883620084003, 0.66165653248551159, 0.32211735064603458, 4.6778826493539656
          THREE, 2.3837853159276809, 0.41099746826339328, 0.63953639304648691, -3.0871929590622442, 8.7538596257289125
          TEN, 5.3580265980390003, -0.34807201542106259, 0.36789438550540854, 0.47097984396405462, 3.0410201560359464
          WAVE_36, 9.0784064342712743, -2.0569472840853127, 0.023602090168485388, 0.65418922950262259, 1.8680329927196004
          WAVE_500, 23.180401776614328, -18.929033219415192, 6.2846490641812018e-61, 0.045383776304280032, 0.35845622369571956
          MISSING, 16.315550346175627, -5.4385167820585414, 0.00080229789048082535, 0.64270032466833971, 1.3572996753316602
          """)
  void agreesWithR(
      PairedSample sample, double tAbove, double tBelow, double p, double low, double high) {
    var test = Equivalence.within(sample.differences(), 2, 0.05).result().orElseThrow();

    assertThat(
            new double[] {
              test.tAboveLower(), test.tBelowUpper(), test.interval().low(), test.interval().high()
            })
        .usingElementComparator(Agreement.to(DIGITS_10))
        .containsExactly(tAbove, tBelow, low, high);
    assertThat(test.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(p);
  }

  @Test
  void theSameChangeEverywhereCannotBeTested() {
    var constant = PairedSample.CONSTANT.differences();

    assertThat(Equivalence.within(constant, 1, 0.05).reason()).contains(Reason.NO_VARIATION);
  }

  @Test
  void aBoundOfNothingIsRefused() {
    var differences = PairedSample.SLEEP.differences();

    assertThatThrownBy(() -> Equivalence.within(differences, 0, 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound must be finite and above 0, is 0.0");
  }
}
