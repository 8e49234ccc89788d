package dev.tidemark.index;

import static dev.tidemark.index.Assessment.UP_TO_ROUNDING;
import static dev.tidemark.support.Frameworks.composite;
import static dev.tidemark.support.Frameworks.framework;
import static dev.tidemark.support.Frameworks.ids;
import static dev.tidemark.support.Frameworks.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.Scoring.Direction;
import dev.tidemark.framework.Scoring.Pool;
import dev.tidemark.table.Col;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Trees of every height and width, and as many units as it takes. */
class TreeShapesTest {
  private static final Scoring DIRECT = new Scoring.Direct();

  /**
   * Leaf n<i>k</i> is observed as k in unit "up" and as 46 − k in "down", n16 and n32 in "up" only.
   * Up: the mean of 1 to 45 is 23; down: (45 · 23 − 30 − 14) / 43 = 991 / 43.
   */
  @Test
  void aFlatTreeOf45LeavesKeepsEachInItsPlace() {
    var names = ids("n", 45);
    var leaves = names.stream().map(id -> leaf(id, 1.0 / 45, DIRECT)).toArray(Indicator[]::new);
    var rows =
        IntStream.rangeClosed(1, 45)
            .boxed()
            .<Row>mapMulti(
                (k, each) -> {
                  each.accept(Observed.row("P1", "up", "n" + k, k * 1.0));
                  each.accept(
                      Observed.row("P1", "down", "n" + k, k == 16 || k == 32 ? null : 46.0 - k));
                })
            .toList();

    var scored =
        Assessment.of(
            framework(List.of("P1"), List.of("up", "down"), composite("index", 1, leaves)),
            Observed.rows(rows));

    assertThat(names.stream().map(id -> scored.score("P1", "up", id)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 45).mapToObj(Double::valueOf).toList());
    assertThat(scored.scores("P1", "n15")).containsExactly(15.0, 31.0);
    assertThat(scored.scores("P1", "n16")).containsExactly(16.0, null);
    assertThat(scored.scores("P1", "n17")).containsExactly(17.0, 29.0);
    assertThat(scored.scores("P1", "n31")).containsExactly(31.0, 15.0);
    assertThat(scored.scores("P1", "n32")).containsExactly(32.0, null);
    assertThat(scored.scores("P1", "n33")).containsExactly(33.0, 13.0);
    assertThat(scored.ranks("P1", "n16")).containsExactly(1, null);
    assertThat(scored.ranks("P1", "n23")).containsExactly(1, 1);
    assertThat(scored.ranks("P1", "n24")).containsExactly(1, 2);
    assertThat(scored.ranks("P1", "n15")).containsExactly(2, 1);
    assertThat(scored.scores("P1", "index"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(23.0, 991 / 43.0);
    assertThat(scored.row("P1", "down", "n33").<Double>getAs(Col.WEIGHT)).isEqualTo(1 / 45.0);
  }

  /** Each level halves: 64 five levels down counts 2, its 32 four levels down counts 2, … */
  @Test
  void aTreeFiveLevelsDeepIsScoredFromTheBottomUp() {
    var index = composite("index", 1, leaf("s1", 0.5, DIRECT), level(2));

    var scored =
        Assessment.of(
            framework(List.of("P1"), List.of("a", "b", "c"), index),
            Observed.table(
                """
                period unit s1 s2 s3 s4 s5 d5
                P1     a    32 16 8  4  2  64
                P1     b    -  -  -  -  -  64
                P1     c    32 -  8  -  -  -
                """));

    assertThat(scored.scores("P1", "d4")).containsExactly(33.0, 64.0, null);
    assertThat(scored.scores("P1", "d3")).containsExactly(18.5, 64.0, null);
    assertThat(scored.scores("P1", "d2")).containsExactly(13.25, 64.0, 8.0);
    assertThat(scored.scores("P1", "d1")).containsExactly(14.625, 64.0, 8.0);
    assertThat(scored.scores("P1", "index")).containsExactly(23.3125, 64.0, 20.0);
    assertThat(scored.coverages("P1", "index")).containsExactly(1.0, 0.5, 1.0);
    assertThat(scored.row("P1", "a", "d5").<Double>getAs(Col.WEIGHT)).isEqualTo(1 / 32.0);
  }

  /** One child: its score, whatever the aggregate. */
  @Test
  void nodesWithOneChildHaveItsScore() {
    var scored =
        Assessment.of(
            framework(
                List.of("P1"),
                List.of("a"),
                composite("index", 1, composite("inner", 1, leaf("only", 1, DIRECT)))),
            Observed.table("period unit only\nP1 a 37.5"));

    assertThat(scored.scores("P1", "index")).containsExactly(37.5);
    assertThat(scored.coverages("P1", "index")).containsExactly(1.0);
  }

  /** One of 30 units apart from the rest is (n − 1) / √n = 29 / √30 = 5.29 deviations off. */
  @Test
  void zScoresBeyondFiveDeviationsAreHeldTo0And100() {
    var units = ids("u", 30);
    var rows =
        IntStream.rangeClosed(1, 30)
            .boxed()
            .<Row>mapMulti(
                (k, each) -> {
                  each.accept(Observed.row("P1", "u" + k, "up", k == 1 ? 1.0 : 0.0));
                  each.accept(Observed.row("P1", "u" + k, "down", k == 1 ? 1.0 : 0.0));
                })
            .toList();

    var scored =
        Assessment.of(
            framework(
                List.of("P1"),
                units,
                composite(
                    "index",
                    1,
                    leaf("up", 0.5, new Scoring.ZScore(Direction.UP, Pool.ALL)),
                    leaf("down", 0.5, new Scoring.ZScore(Direction.DOWN, Pool.ALL)))),
            Observed.rows(rows));

    assertThat(scored.score("P1", "u1", "up")).isEqualTo(100.0);
    assertThat(scored.score("P1", "u1", "down")).isEqualTo(0.0);
    assertThat(Collections.max(scored.ranks("P1", "up"))).isEqualTo(2);
  }

  private static Indicator level(int number) {
    return number == 6
        ? leaf("d5", 0.5, DIRECT)
        : composite("d" + (number - 1), 0.5, leaf("s" + number, 0.5, DIRECT), level(number + 1));
  }
}
