package dev.tidemark.stream;

import static dev.tidemark.table.Col.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.framework.FrameworkYaml;
import dev.tidemark.ingest.BadRowLimit;
import dev.tidemark.ingest.IngestJob;
import dev.tidemark.ingest.IngestOptions;
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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Folders that are watched, the warehouse that they are loaded into, and what was told of it. */
final class Landing {
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

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final Path home;
  private final EvaluationFramework framework;

  Landing(Path home) throws IOException {
    this.home = home;
    Files.writeString(home.resolve("units.csv"), "unit,name\neast,East\nwest,West\n");
    var file = Files.writeString(home.resolve("framework.yaml"), FRAMEWORK);
    this.framework = FrameworkYaml.read(file, ExpressionCheck.trustingTheAuthor());
  }

  Path warehouse() {
    return home.resolve("warehouse");
  }

  /** Watches a folder, there or not. */
  Arrivals arrivals(String folder) {
    var options =
        new IngestOptions(
            List.of(home.resolve(folder).toString()),
            UTF_8,
            BadRowLimit.NONE,
            IngestOptions.OnBadFile.REJECT,
            IngestOptions.OnEmptyFile.REFUSE);
    var job = new IngestJob(options);
    return new LandingFolders(options.folders(), job::loadWhatIsThere, Duration.ZERO);
  }

  /** As others deliver: under a name that is not read, then all at once. */
  Path land(String file, String lines) throws IOException {
    var path = home.resolve(file);
    Files.createDirectories(path.getParent());
    var written = Files.writeString(path.resolveSibling("." + path.getFileName()), lines);
    return Files.move(written, path);
  }

  JobContext context() {
    return context(line -> {});
  }

  /** One that also tells another, as it goes on. */
  JobContext context(Consumer<String> other) {
    var run = "run-" + Instant.now().toEpochMilli() + "-" + System.nanoTime();
    return new JobContext(
        SharedSpark.lazy(),
        framework,
        lake(run),
        List.of(),
        run,
        Instant.EPOCH,
        other.andThen(told::add));
  }

  DeltaLake lake(String run) {
    var note = new CommitNote(run, framework.id(), framework.version(), "0", "0");
    return new DeltaLake(SharedSpark.session(), warehouse().toString(), note);
  }

  /** The observations that are loaded. */
  List<String> rows() {
    return lake("reader")
        .read(Tables.OBSERVATIONS)
        .select(PERIOD, UNIT, VALUE)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.get(2))
        .sorted()
        .toList();
  }

  void waitFor(String start) throws InterruptedException {
    String line;
    do {
      line = told.poll(2, TimeUnit.MINUTES);
      assertThat(line).as("waiting for: " + start).isNotNull();
    } while (!line.startsWith(start));
  }

  /** Ends its streams as a signal does, but after what has arrived; other tests have others. */
  void endStreams() throws TimeoutException {
    for (var query : SharedSpark.session().streams().active()) {
      if (query.name().startsWith(home.toString())) {
        query.processAllAvailable();
        query.stop();
      }
    }
  }
}
