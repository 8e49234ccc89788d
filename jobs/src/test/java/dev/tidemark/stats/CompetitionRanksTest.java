package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CompetitionRanksTest {
  @Test
  void theHighestScoreIsFirst() {
    assertThat(CompetitionRanks.of(new double[] {10, 30, 20})).containsExactly(3, 1, 2);
  }

  @Test
  void tiesShareTheSmallerRankAndLeaveTheNextOnesOut() {
    assertThat(CompetitionRanks.of(new double[] {90, 80, 80, 70})).containsExactly(1, 2, 2, 4);
  }

  @Test
  void tiesForTheFirstPlaceAreAllFirst() {
    assertThat(CompetitionRanks.of(new double[] {5, 5, 5, 1})).containsExactly(1, 1, 1, 4);
  }

  @Test
  void whatHasNoScoreHasNoRankAndTakesNoPlace() {
    assertThat(CompetitionRanks.of(new double[] {Double.NaN, 80, Double.NaN, 90}))
        .containsExactly(0, 2, 0, 1);
  }

  @Test
  void noScoreAtAllRanksNothing() {
    assertThat(CompetitionRanks.of(new double[] {Double.NaN, Double.NaN})).containsExactly(0, 0);
  }

  @Test
  void noUnitsHaveNoRanks() {
    assertThat(CompetitionRanks.of(new double[] {})).isEmpty();
  }

  @Test
  void zeroAndNegativeZeroTie() {
    assertThat(CompetitionRanks.of(new double[] {0.0, -0.0, -1.0})).containsExactly(1, 1, 3);
  }

  @Test
  void theSmallestDifferenceADoubleHoldsDecides() {
    assertThat(CompetitionRanks.of(new double[] {70.0, Math.nextUp(70.0)})).containsExactly(2, 1);
  }

  @Test
  void theScoresGivenAreLeftAsTheyWere() {
    var scores = new double[] {3, 1, 2};

    CompetitionRanks.of(scores);

    assertThat(scores).containsExactly(3, 1, 2);
  }

  @Test
  void noArrayIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> CompetitionRanks.of(null)).isInstanceOf(NullPointerException.class);
  }
}
