package dev.tidemark.cli;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.ingest.IngestJob;
import dev.tidemark.job.JobContext;
import dev.tidemark.refresh.Outcome;
import dev.tidemark.refresh.Refresh;
import dev.tidemark.refresh.Selection;
import dev.tidemark.table.StorageTrouble;
import dev.tidemark.table.TableSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole pipeline in one run, only what is stale. */
@Command(
    name = "refresh",
    mixinStandardHelpOptions = true,
    description =
        "Loads what was delivered, makes anew every table that is stale, for the periods that are,"
            + " and publishes all of it at once. With nothing new it writes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark refresh --framework my/framework.yaml --input my/data --warehouse wh",
      "  tidemark refresh -f my/framework.yaml -i my/data -w wh --plan",
      "  tidemark refresh -f my/framework.yaml -w wh --from index --full",
      "",
      "Jobs: ingest, index, compare, visits, services, channels, mobile, promotion,",
      "catalogue, issues, bottlenecks, problems. docs/refresh.md says when one is stale."
    })
final class RefreshCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec command;
  @Mixin private CommonOptions options;
  @Mixin private IngestMixin ingest;

  @Option(names = "--plan", description = "Say what would run, and why; run and write nothing.")
  private boolean isPlan;

  @Option(
      names = "--from",
      paramLabel = "JOB",
      description = "Only this job and those that follow from it, if they are stale.")
  private String from;

  @Option(
      names = "--only",
      paramLabel = "JOB",
      description = "Only this job, if it is stale; repeatable.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--full", description = "Also what is not stale, for all periods.")
  private boolean isFull;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      defaultValue = "0s",
      description =
          "How long to wait for another refresh of the warehouse: 90s, 30m, 2h"
              + " (default: not at all, which is exit code 4).")
  private Duration wait = Duration.ZERO;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write what was done for Prometheus' node exporter; the folder must exist.")
  private Path metrics;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print what was done (default: ${DEFAULT-VALUE}).")
  private Format format;

  private boolean isTold;

  @Override
  public Integer call() {
    if (metrics != null) {
      RefreshMetrics.requireFolder(metrics);
    }
    var startedAt = Instant.now();
    try {
      return isPlan ? plan() : refresh();
    } catch (RuntimeException failure) {
      if (!isPlan && !isTold) {
        tell(Outcome.of(failure), Optional.empty(), startedAt);
      }
      throw failure;
    }
  }

  private int refresh() {
    var framework = options.framework();
    var refresh = refresh(load());
    try (var session = options.session(framework.timezone())) {
      var context = options.context(session.lazy(), framework);
      var outcome = outcome(refresh, context);
      tell(outcome, Optional.of(context), context.startedAt());
      outcome
          .failure()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
    return 0;
  }

  private IngestJob load() {
    return new IngestJob(ingest.options(options.frameworkFolder()));
  }

  private Refresh refresh(IngestJob load) {
    return new Refresh(
        load,
        Pipeline.jobs(),
        new Selection(Optional.ofNullable(from), only, isFull),
        Version.current(),
        Clock.systemUTC());
  }

  /** What it did; a refresh that could not begin, or was ended, did nothing that is known. */
  private Outcome outcome(Refresh refresh, JobContext context) {
    try {
      return CancelledBySignal.run(refresh, context, wait);
    } catch (Exception failure) {
      return Outcome.of(StorageTrouble.explained(failure));
    }
  }

  /**
   * Prints what was done, then writes the metrics.
   *
   * @param context empty if the refresh did not come so far
   * @throws dev.tidemark.error.StorageFailed if metrics cannot be written of a refresh that
   *     succeeded; a failure of its own says more
   */
  private void tell(Outcome outcome, Optional<JobContext> context, Instant startedAt) {
    isTold = true;
    var out = command.commandLine().getOut();
    if (format == Format.JSON) {
      RefreshReport.asJson(outcome, context, out);
    } else if (context.isPresent()) {
      RefreshReport.print(outcome, out);
    }
    out.flush();
    if (metrics == null) {
      return;
    }
    try {
      var name = context.map(known -> known.framework().id()).orElseGet(options::frameworkFile);
      RefreshMetrics.write(metrics, name, outcome, startedAt, Instant.now());
    } catch (StorageFailed unwritten) {
      if (outcome.failure().isEmpty()) {
        throw unwritten;
      }
      options.say("tidemark: " + unwritten.getMessage());
    }
  }

  private int plan() {
    var framework = options.framework();
    var load = load();
    var refresh = refresh(load);
    try (var session = options.session(framework.timezone())) {
      var context = options.context(session.lazy(), framework);
      plan(refresh, load, context, command.commandLine().getOut());
    }
    return 0;
  }

  private void plan(Refresh refresh, IngestJob load, JobContext context, PrintWriter out) {
    var coming = refresh.loads(context) ? load.preview(context) : Map.<TableSpec, Set<String>>of();
    var steps = refresh.plan(context, coming);
    if (format == Format.JSON) {
      RefreshReport.planAsJson(coming, steps, out);
    } else {
      RefreshReport.plan(coming, steps, out);
    }
  }
}
