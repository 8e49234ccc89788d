package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PageRankTest {
  /**
   * A star of three: c = 0.0375 + 0.85 · 3 l and l = 0.0375 + 0.85 c / 3, so c = 0.133125 / 0.2775.
   */
  @Test
  void theMiddleOfAStarIsTheMostCentral() {
    var ranks = PageRank.of(4, new int[] {0, 0, 0}, new int[] {1, 2, 3}, new double[] {1, 1, 1});

    assertThat(ranks[0]).isCloseTo(0.133125 / 0.2775, within(1e-11));
    assertThat(ranks[1]).isCloseTo((1 - 0.133125 / 0.2775) / 3, within(1e-11));
  }

  /**
   * A path 0 —3— 1 —1— 2: from 1 three in four go to 0. With r1 = 0.05 + 0.85 (r0 + r2) and r0 + r2
   * = 1 − r1, r1 = 0.9 / 1.85; r0 = 0.05 + 0.85 · 0.75 r1.
   */
  @Test
  void aWalkerFollowsEdgesByTheirWeight() {
    var ranks = PageRank.of(3, new int[] {0, 2}, new int[] {1, 1}, new double[] {3, 1});

    assertThat(ranks[1]).isCloseTo(0.9 / 1.85, within(1e-11));
    assertThat(ranks[0]).isCloseTo(0.05 + 0.85 * 0.75 * 0.9 / 1.85, within(1e-11));
    assertThat(ranks[2]).isCloseTo(0.05 + 0.85 * 0.25 * 0.9 / 1.85, within(1e-11));
  }

  /** 0 and 1 are a pair, 2 is alone: r2 = (0.15 + 0.85 r2) / 3. */
  @Test
  void aNodeWithoutEdgesIsReachedByBeginningAnewAlone() {
    var ranks = PageRank.of(3, new int[] {0}, new int[] {1}, new double[] {0.5});

    assertThat(ranks[2]).isCloseTo(0.05 / (1 - 0.85 / 3), within(1e-11));
  }

  @Test
  void anEdgeNeedsNodesAndAWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageRank.of(2, new int[] {0}, new int[] {2}, new double[] {1}))
        .withMessage("an end must be a node, 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageRank.of(2, new int[] {0}, new int[] {1}, new double[] {Double.NaN}))
        .withMessage("a weight must be above 0, is NaN");
  }
}
