package dev.tidemark.issues.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTest {
  @Test
  void theLargestGroupComesFirstAndSmallOnesAreNone() {
    var directions = CommunitiesTest.onACircle(0, 90, 91, 180, 92, 1);

    var groups = Group.of(new int[] {4, 0, 0, 9, 0, 4}, directions, 2);

    assertThat(groups)
        .extracting(Group::members)
        .containsExactly(new int[] {1, 2, 4}, new int[] {0, 5});
  }

  @Test
  void theMedoidIsTheMemberNearestToTheMiddle() {
    var directions = CommunitiesTest.onACircle(10, 30, 50, 45);

    assertThat(Group.of(new int[] {0, 0, 0, 0}, directions, 1).get(0).medoid(directions))
        .isEqualTo(1);
  }

  /**
   * Of 0, 2, 4, 6 and 60 degrees the middle is at 13.6; the cosines in order are cos 46.4 = 0.690,
   * cos 13.6 = 0.972, cos 11.6 = 0.980, cos 9.6 = 0.986, cos 7.6 = 0.991: quartiles 0.972 and
   * 0.986, fence 0.951.
   */
  @Test
  void aMemberFarOutIsLeftOut() {
    var directions = CommunitiesTest.onACircle(0, 2, 4, 6, 60);
    var group = Group.of(new int[] {0, 0, 0, 0, 0}, directions, 1).get(0);

    assertThat(group.fence(directions)).isCloseTo(0.951, within(0.001));
    assertThat(group.withoutFarOnes(directions).members()).containsExactly(0, 1, 2, 3);
  }

  /**
   * Three texts say the same in the middle (30 degrees, one a little off), two are at the sides;
   * six are more than are chosen. First 30; the next is worth 0.7·cos(to the middle) − 0.3·cos(to
   * the nearest chosen): all nearness to 30 counts 0.4, so 31, and so on outwards: the last, at 70,
   * is left.
   */
  @Test
  void representativesBeginInTheMiddleAndAreAtMostFive() {
    var directions = CommunitiesTest.onACircle(30, 31, 29, 0, 60, -10, 70);
    var theme = Group.of(new int[7], directions, 1).get(0);

    assertThat(Representatives.of(theme, directions))
        .hasSize(5)
        .startsWith(0)
        .doesNotHaveDuplicates();
  }

  /**
   * Middle at 0: a (0°, 0°), b (20°, 0°), c (20°, 180°) as latitude and longitude around it. After
   * a text at the middle both are worth the same; once b is chosen, its twin 1 degree beside it is
   * worth 0.7·0.94 − 0.3·1.0 = 0.36, and c on the other side 0.7·0.94 − 0.3·0.94 = 0.38.
   */
  @Test
  void ofTwoTextsAsCentralTheOneUnlikeThoseChosenIsRead() {
    float[][] directions = {
      {1, 0}, {0.94f, 0.342f}, {0.94f, 0.342f}, {0.94f, -0.342f}, {0.94f, -0.342f}
    };
    var theme = Group.of(new int[5], directions, 1).get(0);

    assertThat(Representatives.of(theme, directions).subList(0, 3)).containsExactly(0, 1, 3);
  }

  /** Seen from the mean of all, texts at 0 and 20 degrees are alike, those at 180 unlike both. */
  @Test
  void themesMoreAlikeThanTwoTextsAreOnAverageHaveOneParent() {
    var directions = CommunitiesTest.onACircle(0, 1, 20, 21, 180, 181, 179);
    var themes = Group.of(new int[] {0, 0, 1, 1, 2, 2, 2}, directions, 1);

    assertThat(ParentThemes.of(themes)).containsExactly(0, 1, 1);
    assertThat(ParentThemes.of(List.of())).isEmpty();
  }

  /** The mean is (2, 0); from there (3, 0) is (1, 0) and (2, 2) is (0, 2). */
  @Test
  void aDirectionIsSeenFromTheMeanAndHasLengthOne() {
    float[][] vectors = {{3, 0}, {2, 2}, {1, -2}, {2, 0}};
    var space = Space.of(vectors);

    assertThat(space.direction(vectors[0])).containsExactly(1, 0);
    assertThat(space.direction(vectors[1])).containsExactly(0, 1);
    assertThat(space.direction(vectors[3])).containsExactly(0, 0);
  }
}
