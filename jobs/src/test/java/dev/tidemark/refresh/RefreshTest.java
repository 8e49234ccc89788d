package dev.tidemark.refresh;

import static dev.tidemark.refresh.Refreshed.ran;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Together;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.ColumnSpec;
import dev.tidemark.table.PublishedVersions;
import dev.tidemark.table.TableCare;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A warehouse through its life: loaded by two at once, corrected while a job is broken, mended when
 * a third period has joined. Four jobs stand for all: {@code scores} and {@code beside} read
 * observations, {@code broken} reads scores, and {@code after} reads what that one writes. That
 * each real job leaves the same in parts as in whole is for its own test. Then scores alone are
 * kept fresh, and others do to the warehouse what they should not, one after the other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefreshTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String RUNS = "concat_ws(' ', period, n_units)";
  private static final Fake SCORES = new Fake("scores", Tables.OBSERVATIONS, Tables.MOBILE_SUMMARY);
  private static final Fake BROKEN =
      new Fake("broken", Tables.MOBILE_SUMMARY, Fake.table("broken"));

  @TempDir private static Path warehouse;
  private static Refreshed life;
  private static List<Outcome> both;
  private static List<String> firstCommits;
  private static List<String> firstSeen;
  private static List<Step> plan;
  private static List<String> planCommits;
  private static Outcome failed;
  private static List<String> seenThen;
  private static Outcome mended;
  private static List<String> mendedSeen;
  private static int forgotten;

  private static PublishedVersions published() {
    return PublishedVersions.last(life.lake("reader")).orElseThrow();
  }

  @BeforeAll
  static void live() {
    life =
        new Refreshed(
            warehouse,
            SCORES,
            BROKEN,
            new Fake("after", Fake.table("broken"), Fake.table("after")),
            new Fake("beside", Tables.OBSERVATIONS, Fake.table("beside")));
    life.deliver("P1 a 40", "P1 b 50", "P2 a 80", "P2 b 50");
    Supplier<Outcome> refresh = () -> life.refresh(Duration.ofMinutes(5));
    both = Together.run(2, List.of(refresh, refresh));
    firstCommits = life.commits();
    firstSeen = life.published(Tables.MOBILE_SUMMARY, RUNS);
    plan = life.deliver("P1 a 60").plan();
    planCommits = life.commits();
    BROKEN.fails = true;
    failed = life.refresh();
    seenThen = life.published(Tables.MOBILE_SUMMARY, RUNS);
    BROKEN.fails = false;
    mended = life.declare("1", "P1", "P2", "P3").deliver("P3 a 50", "P3 b 50").refresh();
    mendedSeen = life.published(Tables.MOBILE_SUMMARY, RUNS);
    forgotten = SCORES.forgotten;
    life.with(SCORES);
  }

  @Test
  void r3OfTwoRefreshesAtOnceOneDoesTheWorkAndOneWaitsAndFindsNothingToDo() {
    assertThat(both.stream().map(Outcome::publication).filter(Optional::isPresent))
        .containsExactly(Optional.of(1L));
    assertThat(both.stream().flatMap(outcome -> ran(outcome).stream()))
        .containsExactlyInAnyOrder(
            "ingest done []",
            "scores done []",
            "broken done []",
            "after done []",
            "beside done []");
    assertThat(firstSeen).containsExactly("P1 1", "P2 1");
    assertThat(firstCommits)
        .filteredOn(file -> file.startsWith("publications"))
        .containsExactly(
            "publications/_delta_log/00000000000000000000.json",
            "publications/_delta_log/00000000000000000001.json");
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
            "broken failed Exception: on purpose",
            "after skipped a job that it reads from was not done");
  }

  @Test
  void readersKeepWhatTheyHadUntilAllIsDone() {
    assertThat(failed.publication()).isEmpty();
    assertThat(seenThen).isEqualTo(firstSeen);
    assertThat(mended.publication()).contains(2L);
    assertThat(mendedSeen).containsExactly("P1 2", "P2 1", "P3 3");
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
    assertThat(forgotten).isEqualTo(1);
  }

  @Test
  @Order(1)
  void r15LessThanSevenDaysAreRefused() {
    assertThatThrownBy(() -> new Maintenance(Duration.ofDays(6), Clock.systemUTC()))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("Keep 7 days at least");
  }

  @Test
  @Order(2)
  void filesAreJoinedWithoutMakingAnythingStaleAndReadersSeeTheSameRows() {
    long before = life.lake("reader").log(Tables.OBSERVATIONS).version();
    var rows = life.published(Tables.OBSERVATIONS, "value");

    new Maintenance(YEAR, Clock.systemUTC()).run(life.context(), Duration.ZERO);
    var commits = life.commits();
    var idle = life.refreshWithoutSpark();

    assertThat(life.lake("reader").log(Tables.OBSERVATIONS).version()).isGreaterThan(before);
    assertThat(life.published(Tables.OBSERVATIONS, "value")).isEqualTo(rows);
    assertThat(ran(idle)).isEmpty();
    assertThat(life.commits()).isEqualTo(commits);
  }

  @Test
  @Order(3)
  void whatIsWrittenByHandIsNotSeenUntilItIsRefreshed() {
    var before = published();

    SCORES.run(life.context());
    var seen = life.lake("reader").published();
    var refreshed = life.refresh();

    assertThat(seen.isBehind()).isTrue();
    assertThat(seen.isBehind(List.of(Tables.MOBILE_SUMMARY))).isTrue();
    assertThat(seen.isBehind(List.of(Tables.OBSERVATIONS))).isFalse();
    assertThat(seen.version(Tables.MOBILE_SUMMARY).orElseThrow().version())
        .isEqualTo(before.versions().get(Tables.MOBILE_SUMMARY.name()));
    assertThat(refreshed.runs().get(0).why())
        .containsExactly("mobile_summary was written by hand or by a run that did not end");
    assertThat(refreshed.publication()).contains(before.number() + 1);
    assertThat(life.lake("reader").published().isBehind()).isFalse();
  }

  @Test
  @Order(4)
  void r21ARunThatIsCancelledWritesDownWhatRanAndFreesTheLock() {
    var refresh = life.deliver("P1 a 45").newRefresh();
    SCORES.then = refresh::cancel;

    assertThatThrownBy(() -> refresh.run(life.context(), Duration.ZERO))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("cancelled");
    assertThat(life.rows(Tables.REFRESH_RUNS, "job", "status")).contains("scores cancelled");
    assertThat(Files.exists(life.lock())).isFalse();
  }

  @Test
  @Order(5)
  void r14ARefreshWhoseLockWasTakenOverPublishesNothing() {
    long before = published().number();
    SCORES.then = () -> delete(life.lock());

    assertThatThrownBy(() -> life.refresh())
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("Another refresh took over from this one");
    assertThat(published().number()).isEqualTo(before);
    SCORES.then = () -> {};
  }

  @Test
  @Order(6)
  void anotherVersionOfTheFrameworkIsAVintageAndTheFormerStaysReadable() {
    var former = published();

    var vintage = life.declare("2", "P1", "P2", "P3").refresh();

    assertThat(vintage.runs().get(0).why()).contains("the framework's version 1 became 2");
    assertThat(published().frameworkVersion()).isEqualTo("2");
    assertThat(PublishedVersions.lastOfAnother(life.lake("reader"), "2")).contains(former);
  }

  @Test
  @Order(7)
  void aFullRunForOnePeriodLeavesTheOthersFresh() {
    var steps = life.full().plan(life.context().of(List.of("P1")), Map.of());

    assertThat(steps).extracting(Step::need).containsExactly(Need.of(List.of("P1"), "--full"));
  }

  @Test
  @Order(8)
  void whatIsLoadedAfterAJobWasAskedWhatIsStaleIsStaleNextTime() {
    var context = life.context();
    var journal = new Journal(new RunHistory(context, "1.0"), Clock.systemUTC());
    var runner = new JobRunner(context, Evidence.of(context.lake()), journal, Clock.systemUTC());
    long before = context.lake().log(Tables.OBSERVATIONS).version();

    var seen = runner.look(SCORES);
    life.deliver("P1 a 46").deliveries.run(life.context());
    var run = runner.run(SCORES, Need.all("it is asked"), seen).orElseThrow();

    assertThat(context.lake().log(Tables.OBSERVATIONS).version()).isGreaterThan(before);
    assertThat(run.inputs()).containsEntry(Tables.OBSERVATIONS.name(), before);
  }

  @Test
  @Order(9)
  void r20AFileThatIsGoneIsNoticedInATableOfRequiredCellsAlone() throws IOException {
    assertThat(Tables.PUBLICATIONS.columns()).allMatch(ColumnSpec::isRequired);
    var care = new TableCare(SharedSpark.session(), life.lake("reader"));
    var aside = Files.createDirectory(warehouse.resolve("_aside"));
    move(warehouse.resolve("publications"), aside);

    assertThatThrownBy(() -> care.check(Tables.PUBLICATIONS))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("publications is damaged or cannot be read");
    move(aside, warehouse.resolve("publications"));
    assertThat(care.check(Tables.PUBLICATIONS)).isPositive();
  }

  @Test
  @Order(10)
  void whatIsWrittenWhileFilesAreJoinedIsNotPublishedByThat() {
    Deliveries.append(life.context(), "P2", "c", 1);
    life.refresh();
    long before = published().versions().get(Tables.OBSERVATIONS.name());
    var rows = life.published(Tables.OBSERVATIONS, "period", "unit", "value");
    var context = life.context();
    Consumer<String> writeThen =
        line -> {
          if (line.startsWith("maintain: observations: 2 files joined to 1")) {
            Deliveries.append(life.context(), "P2", "d", 2);
          }
        };

    new Maintenance(YEAR, Clock.systemUTC())
        .run(
            new JobContext(
                SharedSpark.lazy(),
                context.framework(),
                context.lake(),
                List.of(),
                context.runId(),
                context.startedAt(),
                writeThen),
            Duration.ZERO);

    assertThat(published().versions()).containsEntry(Tables.OBSERVATIONS.name(), before);
    assertThat(life.published(Tables.OBSERVATIONS, "period", "unit", "value")).isEqualTo(rows);
    assertThat(life.rows(Tables.OBSERVATIONS, "period", "unit", "value")).contains("P2 d 2.0");
    assertThat(ran(life.refresh())).containsExactly("scores done [P2]");
  }

  @Test
  @Order(11)
  void aJobThatRunsOutOfMemoryIsWrittenDownAsFailed() {
    SCORES.then =
        () -> {
          throw new OutOfMemoryError("on purpose");
        };

    var outcome = life.deliver("P1 a 47").refresh();

    SCORES.then = () -> {};
    assertThat(ran(outcome)).containsExactly("ingest done []", "scores failed [P1]");
    assertThat(outcome.failure().orElseThrow()).hasRootCauseInstanceOf(OutOfMemoryError.class);
    assertThat(life.rows(Tables.REFRESH_RUNS, "job", "status", "error"))
        .contains("scores failed OutOfMemoryError: on purpose");
  }

  /** The last: from here on the warehouse is damaged. */
  @Test
  @Order(12)
  void r20ADamagedFileIsNamedAndNothingIsDeleted() throws IOException {
    var commits = life.commits();
    try (var files = Files.list(warehouse.resolve("observations/period=P1"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
      }
    }

    assertThatThrownBy(
            () -> new Maintenance(YEAR, Clock.systemUTC()).run(life.context(), Duration.ZERO))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("observations is damaged or cannot be read");
    assertThat(life.commits()).isEqualTo(commits);
  }

  private static void move(Path from, Path to) throws IOException {
    try (var files = Files.list(from)) {
      for (var file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.move(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
