package dev.tidemark.stats;

import static dev.tidemark.stats.WeightTree.Mean.ARITHMETIC;
import static dev.tidemark.stats.WeightTree.Mean.GEOMETRIC;
import static dev.tidemark.stats.WeightTree.Mean.HARMONIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class WeightedMeanTest {
  private static final int[] TWO = {0, 1};
  private static final double[] QUARTERS = {0.75, 0.25};

  /** 0.75·20 + 0.25·80 = 35; 20^0.75 · 80^0.25 = 20·√2; 1/(0.75/20 + 0.25/80) = 320/13. */
  @Test
  void eachKindIsTheMeanOfItsName() {
    var scores = new double[] {20, 80};

    assertThat(WeightedMean.of(ARITHMETIC, TWO, QUARTERS, scores)).isEqualTo(35);
    assertThat(WeightedMean.of(GEOMETRIC, TWO, QUARTERS, scores))
        .isCloseTo(20 * Math.sqrt(2), offset(1e-12));
    assertThat(WeightedMean.of(HARMONIC, TWO, QUARTERS, scores))
        .isCloseTo(320 / 13.0, offset(1e-12));
  }

  @Test
  void aScoreThatIsNotThereLeavesItsWeightToTheOthers() {
    var scores = new double[] {Double.NaN, 80};

    assertThat(WeightedMean.of(ARITHMETIC, TWO, QUARTERS, scores)).isEqualTo(80);
    assertThat(WeightedMean.of(GEOMETRIC, TWO, QUARTERS, scores)).isCloseTo(80, offset(1e-12));
    assertThat(WeightedMean.of(HARMONIC, TWO, QUARTERS, scores)).isCloseTo(80, offset(1e-12));
  }

  @Test
  void aZeroMakesAGeometricAndAHarmonicMeanZero() {
    var scores = new double[] {0, 80};

    assertThat(WeightedMean.of(ARITHMETIC, TWO, QUARTERS, scores)).isEqualTo(20);
    assertThat(WeightedMean.of(GEOMETRIC, TWO, QUARTERS, scores)).isZero();
    assertThat(WeightedMean.of(HARMONIC, TWO, QUARTERS, scores)).isZero();
  }

  @Test
  void noScoreAtAllHasNoMean() {
    var scores = new double[] {Double.NaN, Double.NaN};

    assertThat(WeightedMean.of(ARITHMETIC, TWO, QUARTERS, scores)).isNaN();
    assertThat(WeightedMean.of(GEOMETRIC, TWO, QUARTERS, scores)).isNaN();
    assertThat(WeightedMean.of(HARMONIC, TWO, QUARTERS, scores)).isNaN();
  }
}
