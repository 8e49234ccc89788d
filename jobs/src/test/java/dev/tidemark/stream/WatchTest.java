package dev.tidemark.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.InputRejected;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final String HEADER = "period,unit,indicator,value\n";

  @TempDir private Path folder;
  private final List<String> runs = new ArrayList<>();
  private Landing landing;
  private List<Arrivals> folders;
  private Watch watch;

  @BeforeEach
  void open() throws IOException {
    landing = new Landing(folder);
    folders = List.of(landing.arrivals("landing"));
    watch = new Watch(List.of(new Following(runs)), landing::context);
  }

  /** R17: counts are right after a restart, and after the checkpoint is lost. */
  @Test
  void r17WhatComesTwiceLateOrOutOfOrderIsCountedOnceAlsoWithoutTheCheckpoint() throws IOException {
    land("2.csv", "P2,east,form,1\n");
    watch.once(folders);
    assertThat(landing.rows()).containsExactly("P2 east 1.0");

    land("1.csv", "P1,west,form,0\nP2,east,form,1\n");
    Files.copy(
        folder.resolve("landing/observations/2.csv"), folder.resolve("landing/observations/3.csv"));
    watch.once(folders);
    assertThat(landing.rows()).containsExactly("P1 west 0.0", "P2 east 1.0");
    assertThat(runs).hasSize(2).doesNotHaveDuplicates();

    watch.once(folders);
    assertThat(runs).as("nothing arrived").hasSize(2);

    long commits = commits();
    FileUtils.deleteDirectory(folder.resolve("warehouse/_stream").toFile());
    watch.once(folders);
    assertThat(landing.rows()).containsExactly("P1 west 0.0", "P2 east 1.0");
    assertThat(commits()).isEqualTo(commits);
    assertThat(runs).as("all is known, and jobs have followed it").hasSize(2);

    FileUtils.deleteDirectory(folder.resolve("warehouse/_stream").toFile());
    new Watch(List.of(new Following(runs)), landing::context).once(folders);
    assertThat(runs).as("another run may have been killed before its jobs").hasSize(3);
  }

  @Test
  void aRejectedFileIsToldAndTheStreamGoesOn() throws Exception {
    land("1.csv", "P1,east,form,1\n");
    var stream = CompletableFuture.runAsync(() -> watch.follow(folders, Duration.ofMillis(100)));
    landing.waitFor("observations: 1 row delivered, 1 accepted, 0 quarantined");
    var bad = land("2.csv", "P1,west,form,much\n");
    landing.waitFor("stream: Nothing was loaded");
    Files.delete(bad);
    land("3.csv", "P1,west,form,0\n");
    landing.waitFor("observations: 1 row delivered, 1 accepted, 0 quarantined");

    landing.endStreams();
    stream.get(1, TimeUnit.MINUTES);

    assertThat(landing.rows()).containsExactly("P1 east 1.0", "P1 west 0.0");

    var next = new Watch(List.of(new Following(runs), new Failing()), landing::context);
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
    assertThatThrownBy(() -> watch.once(List.of(landing.arrivals("none"))))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("does not exist");
  }

  private Path land(String name, String lines) throws IOException {
    return landing.land("landing/observations/" + name, HEADER + lines);
  }

  private long commits() throws IOException {
    try (var files = Files.walk(landing.warehouse())) {
      return files.filter(file -> file.toString().matches(".*_delta_log.\\d+\\.json")).count();
    }
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
