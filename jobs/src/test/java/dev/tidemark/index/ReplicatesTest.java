package dev.tidemark.index;

import static dev.tidemark.index.Assessment.UP_TO_ROUNDING;
import static dev.tidemark.support.Frameworks.framework;
import static dev.tidemark.support.Frameworks.leaf;
import static dev.tidemark.support.Frameworks.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Replicates;
import dev.tidemark.framework.Scoring;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How several observations become one raw value. Units: four values, two, one, none. */
class ReplicatesTest {
  private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2020-01-02T00:00:00Z");
  private static Assessment scored;

  @BeforeAll
  static void combineEveryKind() {
    double share = 1.0 / 9;
    var direct = new Scoring.Direct();
    scored =
        Assessment.of(
            framework(
                List.of("P1"),
                List.of("four", "two", "one", "none"),
                root(
                    leaf("mean", share, direct, Replicates.MEAN),
                    leaf("median", share, direct, Replicates.MEDIAN),
                    leaf("min", share, direct, Replicates.MIN),
                    leaf("max", share, direct, Replicates.MAX),
                    leaf("sum", share, direct, Replicates.SUM),
                    leaf("last", share, direct, Replicates.LAST),
                    leaf("grades", share, new Scoring.Categories(Map.of("A", 100.0, "B", 40.0))),
                    leaf(
                        "worst-grade",
                        share,
                        new Scoring.Categories(Map.of("A", 100.0, "B", 40.0)),
                        Replicates.MIN),
                    leaf("last-told", share, direct, Replicates.LAST))),
            Observed.table(
                    """
                    period unit mean      median    min       max       sum       last      grades  worst-grade
                    P1     four 9/2/4/30  9/2/4/30  9/2/4/30  9/2/4/30  9/2/4/30  9/30/4/2  A/B/B/B A/A/B/A
                    P1     two  1/2       1/2       1/2       1/2       1/2       2/1       A/B     A/A
                    P1     one  7         7         7         7         7         7         B       B
                    P1     none -         -         -         -         -         -         -       -
                    """)
                .union(
                    Observed.rows(
                        Arrays.asList(
                            Observed.row("P1", "four", "last-told", 1.0, "b", LATE, "web"),
                            Observed.row("P1", "four", "last-told", 2.0, "b", LATE, "app"),
                            Observed.row("P1", "four", "last-told", 3.0, "a", LATE, "web"),
                            Observed.row("P1", "four", "last-told", 4.0, "z", EARLY, "web"),
                            Observed.row("P1", "two", "last-told", 5.0, "a", EARLY, null),
                            Observed.row("P1", "two", "last-told", 6.0, "b", null, null),
                            Observed.row("P1", "one", "last-told", null, "b", LATE, null),
                            Observed.row("P1", "one", "last-told", 8.0, "a", EARLY, null)))));
  }

  /** 45 / 4; 3 / 2. */
  @Test
  void theMeanIsTheArithmeticOne() {
    assertThat(scored.scores("P1", "mean"))
        .usingElementComparator(UP_TO_ROUNDING)
        .containsExactly(11.25, 1.5, 7.0, null);
  }

  /** Between 4 and 9. */
  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(scored.scores("P1", "median")).containsExactly(6.5, 1.5, 7.0, null);
  }

  @Test
  void theSmallestTheLargestAndTheSumAreThose() {
    assertThat(scored.scores("P1", "min")).containsExactly(2.0, 1.0, 7.0, null);
    assertThat(scored.scores("P1", "max")).containsExactly(30.0, 2.0, 7.0, null);
    assertThat(scored.scores("P1", "sum")).containsExactly(45.0, 3.0, 7.0, null);
  }

  @Test
  void theLastIsTheLatestNotTheOneDeliveredLast() {
    assertThat(scored.scores("P1", "last")).containsExactly(2.0, 1.0, 7.0, null);
  }

  /** 1 is by the later observer of the latest, on the later channel; a time beats none. */
  @Test
  void observersAndChannelsSettleWhichOfTheLatestIsLast() {
    assertThat(scored.score("P1", "four", "last-told")).isEqualTo(1.0);
    assertThat(scored.score("P1", "two", "last-told")).isEqualTo(5.0);
  }

  @Test
  void aReplicateThatWasNotObservedIsNoLastOne() {
    assertThat(scored.score("P1", "one", "last-told")).isEqualTo(8.0);
  }

  /** (100 + 40 + 40 + 40) / 4; the worst of A, A, B, A is B. */
  @Test
  void categoriesCombineAsPoints() {
    assertThat(scored.scores("P1", "grades")).containsExactly(55.0, 70.0, 40.0, null);
    assertThat(scored.scores("P1", "worst-grade")).containsExactly(40.0, 100.0, 40.0, null);
  }
}
