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

  /**
   * In the order given 1e16 swallows each 1 by itself; from the smallest up they add to 2 first.
   */
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

    assertThat(taken[0]).isEqualTo(taken[1]).isEqualTo((1e16 + 2) / 3);
  }

  /** (0.1 + 0.2 + 0.3) / 3 is 0.20000000000000004 as doubles add. */
  @Test
  void meansThatAreEqualOnPaperTie() {
    var means = new CellMeans(1);
    means.add(0, 0.1);
    means.add(0, 0.2);
    means.add(0, 0.3);

    assertThat(means.take()).containsExactly(0.2);
  }

  @Test
  void anyNumberOfValuesFits() {
    var means = new CellMeans(1);

    IntStream.range(0, 5000).forEach(i -> means.add(0, 3));

    assertThat(means.take()).containsExactly(3);
  }
}
