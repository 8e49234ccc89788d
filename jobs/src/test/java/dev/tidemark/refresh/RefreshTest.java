package dev.tidemark.refresh;

import static dev.tidemark.refresh.Refreshed.ran;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.compare.CompareJob;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.index.IndexJob;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.job.Together;
import dev.tidemark.table.PublishedVersions;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse through its life: loaded, left alone, corrected, continued, declared anew. */
class RefreshTest {
  @TempDir private Path folder;

  /** The mean of 40 and 80 is 60; corrected to 60 and 80 it is 70; with 50 it is 190 / 3. */
  @Test
  void onlyWhatIsStaleIsMadeAnewAndTheTablesAreThoseOfAFirstRun() {
    var life =
        new Refreshed(folder.resolve("life"))
            .deliver(
                "1.csv", "P1,a,points,40", "P1,b,points,50", "P2,a,points,80", "P2,b,points,50");

    var first = life.refresh();
    var commits = life.commits();
    var idle = life.refresh();
    var afterIdle = life.commits();
    var published = life.published(Tables.INDEX_SCORES, "concat_ws(' ', period, unit, score)");
    life.deliver("2.csv", "P1,a,points,60");
    var plan = life.plan();
    var afterPlan = life.commits();
    var corrected = life.refresh();
    life.declare("1", "P1", "P2", "P3").deliver("3.csv", "P3,a,points,50", "P3,b,points,50");
    var continued = life.refresh();

    assertThat(ran(first)).containsExactly("ingest done []", "index done []", "compare done []");
    assertThat(first.publication()).contains(1L);
    assertThat(ran(idle)).isEmpty();
    assertThat(afterIdle).isEqualTo(commits);
    assertThat(published).contains("P1 a 40.0", "P2 a 80.0", "all a 60.0");
    assertThat(plan.stream().map(step -> step.job().name() + step.need().periods()))
        .containsExactly("index[P1]", "compare[P1]");
    assertThat(afterPlan).isEqualTo(commits);
    assertThat(ran(corrected))
        .containsExactly("ingest done []", "index done [P1]", "compare done [P1]");
    assertThat(ran(continued))
        .containsExactly("ingest done []", "index done [P3]", "compare done [P3]");
    assertThat(life.rows(Tables.INGESTED_FILES, "file", "rows_delivered"))
        .containsExactly("observations/1.csv 4", "observations/2.csv 1", "observations/3.csv 2");

    assertThat(life.progress).noneMatch(line -> line.contains("reading 3 files"));

    var whole =
        new Refreshed(folder.resolve("whole"))
            .declare("1", "P1", "P2", "P3")
            .deliver(
                "1.csv",
                "P1,a,points,60",
                "P1,b,points,50",
                "P2,a,points,80",
                "P2,b,points,50",
                "P3,a,points,50",
                "P3,b,points,50");
    whole.refresh();
    for (var table :
        Stream.of(new IndexJob().writes(), new CompareJob(null, null).writes())
            .flatMap(List::stream)
            .toList()) {
      assertThat(life.published(table, "to_json(struct(*))"))
          .as(table.name())
          .isEqualTo(whole.rows(table, "to_json(struct(*))"));
    }

    var vintage = life.declare("2", "P1", "P2", "P3").refresh();
    var before = PublishedVersions.last(life.lake("reader")).orElseThrow();

    assertThat(ran(vintage)).containsExactly("index done []", "compare done []");
    assertThat(vintage.runs().get(0).why()).containsExactly("the framework's version 1 became 2");
    assertThat(before.frameworkVersion()).isEqualTo("2");
    assertThat(life.progress)
        .anyMatch(line -> line.contains("published under version 1 stay readable"));
    assertThat(life.rows(Tables.PUBLICATIONS, "publication", "framework_version"))
        .contains("3 1", "4 2");
  }

  @Test
  void aJobThatFailsStopsThoseThatReadFromItAloneAndReadersKeepWhatTheyHad() {
    var broken = new Fake("broken", Tables.INDEX_SCORES, table("second"));
    var after = new Fake("after", table("second"), table("third"));
    var beside = new Fake("beside", Tables.OBSERVATIONS, table("beside"));
    var life =
        new Refreshed(folder)
            .with(new IndexJob(), broken, after, beside)
            .deliver("1.csv", "P1,a,points,40");
    life.refresh();
    life.deliver("2.csv", "P1,a,points,60");
    broken.fails = true;

    var failed = life.refresh();
    var seen = life.published(Tables.INDEX_SCORES, "concat(period, ' ', score)");
    var history = life.rows(Tables.REFRESH_RUNS, "job", "status", "error");
    broken.fails = false;
    var again = life.refresh();

    assertThat(ran(failed))
        .containsExactlyInAnyOrder(
            "ingest done []",
            "index done [P1]",
            "beside done [P1]",
            "broken failed [P1]",
            "after skipped []");
    assertThat(failed.failure()).containsInstanceOf(IllegalStateException.class);
    assertThat(failed.publication()).isEmpty();
    assertThat(seen).contains("P1 40.0");
    assertThat(history)
        .contains(
            "broken failed IllegalStateException: on purpose",
            "after skipped a job that it reads from was not done");
    assertThat(ran(again)).containsExactly("broken done [P1]", "after done [P1]");
    assertThat(life.published(Tables.INDEX_SCORES, "concat(period, ' ', score)"))
        .contains("P1 60.0");
  }

  @Test
  void ofTwoRefreshesAtOnceOneWaitsOrLeavesAndOneSingleRunDoesTheWork() {
    var job = new Fake("one", Tables.OBSERVATIONS, Tables.MOBILE_SUMMARY);
    var life = new Refreshed(folder).with(job).deliver("1.csv", "P1,a,points,40");
    Supplier<Outcome> run = () -> life.refresh(Selection.STALE, Duration.ofMinutes(2));

    var both = Together.run(2, List.of(run, run));
    var ran = both.stream().flatMap(outcome -> ran(outcome).stream()).toList();

    assertThat(ran).containsExactly("ingest done []", "one done []");
    assertThat(life.rows(Tables.OBSERVATIONS, "value")).containsExactly("40.0");
    assertThat(Files.exists(life.warehouse().resolve("_refresh.lock"))).isFalse();
  }

  @Test
  void r14ARefreshWhoseLockWasTakenOverPublishesNothing() {
    var life = new Refreshed(folder).deliver("1.csv", "P1,a,points,40");
    var thief = new Fake("thief", Tables.OBSERVATIONS, Tables.MOBILE_SUMMARY);
    thief.then = () -> delete(life.warehouse().resolve("_refresh.lock"));

    assertThatThrownBy(() -> life.with(thief).refresh())
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("Another refresh took over from this one");
    assertThat(life.commits()).noneMatch(file -> file.startsWith("publications"));
  }

  @Test
  void whatIsWrittenByHandIsNotSeenUntilItIsRefreshed() {
    var job = new Fake("one", Tables.OBSERVATIONS, Tables.MOBILE_SUMMARY);
    var life = new Refreshed(folder).with(job).deliver("1.csv", "P1,a,points,40");
    life.refresh();

    job.run(life.context());
    var seen = PublishedVersions.last(life.lake("reader")).orElseThrow().versions();
    var refreshed = life.refresh();

    assertThat(seen).containsEntry("mobile_summary", 1L);
    assertThat(refreshed.runs().get(0).why())
        .containsExactly("mobile_summary was written by hand or by a run that did not end");
    assertThat(refreshed.publication()).contains(2L);
  }

  @Test
  void r21ARunThatIsCancelledWritesDownWhatRanAndFreesTheLock() {
    var life = new Refreshed(folder).deliver("1.csv", "P1,a,points,40");
    var job = new Fake("slow", Tables.OBSERVATIONS, Tables.MOBILE_SUMMARY);
    var refresh = life.with(job).newRefresh();
    job.then = refresh::cancel;

    assertThatThrownBy(() -> refresh.run(life.context(), Duration.ZERO))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("cancelled");
    assertThat(life.rows(Tables.REFRESH_RUNS, "job", "status"))
        .containsExactly("ingest done", "slow cancelled");
    assertThat(Files.exists(life.warehouse().resolve("_refresh.lock"))).isFalse();
    assertThat(ran(life.refresh())).containsExactly("slow done []");
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table like {@code mobile_summary}, of which publications do not know. */
  private static TableSpec table(String name) {
    var like = Tables.MOBILE_SUMMARY;
    return new TableSpec(
        name,
        like.role(),
        like.title(),
        like.grain(),
        like.key(),
        like.partitionBy(),
        like.columns(),
        like.checks());
  }

  /** A job that writes one row, and may do other things. */
  private static final class Fake implements TableJob {
    private final String name;
    private final TableSpec from;
    private final TableSpec to;
    private boolean fails;
    private Runnable then = () -> {};

    Fake(String name, TableSpec from, TableSpec to) {
      this.name = name;
      this.from = from;
      this.to = to;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Reads> reads(EvaluationFramework framework) {
      return List.of(Reads.byPeriod(from));
    }

    @Override
    public List<TableSpec> writes() {
      return List.of(to);
    }

    @Override
    public void run(JobContext context) {
      if (fails) {
        throw new IllegalStateException("on purpose");
      }
      var row = RowFactory.create("test", "1", "P1", "app", 1, 1L, 1L, 1.0, 1);
      context.lake().replaceAll(to, context.spark().createDataFrame(List.of(row), to.schema()));
      then.run();
    }
  }
}
