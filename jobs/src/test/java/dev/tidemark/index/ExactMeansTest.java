package dev.tidemark.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExactMeansTest {
  @Test
  void eachMeanHasItsOwnScores() {
    var means = new ExactMeans(2);
    means.add(0, 10);
    means.add(1, 40);
    means.add(0, 25);

    assertThat(means.mean(0)).isEqualTo(17.5);
    assertThat(means.mean(1)).isEqualTo(40);
  }

  @Test
  void noScoreCountsAsNone() {
    var means = new ExactMeans(2);
    means.add(0, Double.NaN);
    means.add(1, 70);
    means.add(1, Double.NaN);

    assertThat(means.mean(0)).isNaN();
    assertThat(means.count(0)).isZero();
    assertThat(means.mean(1)).isEqualTo(70);
    assertThat(means.count(1)).isEqualTo(1);
  }

  /** As doubles 0.1 + 0.2 + 0.3 is 0.6000000000000001, and 0.3 + 0.2 + 0.1 is 0.6. */
  @Test
  void theOrderOfScoresDoesNotMatter() {
    var means = new ExactMeans(2);
    means.add(0, 0.1);
    means.add(0, 0.2);
    means.add(0, 0.3);
    means.add(1, 0.3);
    means.add(1, 0.2);
    means.add(1, 0.1);

    assertThat(means.mean(0)).isEqualTo(means.mean(1));
  }

  @Test
  void theMeanOfFullMarksIsFullMarks() {
    var means = new ExactMeans(1);
    means.add(0, 100);
    means.add(0, 100);
    means.add(0, 100);

    assertThat(means.mean(0)).isEqualTo(100);
  }
}
