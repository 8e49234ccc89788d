package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedEffectsTest {
  /**
   * {@code src/test/R/paired_kernels.R}: means and standard deviations; intervals by {@code
   * uniroot} of {@code pt(t, df, delta)}; Hedges' factor by {@code lgamma}.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 1.2845575625910546, 0.41462775638014437, 2.1180165139770675, 0.83218108134953972, 0.26861028630431955, 1.3721247877458822, 0.91387489179255244, 0.94999999999999996
          ANOREXIA_CBT, 0.41142433393976302, 0.028617357040829659, 0.78748485728991513, 0.44040030526271468, 0.030632832666719973, 0.84294618215513839, 0.97293211505604038, 0.62068965517241381
          ANOREXIA_CONT, -0.056329533599420487, -0.44046438966139867, 0.32892422792116199, -0.085750478169269173, -0.6705191684808981, 0.50072152250143065, 0.9696455796165071, 0.44230769230769229
          ANOREXIA_FT, 1.0149893103122027, 0.41513751544178051, 1.5942593524912574, 1.0431829982912157, 0.42666892514219212, 1.6385436127145854, 0.95225383480435277, 0.76470588235294112
          IMMER, -0.6068742758034622, -0.99262926209223745, -0.212305145650482, -0.59900976988690746, -0.97976574321209631, -0.20955387550993651, 0.97387498459672461, 0.20000000000000001
          TIES, 0.57026594851220092, -0.3236304776058207, 1.4180935518949829, 0.11736313170325503, -0.06660451402636508, 0.29184961987087116, 0.84074868245968926, 0.66666666666666663
          ZEROS, 0.76890585653655696, -0.048748662594358505, 1.5464633312346443, 0.17452398055682891, -0.011064827469401309, 0.35101167985369874, 0.88820290767275134, 0.75
          THREE, 0.80678429638962423, -0.59966882573933233, 2.096702744433308, 0.26875161195509112, -0.19975842896033696, 0.69844225386978154, 0.56418958354775628, 0.66666666666666663
          TEN, 0.79214337275354518, 0.059050965441275423, 1.4930624318606107, 0.21446213623890209, 0.015987252599846777, 0.40422651970415502, 0.91387489179255244, 0.69999999999999996
          WAVE_36, 0.58512159584883006, 0.22749493872959139, 0.93561566345501268, 0.16653115919828498, 0.064747218573298917, 0.2662850971569507, 0.97839123749972134, 0.65277777777777779
          WAVE_500, 0.095063490913024712, 0.0071657219338204202, 0.18286643665715988, 0.027849432591777724, 0.0020992421806804579, 0.053571843954705926, 0.99849611491199708, 0.52300000000000002
          MISSING, 2.0555661294825947, 0.68100697030095936, 3.3879742208663881, 0.62860588371574655, 0.20825649062935803, 1.0360651980824132, 0.86862668782741315, 0.9285714285714286
          """)
  void agreesWithR(
      PairedSample sample,
      double dz,
      double dzLow,
      double dzHigh,
      double dav,
      double davLow,
      double davHigh,
      double hedges,
      double superiority) {
    var effects = PairedEffects.of(sample.differences(), 0.95).result().orElseThrow();

    assertThat(numbers(effects.dz(), effects.dav()))
        .usingElementComparator(Agreement.to(DIGITS_10))
        .containsExactly(dz, dzLow, dzHigh, dav, davLow, davHigh);
    assertThat(numbers(effects.gz(), effects.gav()))
        .usingElementComparator(Agreement.to(DIGITS_10))
        .containsExactly(
            dz * hedges,
            dzLow * hedges,
            dzHigh * hedges,
            dav * hedges,
            davLow * hedges,
            davHigh * hedges);
    assertThat(effects.superiority())
        .usingComparator(Agreement.to(DIGITS_10))
        .isEqualTo(superiority);
  }

  /** R: {@code sqrt(qchisq(c(0.025, 0.975), 2) / 2)}, the ends over dz as t grows. */
  @Test
  void aChangeNearlyTheSameEverywhereHasAVastSizeWithAnInterval() {
    var differences =
        PairedDifferences.between(new double[] {0, 0, 0}, new double[] {2, 2, 2.0000001});

    var dz = PairedEffects.of(differences, 0.95).result().orElseThrow().dz();

    assertThat(dz.value()).isCloseTo(2.0 * Math.sqrt(3) * 1e7, withinPercentage(1e-4));
    assertThat(dz.interval().low() / dz.value()).isCloseTo(0.159115706278, within(1e-6));
    assertThat(dz.interval().high() / dz.value()).isCloseTo(1.920645582640, within(1e-6));
  }

  @Test
  void twoPairsAreTooFewForTheCorrectionOfBias() {
    var two = PairedDifferences.between(new double[] {50, 60}, new double[] {51, 63});

    assertThat(PairedEffects.of(two, 0.95).reason()).contains(Reason.TOO_FEW);
  }

  @Test
  void theSameChangeEverywhereHasNoSizeInStandardDeviations() {
    var constant = PairedSample.CONSTANT.differences();

    assertThat(PairedEffects.of(constant, 0.95).reason()).contains(Reason.NO_VARIATION);
  }

  @Test
  void noChangeAnywhereHasNoSizeInStandardDeviations() {
    var none = PairedDifferences.between(new double[] {1, 2, 4}, new double[] {1, 2, 4});

    assertThat(PairedEffects.of(none, 0.95).reason()).contains(Reason.ALL_ZERO);
  }

  private static double[] numbers(EffectSize one, EffectSize two) {
    return new double[] {
      one.value(),
      one.interval().low(),
      one.interval().high(),
      two.value(),
      two.interval().low(),
      two.interval().high()
    };
  }
}
