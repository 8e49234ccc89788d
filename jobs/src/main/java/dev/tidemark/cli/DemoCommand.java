package dev.tidemark.cli;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.index.IndexJob;
import dev.tidemark.ingest.IngestJob;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.TableJob;
import dev.tidemark.job.Together;
import dev.tidemark.refresh.Outcome;
import dev.tidemark.refresh.Refresh;
import dev.tidemark.refresh.Selection;
import dev.tidemark.report.Language;
import dev.tidemark.report.ReportJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole of it on the sample. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Loads the sample assessment, scores it, tests what changed, counts visits, judges replies,"
            + " finds what citizens write about, prints the headline figures beside the published"
            + " ones, publishes all of it, and writes the report.",
    footerHeading = "%nAfterwards, ask the tables yourself, and what was done:%n",
    footer = {
      "  tidemark runs --warehouse tidemark-demo/warehouse",
      "  tidemark sql --warehouse tidemark-demo/warehouse \"SELECT * FROM group_scores WHERE node = 'overall'\""
    })
final class DemoCommand implements Callable<Integer> {
  private static final String SAMPLE = "data-samples/assessment-36-cities";
  private static final String PUBLISHED = "data-samples/assessment-36-cities-published.csv";
  private static final String INDEX = new IndexJob().name();

  @Spec private CommandSpec command;
  @Mixin private SessionOptions sessions;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      defaultValue = "tidemark-demo",
      description = "Where the demo's warehouse and report go (default: ./${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "${sys:tidemark.home:-.}",
      hidden = true,
      description = "Where Tidemark's own files are.")
  private Path home;

  @Override
  public Integer call() throws IOException {
    var sample = home.resolve(SAMPLE);
    if (!Files.isDirectory(sample)) {
      throw new UsageWrong(
          "The sample is not in %s. Run bin/tidemark demo from a clone of Tidemark, or name the clone with --home."
              .formatted(sample));
    }
    var options =
        CommonOptions.of(
            command,
            sessions,
            sample.resolve("framework.yaml"),
            out.resolve("warehouse").toString());
    var framework = options.framework();
    var published = PublishedFigures.read(home.resolve(PUBLISHED));
    var printer = command.commandLine().getOut();
    try (var session = options.session(framework.timezone())) {
      var context = options.context(session.lazy(), framework);
      var load = new IngestJob(new IngestMixin().options(sample));
      // What was asked for comes first; the rest takes longer.
      refresh(context, load, List.of(load.name(), INDEX));
      printer.printf("%n%s%n%s%n", framework.title().zh(), framework.title().en());
      printer.println(
          "SYNTHETIC data, calibrated to the published figures; – where none was published.");
      printer.println();
      Headline.print(new Brief(framework, context.lake(), published, printer));
      printer.flush();
      var others = Pipeline.jobs().stream().map(TableJob::name).filter(name -> !name.equals(INDEX));
      var outcome = refresh(context, load, others.toList());
      Together.run(3, headlines(context, published)).forEach(printer::print);
      RefreshReport.published(outcome, printer);
      printer.printf("Tables: %s%n", options.warehouse());
      var report = out.resolve("report");
      new ReportJob(report, Language.ZH, null, null, options.warehouse(), Version.current())
          .run(context);
      printer.printf("Report: %s%n", report.resolve("index.html"));
    }
    return 0;
  }

  /** Runs those of these jobs that are stale; a second demo has the tables already. */
  private static Outcome refresh(JobContext context, TableJob load, List<String> jobs) {
    var refresh =
        new Refresh(
            load,
            Pipeline.jobs(),
            new Selection(Optional.empty(), jobs, false),
            Version.current(),
            Clock.systemUTC());
    var outcome = CancelledBySignal.run(refresh, context, Duration.ZERO);
    outcome
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return outcome;
  }

  /** What follows the first headline, in order. */
  private static List<Supplier<String>> headlines(JobContext context, PublishedFigures published) {
    return Stream.<Consumer<Brief>>of(
            ChangesHeadline::print,
            RanksHeadline::print,
            VisitsHeadline::print,
            ChannelsHeadline::print,
            ProblemsHeadline::print,
            PromotionHeadline::print,
            IssuesHeadline::print,
            ServicesHeadline::print)
        .map(headline -> text(headline, context, published))
        .toList();
  }

  private static Supplier<String> text(
      Consumer<Brief> headline, JobContext context, PublishedFigures published) {
    return () -> {
      var text = new StringWriter();
      headline.accept(
          new Brief(context.framework(), context.lake(), published, new PrintWriter(text)));
      return text.toString();
    };
  }
}
