package dev.tidemark.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellMeansTest {
  @Test
  void eachCellHasItsOwnMeanAndNaNWithoutValues() {
    var means = new CellMeans(3);
    means.add(2, 10);
    means.add(0, 7);
    means.add(2, 20);

    var taken = means.take();

    assertThat(taken).containsExactly(7, Double.NaN, 15);
  }

  @Test
  void whatWasTakenIsForgotten() {
    var means = new CellMeans(1);
    means.add(0, 7);
    means.take();

    means.add(0, 1);

    assertThat(means.take()).containsExactly(1);
  }

  /** In the order given, 1e16 swallows each 1 by itself as doubles add; (1e16 + 2) / 3. */
  @Test
  void theOrderOfThreeValuesDoesNotMatter() {
    var means = new CellMeans(2);
    means.add(0, 1e16);
    means.add(0, 1);
    means.add(0, 1);
    means.add(1, 1);
    means.add(1, 1e16);
    means.add(1, 1);

    var taken = means.take();

    assertThat(taken[0]).isEqualTo(taken[1]).isEqualTo(3333333333333334.0);
  }

  /** As doubles add, (0.1 + 0.2 + 0.3) / 3 and (0.1 + 0.2) / 2 end in 04 and 02. */
  @Test
  void meansThatAreEqualOnPaperTie() {
    assertThat(mean(0.1, 0.2, 0.3)).isEqualTo(0.2);
    assertThat(mean(0.1, 0.2)).isEqualTo(0.15);
    assertThat(mean(-0.3, 0.1, 0.2)).isZero();
    assertThat(mean(0.1234567, 0.2345678, 0.3456789)).isEqualTo(0.2345678);
  }

  /** The double nearest to 7e-12 / 3. */
  @Test
  void smallValuesHaveAMeanAsPreciseAsLargeOnes() {
    assertThat(mean(1e-12, 2e-12, 4e-12)).isEqualTo(2.3333333333333334e-12);
  }

  /** Their sums are beyond a double; their means are not. */
  @Test
  void noMeanIsTooLarge() {
    assertThat(mean(1e308, 1e308, 1e308)).isEqualTo(1e308);
    assertThat(mean(1.5e308, 1.7e308)).isEqualTo(1.6e308);
  }

  /** 22 / 7. */
  @Test
  void theMeanOfWholeNumbersIsTheirs() {
    assertThat(mean(1, 2, 3, 4, 5, 6, 1)).isEqualTo(22.0 / 7);
  }

  @Test
  void anyNumberOfValuesFits() {
    var means = new CellMeans(1);

    IntStream.range(0, 5000).forEach(i -> means.add(0, 3));

    assertThat(means.take()).containsExactly(3);
  }

  private static double mean(double... values) {
    var means = new CellMeans(1);
    for (double value : values) {
      means.add(0, value);
    }
    return means.take()[0];
  }
}
