package dev.tidemark.refresh;

import static dev.tidemark.refresh.Refreshed.ran;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.Together;
import dev.tidemark.table.PublishedVersions;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One warehouse, one job that writes one row, and what others do to them, one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefreshSafetyTest {
  private static final TableSpec WRITTEN = Tables.MOBILE_SUMMARY;
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Fake JOB = new Fake("one", Tables.OBSERVATIONS, WRITTEN);

  @TempDir private static Path warehouse;
  private static Refreshed life;

  @BeforeAll
  static void open() {
    life = new Refreshed(warehouse, JOB).deliver("P1 a 40", "P1 b 50");
  }

  private static PublishedVersions published() {
    return PublishedVersions.last(life.lake("reader")).orElseThrow();
  }

  @Test
  @Order(1)
  void r3OfTwoRefreshesAtOnceOneWaitsAndOneRunDoesTheWork() {
    Supplier<Outcome> run = () -> life.refresh(Duration.ofMinutes(2));

    var both = Together.run(2, List.of(run, run));

    assertThat(both.stream().flatMap(outcome -> ran(outcome).stream()))
        .containsExactly("ingest done []", "one done []");
    assertThat(life.rows(Tables.OBSERVATIONS, "value")).containsExactly("40.0", "50.0");
    assertThat(Files.exists(life.lock())).isFalse();
  }

  @Test
  @Order(2)
  void r15LessThanSevenDaysAreRefused() {
    assertThatThrownBy(() -> new Maintenance(Duration.ofDays(6), Clock.systemUTC()))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("Keep 7 days at least");
  }

  @Test
  @Order(3)
  void r16FilesAreJoinedWithoutMakingAnythingStaleAndReadersSeeTheSameRows() {
    long before = life.lake("reader").log(Tables.OBSERVATIONS).version();

    new Maintenance(YEAR, Clock.systemUTC()).run(life.context(), Duration.ZERO);
    var commits = life.commits();
    var idle = life.refresh();

    assertThat(life.lake("reader").log(Tables.OBSERVATIONS).version()).isGreaterThan(before);
    assertThat(life.published(Tables.OBSERVATIONS, "value")).containsExactly("40.0", "50.0");
    assertThat(ran(idle)).isEmpty();
    assertThat(life.commits()).isEqualTo(commits);
  }

  @Test
  @Order(4)
  void whatIsWrittenByHandIsNotSeenUntilItIsRefreshed() {
    var before = published();

    JOB.run(life.context());
    var seen = life.lake("reader").published();
    var refreshed = life.refresh();

    assertThat(seen.isBehind()).isTrue();
    assertThat(seen.version(WRITTEN).orElseThrow().version())
        .isEqualTo(before.versions().get(WRITTEN.name()));
    assertThat(refreshed.runs().get(0).why())
        .containsExactly("mobile_summary was written by hand or by a run that did not end");
    assertThat(refreshed.publication()).contains(before.number() + 1);
    assertThat(life.lake("reader").published().isBehind()).isFalse();
  }

  @Test
  @Order(5)
  void r21ARunThatIsCancelledWritesDownWhatRanAndFreesTheLock() {
    var refresh = life.deliver("P1 a 45").newRefresh();
    JOB.then = refresh::cancel;

    assertThatThrownBy(() -> refresh.run(life.context(), Duration.ZERO))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("cancelled");
    assertThat(life.rows(Tables.REFRESH_RUNS, "job", "status")).contains("one cancelled");
    assertThat(Files.exists(life.lock())).isFalse();
  }

  @Test
  @Order(6)
  void r14ARefreshWhoseLockWasTakenOverPublishesNothing() {
    long before = published().number();
    JOB.then = () -> delete(life.lock());

    assertThatThrownBy(() -> life.refresh())
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("Another refresh took over from this one");
    assertThat(published().number()).isEqualTo(before);
    JOB.then = () -> {};
  }

  @Test
  @Order(7)
  void anotherVersionOfTheFrameworkIsAVintageAndTheFormerStaysReadable() {
    var former = published();

    var vintage = life.declare("2", "P1", "P2").refresh();

    assertThat(vintage.runs().get(0).why()).contains("the framework's version 1 became 2");
    assertThat(published().frameworkVersion()).isEqualTo("2");
    assertThat(PublishedVersions.lastOfAnother(life.lake("reader"), "2")).contains(former);
  }

  /** The last: from here on the warehouse is damaged. */
  @Test
  @Order(8)
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

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
