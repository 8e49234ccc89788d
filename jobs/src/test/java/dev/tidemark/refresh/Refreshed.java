package dev.tidemark.refresh;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Scoring;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.TableJob;
import dev.tidemark.support.Frameworks;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.LazySpark;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A warehouse of two units that are scored on one leaf, and what is delivered to it. */
final class Refreshed {
  private static final AtomicInteger RUNS = new AtomicInteger();

  final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  final Deliveries deliveries = new Deliveries();
  private final Path warehouse;
  private List<String> periods = List.of("P1", "P2");
  private String version = "1";
  private List<TableJob> jobs;

  Refreshed(Path warehouse, TableJob... jobs) {
    this.warehouse = warehouse;
    this.jobs = List.of(jobs);
  }

  /** Observations that the next refresh loads: period, unit and points, with blanks between. */
  Refreshed deliver(String... observations) {
    deliveries.add(observations);
    return this;
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
    return refresh(Duration.ZERO);
  }

  Outcome refresh(Duration wait) {
    return newRefresh().run(context(), wait);
  }

  /** A refresh that fails if it needs a session. */
  Outcome refreshWithoutSpark() {
    var open = context();
    var none =
        LazySpark.of(
            () -> {
              throw new AssertionError("a session was opened");
            },
            open.settings());
    var lake = new DeltaLake(none, warehouse.toString(), CommitNote.READER);
    var context =
        new JobContext(
            none, open.framework(), lake, List.of(), open.runId(), open.startedAt(), progress::add);
    return newRefresh().run(context, Duration.ZERO);
  }

  List<Step> plan() {
    return newRefresh().plan(context(), Map.of(Tables.OBSERVATIONS, deliveries.periods()));
  }

  Refresh newRefresh() {
    return new Refresh(deliveries, jobs, Selection.STALE, "1.0", Clock.systemUTC());
  }

  /** A refresh of what is fresh, too. */
  Refresh full() {
    var all = new Selection(Optional.empty(), List.of(), true);
    return new Refresh(deliveries, jobs, all, "1.0", Clock.systemUTC());
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
    return new JobContext(
        SharedSpark.lazy(),
        framework(),
        lake(run),
        List.of(),
        run,
        Clock.systemUTC().instant(),
        progress::add);
  }

  DeltaLake lake(String run) {
    var note = new CommitNote(run, "test", version, "0", "1.0");
    return new DeltaLake(SharedSpark.session(), warehouse.toString(), note);
  }

  Path lock() {
    return warehouse.resolve("_refresh.lock");
  }

  /** Every commit of every table, to see that nothing was written. */
  List<String> commits() {
    try (var files = Files.walk(warehouse)) {
      return files
          .map(file -> warehouse.relativize(file).toString())
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

  /** What ran, how it ended, and for which periods. */
  static List<String> ran(Outcome outcome) {
    return outcome.runs().stream()
        .map(
            run ->
                "%s %s %s"
                    .formatted(
                        run.job(), run.status().name().toLowerCase(Locale.ROOT), run.periods()))
        .toList();
  }
}
