package dev.tidemark.refresh;

import static dev.tidemark.refresh.Refreshed.ran;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.table.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A warehouse through its life: loaded, left alone, corrected while a job is broken, mended when a
 * third period has joined. Four jobs stand for all: {@code scores} and {@code beside} read
 * observations, {@code broken} reads scores, and {@code after} reads what that one writes. That
 * each real job leaves the same in parts as in whole is for its own test.
 */
class RefreshTest {
  private static final String RUNS = "concat_ws(' ', period, n_units)";
  private static final Fake SCORES = new Fake("scores", Tables.OBSERVATIONS, Tables.MOBILE_SUMMARY);
  private static final Fake BROKEN =
      new Fake("broken", Tables.MOBILE_SUMMARY, Fake.table("broken"));

  @TempDir private static Path warehouse;
  private static Refreshed life;
  private static Outcome first;
  private static List<String> firstCommits;
  private static List<String> firstSeen;
  private static Outcome idle;
  private static List<String> idleCommits;
  private static List<Step> plan;
  private static List<String> planCommits;
  private static Outcome failed;
  private static List<String> seenThen;
  private static Outcome mended;

  @BeforeAll
  static void live() {
    life =
        new Refreshed(
            warehouse,
            SCORES,
            BROKEN,
            new Fake("after", Fake.table("broken"), Fake.table("after")),
            new Fake("beside", Tables.OBSERVATIONS, Fake.table("beside")));
    first = life.deliver("P1 a 40", "P1 b 50", "P2 a 80", "P2 b 50").refresh();
    firstCommits = life.commits();
    firstSeen = life.published(Tables.MOBILE_SUMMARY, RUNS);
    idle = life.refresh();
    idleCommits = life.commits();
    plan = life.deliver("P1 a 60").plan();
    planCommits = life.commits();
    BROKEN.fails = true;
    failed = life.refresh();
    seenThen = life.published(Tables.MOBILE_SUMMARY, RUNS);
    BROKEN.fails = false;
    mended = life.declare("1", "P1", "P2", "P3").deliver("P3 a 50", "P3 b 50").refresh();
  }

  @Test
  void theFirstRefreshMakesAllAndPublishesIt() {
    assertThat(ran(first))
        .containsExactlyInAnyOrder(
            "ingest done []",
            "scores done []",
            "broken done []",
            "after done []",
            "beside done []");
    assertThat(first.publication()).contains(1L);
    assertThat(firstSeen).containsExactly("P1 1", "P2 1");
  }

  @Test
  void withNothingNewNothingRunsAndNothingIsWritten() {
    assertThat(ran(idle)).isEmpty();
    assertThat(idle.publication()).isEmpty();
    assertThat(idleCommits).isEqualTo(firstCommits);
  }

  @Test
  void aPlanSaysWhichPeriodsAreStaleAndWritesNothing() {
    assertThat(plan.stream().map(step -> step.job().name() + step.need().periods()))
        .containsExactlyInAnyOrder("scores[P1]", "broken[P1]", "after[P1]", "beside[P1]");
    assertThat(planCommits).isEqualTo(firstCommits);
  }

  @Test
  void aJobThatFailsStopsThoseThatReadFromItAlone() {
    assertThat(ran(failed))
        .containsExactlyInAnyOrder(
            "ingest done []",
            "scores done [P1]",
            "beside done [P1]",
            "broken failed [P1]",
            "after skipped []");
    assertThat(failed.failure()).containsInstanceOf(IllegalStateException.class);
    assertThat(life.rows(Tables.REFRESH_RUNS, "job", "status", "error"))
        .contains(
            "broken failed IllegalStateException: on purpose",
            "after skipped a job that it reads from was not done");
  }

  @Test
  void readersKeepWhatTheyHadUntilAllIsDone() {
    assertThat(failed.publication()).isEmpty();
    assertThat(seenThen).isEqualTo(firstSeen);
    assertThat(mended.publication()).contains(2L);
    assertThat(life.published(Tables.MOBILE_SUMMARY, RUNS)).containsExactly("P1 2", "P2 1", "P3 3");
  }

  @Test
  void theNextRunDoesWhatWasLeftAndThePeriodThatJoinedAndNothingElse() {
    assertThat(ran(mended))
        .containsExactlyInAnyOrder(
            "ingest done []",
            "scores done [P3]",
            "beside done [P3]",
            "broken done [P1, P3]",
            "after done [P1, P3]");
  }

  @Test
  void whatWasDoneIsForgottenBeforeARunForAllPeriodsAlone() {
    assertThat(SCORES.forgotten).isEqualTo(1);
  }
}
