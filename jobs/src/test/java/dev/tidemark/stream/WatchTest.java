package dev.tidemark.stream;

import static dev.tidemark.table.Col.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.InputRejected;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.framework.FrameworkYaml;
import dev.tidemark.ingest.BadRowLimit;
import dev.tidemark.ingest.IngestJob;
import dev.tidemark.ingest.IngestOptions;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final String FRAMEWORK =
      """
      id: letters
      version: 1
      periods:
        - {id: P1, start: 2020-01-01, end: 2020-01-31}
        - {id: P2, start: 2020-02-01, end: 2020-02-29}
      units: units.csv
      index:
        id: overall
        children:
          - {id: form, weight: 1, score: {kind: binary}}
      """;
  private static final String HEADER = "period,unit,indicator,value\n";

  @TempDir private Path folder;
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final List<String> runs = new ArrayList<>();
  private EvaluationFramework framework;
  private Path landing;
  private List<Arrivals> folders;
  private Watch watch;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("units.csv"), "unit,name\neast,East\nwest,West\n");
    var file = Files.writeString(folder.resolve("framework.yaml"), FRAMEWORK);
    framework = FrameworkYaml.read(file, ExpressionCheck.trustingTheAuthor());
    landing = Files.createDirectories(folder.resolve("landing/observations")).getParent();
    var options =
        new IngestOptions(
            List.of(landing.toString()),
            UTF_8,
            BadRowLimit.NONE,
            IngestOptions.OnBadFile.REJECT,
            IngestOptions.OnEmptyFile.REFUSE);
    folders = List.of(new LandingFolders(options.folders(), new IngestJob(options)::load));
    watch = new Watch(List.of(new Following(runs)), this::context);
  }

  /** R17: counts are right after a restart, and after the checkpoint is lost. */
  @Test
  void r17WhatComesTwiceLateOrOutOfOrderIsCountedOnceAlsoWithoutTheCheckpoint() throws IOException {
    land("2.csv", "P2,east,form,1\n");
    watch.once(folders);
    assertThat(rows()).containsExactly("P2 east 1.0");

    land("1.csv", "P1,west,form,0\nP2,east,form,1\n");
    Files.copy(landing.resolve("observations/2.csv"), landing.resolve("observations/3.csv"));
    watch.once(folders);
    assertThat(rows()).containsExactly("P1 west 0.0", "P2 east 1.0");
    assertThat(runs).hasSize(2).doesNotHaveDuplicates();

    watch.once(folders);
    assertThat(runs).as("nothing arrived").hasSize(2);

    long commits = commits();
    FileUtils.deleteDirectory(folder.resolve("warehouse/_stream").toFile());
    watch.once(folders);
    assertThat(rows()).containsExactly("P1 west 0.0", "P2 east 1.0");
    assertThat(commits()).isEqualTo(commits);
    assertThat(runs).as("all is known, and jobs have followed it").hasSize(2);

    FileUtils.deleteDirectory(folder.resolve("warehouse/_stream").toFile());
    new Watch(List.of(new Following(runs)), this::context).once(folders);
    assertThat(runs).as("another run may have been killed before its jobs").hasSize(3);
  }

  @Test
  void aRejectedFileIsToldAndTheStreamGoesOn() throws Exception {
    land("1.csv", "P1,east,form,1\n");
    var end = new AtomicReference<Throwable>();
    var stream =
        new Thread(
            () -> {
              try {
                watch.follow(folders, Duration.ofMillis(100));
              } catch (RuntimeException e) {
                end.set(e);
              }
            });
    stream.start();
    waitFor("observations: 1 row delivered, 1 accepted, 0 quarantined");
    var bad = land("2.csv", "P1,west,form,much\n");
    waitFor("stream: Nothing was loaded");
    Files.delete(bad);
    land("3.csv", "P1,west,form,0\n");
    waitFor("observations: 1 row delivered, 1 accepted, 0 quarantined");

    Arrays.stream(SharedSpark.session().streams().active())
        .forEach(
            query -> {
              try {
                query.processAllAvailable();
                query.stop();
              } catch (java.util.concurrent.TimeoutException e) {
                throw new IllegalStateException(e);
              }
            });
    stream.join(TimeUnit.MINUTES.toMillis(1));

    assertThat(end.get()).isNull();
    assertThat(rows()).containsExactly("P1 east 1.0", "P1 west 0.0");

    var next = new Watch(List.of(new Following(runs), new Failing()), this::context);
    int before = runs.size();
    assertThatThrownBy(() -> next.follow(folders, Duration.ofMillis(100)))
        .as("jobs follow what was loaded, before anything arrives")
        .hasMessage("run index first");
    assertThat(runs).hasSize(before + 1);
  }

  @Test
  void onceEndsAsTheLoadWould() throws IOException {
    land("1.csv", "P1,west,form,much\n");

    assertThatThrownBy(() -> watch.once(folders))
        .isInstanceOf(InputRejected.class)
        .hasMessageStartingWith("Nothing was loaded");
    assertThat(runs).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNotWaitedFor() {
    var none =
        new IngestOptions(
            List.of(folder + "/none"),
            UTF_8,
            BadRowLimit.NONE,
            IngestOptions.OnBadFile.REJECT,
            IngestOptions.OnEmptyFile.REFUSE);

    assertThatThrownBy(
            () ->
                watch.once(List.of(new LandingFolders(none.folders(), new IngestJob(none)::load))))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("does not exist");
  }

  /** As others deliver: under a name that is not read, then all at once. */
  private Path land(String name, String lines) throws IOException {
    var written = Files.writeString(landing.resolve("observations/." + name), HEADER + lines);
    return Files.move(written, landing.resolve("observations/" + name));
  }

  private JobContext context() {
    var run = "run-" + Instant.now().toEpochMilli() + "-" + System.nanoTime();
    return new JobContext(
        SharedSpark.lazy(), framework, lake(run), List.of(), run, Instant.EPOCH, told::add);
  }

  private DeltaLake lake(String run) {
    var note = new CommitNote(run, framework.id(), framework.version(), "0", "0");
    return new DeltaLake(SharedSpark.session(), folder.resolve("warehouse").toString(), note);
  }

  private List<String> rows() {
    return lake("reader")
        .read(Tables.OBSERVATIONS)
        .select(PERIOD, UNIT, VALUE)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.get(2))
        .sorted()
        .toList();
  }

  private long commits() throws IOException {
    try (var files = Files.walk(folder.resolve("warehouse"))) {
      return files.filter(file -> file.toString().matches(".*_delta_log.\\d+\\.json")).count();
    }
  }

  private void waitFor(String start) throws InterruptedException {
    String line;
    do {
      line = told.poll(2, TimeUnit.MINUTES);
      assertThat(line).as("waiting for: " + start).isNotNull();
    } while (!line.startsWith(start));
  }

  private static final class Failing implements Job {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public void run(JobContext context) {
      throw new UsageWrong("run index first");
    }
  }

  /** Runs after each load. */
  private record Following(List<String> runs) implements Job {
    @Override
    public String name() {
      return "following";
    }

    @Override
    public void run(JobContext context) {
      runs.add(context.runId());
    }
  }
}
