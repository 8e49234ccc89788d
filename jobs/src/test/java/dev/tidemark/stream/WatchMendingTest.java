package dev.tidemark.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.InputRejected;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.YearNotCovered;
import dev.tidemark.issues.bottleneck.BottlenecksJob;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in one place, and what of the rest is done all the same. */
class WatchMendingTest {
  private static final String LETTER =
      """
      id,created_at,answered_at,resolved,unit,department,stage,text
      m1,2020-01-02,%s,true,east,office,complaint,noise
      """;

  private static final String FAR = LETTER.formatted("2206-01-06");
  private static final String RIGHT = LETTER.formatted("2020-01-06");
  private static final String OBSERVATION = "period,unit,indicator,value\nP1,%s,form,%s\n";
  private static final Duration OFTEN = Duration.ofMillis(100);

  @TempDir private Path home;
  private Landing landing;

  @BeforeEach
  void open() throws IOException {
    landing = new Landing(home);
  }

  private Watch watch() {
    return new Watch(List.of(new BottlenecksJob()), landing::context);
  }

  @Test
  void aYearThatNobodyCoversIsToldAndItsCorrectionIsAwaitedAlsoAfterARestart() throws Exception {
    landing.land("landing/messages/1.csv", FAR);
    var folders = List.of(landing.arrivals("landing"));
    var stream = CompletableFuture.runAsync(() -> watch().follow(folders, OFTEN));
    landing.waitFor("stream: Working days of ");
    landing.endStreams();
    stream.get(1, TimeUnit.MINUTES);

    stream = CompletableFuture.runAsync(() -> watch().follow(folders, OFTEN));
    landing.waitFor("stream: Working days of ");
    landing.waitFor("stream: watching");
    landing.land("landing/messages/2.csv", RIGHT);
    landing.waitFor("bottlenecks: counting messages");
    landing.endStreams();
    stream.get(1, TimeUnit.MINUTES);

    assertThat(landing.lake("reader").read(Tables.BOTTLENECKS).count()).isPositive();
  }

  @Test
  void onceEndsWithWhatKeepsTheJobsAfterAllIsLoadedUntilItIsMended() throws Exception {
    landing.land("letters/messages/1.csv", FAR);
    landing.land("forms/observations/1.csv", OBSERVATION.formatted("east", 1));
    var all = List.of(landing.arrivals("letters"), landing.arrivals("forms"));

    assertThatThrownBy(() -> watch().once(all))
        .isInstanceOf(YearNotCovered.class)
        .hasMessageContaining("correct it if that is a typing error");
    assertThat(landing.rows()).as("what comes after").containsExactly("P1 east 1.0");
    assertThatThrownBy(() -> watch().once(all))
        .as("nothing arrived, but the jobs are owed")
        .isInstanceOf(YearNotCovered.class);

    landing.land("letters/messages/2.csv", RIGHT);
    watch().once(all);
    assertThat(landing.lake("reader").read(Tables.BOTTLENECKS).count()).isPositive();
    assertThat(landing.warehouse().resolve("_stream/owed")).doesNotExist();
  }

  @Test
  void onceLoadsTheOthersWhereOneIsRejected() throws Exception {
    landing.land("bad/observations/1.csv", OBSERVATION.formatted("east", "much"));
    landing.land("good/observations/1.csv", OBSERVATION.formatted("west", 0));
    var all = List.of(landing.arrivals("none"), landing.arrivals("bad"), landing.arrivals("good"));

    assertThatThrownBy(() -> watch().once(all)).hasMessageContaining("none does not exist");
    landing.waitFor("stream: Nothing was loaded");
    assertThat(landing.rows()).containsExactly("P1 west 0.0");
    assertThatThrownBy(() -> watch().once(all.subList(1, 3))).isInstanceOf(InputRejected.class);
  }

  @Test
  void onceHasNothingToDoAfterARejectedFileWasTakenAway() throws Exception {
    var bad = landing.land("landing/observations/1.csv", OBSERVATION.formatted("east", "much"));
    var all = List.of(landing.arrivals("landing"));
    assertThatThrownBy(() -> watch().once(all)).isInstanceOf(InputRejected.class);

    Files.delete(bad);
    watch().once(all);
    landing.waitFor("ingest: nothing new");

    landing.land("landing/observations/2.csv", OBSERVATION.formatted("east", 1));
    watch().once(all);
    assertThat(landing.rows()).containsExactly("P1 east 1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt is not an input table", "observations: reading 2 files"})
  void aFileThatIsMovedAwayWhileItIsReadDoesNotKeepTheOthers(String moment) throws Exception {
    landing.land("landing/notes.txt", "told once the folder is listed");
    landing.land("landing/observations/1.csv", OBSERVATION.formatted("west", 0));
    var moved = landing.land("landing/observations/2.csv", OBSERVATION.formatted("east", 1));
    var watch = new Watch(List.of(), () -> landing.context(moving(moved, moment)));

    watch.once(List.of(landing.arrivals("landing")));

    landing.waitFor("stream: " + moved + " went away while it was read");
    assertThat(landing.rows()).containsExactly("P1 west 0.0");
  }

  private static Consumer<String> moving(Path file, String moment) {
    return line -> {
      try {
        if (line.startsWith(moment)) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** Two runs of cron that overlap: the later one finds the batch written down by the other. */
  @Test
  void aSecondStreamOnTheSameWarehouseIsToldOfTheFirst() throws Exception {
    landing.land("landing/observations/1.csv", OBSERVATION.formatted("east", 1));
    var arrivals = landing.arrivals("landing");
    var log = landing.warehouse().resolve("_stream").resolve(arrivals.id()).resolve("commits/0");
    var watch = new Watch(List.of(new Overtaken(log)), landing::context);

    assertThatThrownBy(() -> watch.once(List.of(arrivals)))
        .isInstanceOf(StorageFailed.class)
        .hasMessageStartingWith("Another stream of this warehouse takes what arrives in ")
        .hasMessageContaining("Let one of them run");
    assertThat(landing.rows()).containsExactly("P1 east 1.0");
  }

  private record Overtaken(Path log) implements Job {
    @Override
    public String name() {
      return "overtaken";
    }

    @Override
    public void run(JobContext context) {
      try {
        Files.createDirectories(log.getParent());
        Files.writeString(log, "v1\n{\"nextBatchWatermarkMs\":0}");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
