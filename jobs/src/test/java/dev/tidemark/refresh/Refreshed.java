package dev.tidemark.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.compare.CompareJob;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Scoring;
import dev.tidemark.index.IndexJob;
import dev.tidemark.ingest.BadRowLimit;
import dev.tidemark.ingest.IngestJob;
import dev.tidemark.ingest.IngestOptions;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.TableJob;
import dev.tidemark.support.Frameworks;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A warehouse of two units that are scored on one leaf, and what is delivered to it. */
final class Refreshed {
  private static final AtomicInteger RUNS = new AtomicInteger();

  final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private final Path home;
  private List<String> periods = List.of("P1", "P2");
  private String version = "1";
  private List<TableJob> jobs = List.of(new IndexJob(), new CompareJob(null, null));

  Refreshed(Path home) {
    this.home = home;
  }

  /** Puts a file of observations into the folder that each refresh loads. */
  Refreshed deliver(String file, String... rows) {
    try {
      var folder = Files.createDirectories(home.resolve("in/observations"));
      var text = "period,unit,indicator,value\n" + String.join("\n", rows) + "\n";
      Files.write(folder.resolve(file), text.getBytes(UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Refreshed declare(String declaredVersion, String... declared) {
    version = declaredVersion;
    periods = List.of(declared);
    return this;
  }

  Refreshed with(TableJob... others) {
    jobs = List.of(others);
    return this;
  }

  Outcome refresh() {
    return refresh(Selection.STALE, Duration.ZERO);
  }

  Outcome refresh(Selection selection, Duration wait) {
    return refresh(selection).run(context(), wait);
  }

  List<Step> plan() {
    return refresh(Selection.STALE).plan(context(), new IngestJob(options()).preview(context()));
  }

  Refresh newRefresh() {
    return refresh(Selection.STALE);
  }

  private Refresh refresh(Selection selection) {
    return new Refresh(new IngestJob(options()), jobs, selection, "1.0", Clock.systemUTC());
  }

  private IngestOptions options() {
    return new IngestOptions(
        List.of(home.resolve("in").toString()),
        UTF_8,
        BadRowLimit.NONE,
        IngestOptions.OnBadFile.REJECT,
        IngestOptions.OnEmptyFile.REFUSE);
  }

  private EvaluationFramework framework() {
    return Frameworks.version(
        Frameworks.framework(
            periods,
            List.of("a", "b"),
            Frameworks.root(Frameworks.leaf("points", 1, new Scoring.Direct()))),
        version);
  }

  JobContext context() {
    var run = "run-" + RUNS.incrementAndGet();
    var lake = lake(run);
    return new JobContext(
        SharedSpark.session(),
        framework(),
        lake,
        List.of(),
        run,
        Clock.systemUTC().instant(),
        progress::add);
  }

  DeltaLake lake(String run) {
    var note = new CommitNote(run, "test", version, "0", "1.0");
    return new DeltaLake(SharedSpark.session(), warehouse().toString(), note);
  }

  Path warehouse() {
    return home.resolve("warehouse");
  }

  /** Every commit of every table, to see that nothing was written. */
  List<String> commits() {
    try (var files = Files.walk(warehouse())) {
      return files
          .map(file -> warehouse().relativize(file).toString())
          .filter(file -> file.matches(".*_delta_log/\\d+\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows as readers see them, as text, in order. */
  List<String> published(TableSpec table, String... columns) {
    return rows(lake("reader").published(), table, columns);
  }

  /** Rows as they are, as text, in order. */
  List<String> rows(TableSpec table, String... columns) {
    return rows(lake("reader"), table, columns);
  }

  private static List<String> rows(DeltaLake lake, TableSpec table, String... columns) {
    return lake.read(table).selectExpr(columns).collectAsList().stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(i -> String.valueOf(row.get(i)))
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  /** What ran, and for which periods. */
  static List<String> ran(Outcome outcome) {
    return outcome.runs().stream()
        .map(
            run ->
                "%s %s %s"
                    .formatted(
                        run.job(),
                        run.status().name().toLowerCase(java.util.Locale.ROOT),
                        run.periods()))
        .toList();
  }
}
