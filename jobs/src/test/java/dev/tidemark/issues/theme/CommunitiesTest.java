package dev.tidemark.issues.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.text.near.NearestNeighbours;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
  /** Five texts about one thing, five about another, and one between, each text voting for four. */
  private static final NearestNeighbours TWO_AND_ONE_BETWEEN =
      NearestNeighbours.of(onACircle(0, 1, 2, 3, 4, 90, 91, 92, 93, 94, 47), 4);

  @Test
  void textsThatVoteForEachOtherAreACommunity() {
    var found = Communities.of(TWO_AND_ONE_BETWEEN, 1, 0.3, 7);

    assertThat(new int[] {found[1], found[2], found[3], found[4]}).containsOnly(found[0]);
    assertThat(new int[] {found[6], found[7], found[8], found[9]}).containsOnly(found[5]);
    assertThat(found[0]).isNotEqualTo(found[5]);
  }

  /**
   * The one between votes for 3 and 4, 43 and 44 degrees away, and for 90 and 91: half and half.
   */
  @Test
  void aTextWithTooFewVotesForItsOwnIsInNone() {
    assertThat(Communities.of(TWO_AND_ONE_BETWEEN, 1, 0.51, 7)[10]).isEqualTo(Communities.NONE);
    assertThat(Communities.of(TWO_AND_ONE_BETWEEN, 1, 0.49, 7)[10]).isNotNegative();
  }

  @Test
  void ofTextsWithNothingInCommonThereIsNoCommunity() {
    float[][] unlike = {{1, 0}, {0, 1}, {-1, 0}};

    var found = Communities.of(NearestNeighbours.of(unlike, 2), 1, 0, 7);

    assertThat(found).containsOnly(Communities.NONE);
  }

  /**
   * In each group three mutual votes of almost 2; across six of about 0.87, 5.2 in all. Chance
   * would put 8.6 across, half of all: more than 5.2, but a tenth of it is less.
   */
  @Test
  void aLowerResolutionJoins() {
    var votes = NearestNeighbours.of(onACircle(0, 1, 2, 30, 31, 32), 3);

    assertThat(Communities.of(votes, 0.1, 0, 7)).containsOnly(0);
    assertThat(Communities.of(votes, 1, 0, 7)).contains(0, 1).doesNotContain(2);
  }

  static float[][] onACircle(int... degrees) {
    var vectors = new float[degrees.length][];
    for (int i = 0; i < degrees.length; i++) {
      double angle = Math.toRadians(degrees[i]);
      vectors[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
    return vectors;
  }
}
