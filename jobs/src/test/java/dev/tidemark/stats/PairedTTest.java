package dev.tidemark.stats;

import static dev.tidemark.stats.Agreement.DIGITS_10;
import static dev.tidemark.stats.Agreement.DIGITS_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTTest {
  /** {@code src/test/R/paired_kernels.R}: {@code t.test(after, before, paired = TRUE)}. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SLEEP, 10, 1.5800000000000001, 4.0621276833820366, 0.0028328901973842702, 0.70011423672301754, 2.4598857632769824
          ANOREXIA_CBT, 29, 3.0068965517241382, 2.215587843931166, 0.035022597562188812, 0.2268901583587766, 5.7869029450895004
          ANOREXIA_CONT, 26, -0.44999999999999901, -0.28722539101502548, 0.7763070622194167, -3.6767075882943057, 2.7767075882943071
          ANOREXIA_FT, 17, 7.264705882352942, 4.1849081352900326, 0.00070025310560053935, 3.58469953587755, 10.944712228828333
          IMMER, 30, -15.913333333333332, -3.3239873042716788, 0.0024126338636167597, -25.704712799989576, -6.1219538666770896
          TIES, 6, 1.3333333333333333, 1.3968605915391563, 0.22128923345344903, -1.1203420500766137, 3.7870087167432804
          ZEROS, 8, 2.5, 2.1747941810042004, 0.066147159903894595, -0.21821613310199653, 5.2182161331019978
          THREE, 3, 2.8333333333333335, 1.397391392095537, 0.29713650399448543, -5.8906716018017926, 11.557338268468461
          TEN, 10, 1.7560000000000009, 2.5049772913089687, 0.033586413460104846, 0.17021796849986273, 3.3417820315001387
          WAVE_36, 36, 1.2611111111111115, 3.5107295750929803, 0.0012510638176112142, 0.53186335496530801, 1.9903588672569148
          WAVE_500, 500, 0.20191999999999979, 2.125684278599568, 0.034020036878226363, 0.015289199451577154, 0.38855080054842245
          MISSING, 7, 1, 5.4385167820585414, 0.0016045957809616507, 0.55007735579354333, 1.4499226442064566
          """)
  void agreesWithR(
      PairedSample sample, int n, double change, double t, double p, double low, double high) {
    var test = PairedT.of(sample.differences(), 0.95).result().orElseThrow();

    assertThat(test.n()).isEqualTo(n);
    assertThat(test.df()).isEqualTo(n - 1);
    assertThat(
            new double[] {test.change(), test.t(), test.interval().low(), test.interval().high()})
        .usingElementComparator(Agreement.to(DIGITS_10))
        .containsExactly(change, t, low, high);
    assertThat(test.p()).usingComparator(Agreement.to(DIGITS_8)).isEqualTo(p);
  }

  @Test
  void onePairIsTooFew() {
    var one = PairedDifferences.between(new double[] {50}, new double[] {52});

    assertThat(PairedT.of(one, 0.95)).isEqualTo(new NotTestable<PairedT>(Reason.TOO_FEW));
  }

  @Test
  void theSameChangeEverywhereCannotBeTestedEvenIfDoublesDiffer() {
    var outcome = PairedT.of(PairedSample.CONSTANT.differences(), 0.95);

    assertThat(outcome.reason()).contains(Reason.NO_VARIATION);
    assertThat(outcome.result()).isEmpty();
  }

  @Test
  void noChangeAnywhereCannotBeTested() {
    var scores = new double[] {50, 60, 70};

    var outcome = PairedT.of(PairedDifferences.between(scores, scores), 0.95);

    assertThat(outcome).isEqualTo(new NotTestable<PairedT>(Reason.ALL_ZERO));
  }

  @Test
  void aLevelOfPercentIsRefused() {
    var differences = PairedSample.SLEEP.differences();

    assertThatThrownBy(() -> PairedT.of(differences, 95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level must lie between 0 and 1, is 95.0");
  }
}
