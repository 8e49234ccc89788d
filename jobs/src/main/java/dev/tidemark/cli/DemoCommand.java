package dev.tidemark.cli;

import dev.tidemark.catalogue.CatalogueJob;
import dev.tidemark.channels.ConsistencyJob;
import dev.tidemark.channels.MobileJob;
import dev.tidemark.compare.CompareJob;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.index.IndexJob;
import dev.tidemark.ingest.IngestJob;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Together;
import dev.tidemark.problems.ProblemsJob;
import dev.tidemark.promotion.PromotionJob;
import dev.tidemark.report.Language;
import dev.tidemark.report.ReportJob;
import dev.tidemark.services.ServicesJob;
import dev.tidemark.visits.VisitsJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
            + " ones, and writes the report.",
    footerHeading = "%nAfterwards, ask the tables yourself:%n",
    footer = {
      "  tidemark sql --warehouse tidemark-demo/warehouse \"SELECT * FROM group_scores WHERE node = 'overall'\""
    })
final class DemoCommand implements Callable<Integer> {
  private static final String SAMPLE = "data-samples/assessment-36-cities";
  private static final String PUBLISHED = "data-samples/assessment-36-cities-published.csv";

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
    var printer = command.commandLine().getOut();
    try (var session = options.session(framework.timezone())) {
      var context = options.context(session.lazy(), framework);
      new IngestJob(new IngestMixin().options(sample)).run(context);
      var published = PublishedFigures.read(home.resolve(PUBLISHED));
      // What was asked for comes first; the rest takes minutes, with three chains at once.
      var index = chain(context, published, List.of(new IndexJob()), List.of(Headline::print));
      var headline = index.get();
      printer.printf("%n%s%n%s%n", framework.title().zh(), framework.title().en());
      printer.println(
          "SYNTHETIC data, calibrated to the published figures; – where none was published.");
      printer.println();
      printer.print(headline);
      printer.flush();
      Together.run(3, chains(context, published)).forEach(printer::print);
      ServicesHeadline.print(new Brief(framework, context.lake(), published, printer));
      printer.printf("Tables: %s%n", options.warehouse());
      var report = out.resolve("report");
      new ReportJob(report, Language.ZH, null, null, options.warehouse(), Version.current())
          .run(context);
      printer.printf("Report: %s%n", report.resolve("index.html"));
    }
    return 0;
  }

  /**
   * Jobs that need nothing of each other, and what they found; side by side, so that nobody waits
   * for the slowest.
   */
  private static List<Supplier<String>> chains(JobContext context, PublishedFigures published) {
    return List.of(
        chain(
            context,
            published,
            List.of(new CompareJob(null, null)),
            List.of(ChangesHeadline::print, RanksHeadline::print)),
        chain(
            context, published, List.of(new VisitsJob(null, null)), List.of(VisitsHeadline::print)),
        chain(
            context,
            published,
            List.of(new ServicesJob(), new ConsistencyJob(), new MobileJob(), new ProblemsJob()),
            List.of(ChannelsHeadline::print, ProblemsHeadline::print)),
        chain(
            context,
            published,
            List.of(new PromotionJob(), new CatalogueJob()),
            List.of(PromotionHeadline::print)),
        chain(context, published, IssuesCommand.jobs(), List.of(IssuesHeadline::print)));
  }

  private static Supplier<String> chain(
      JobContext context,
      PublishedFigures published,
      List<Job> jobs,
      List<Consumer<Brief>> headlines) {
    return () -> {
      jobs.forEach(job -> job.run(context));
      var text = new StringWriter();
      var brief = new Brief(context.framework(), context.lake(), published, new PrintWriter(text));
      headlines.forEach(headline -> headline.accept(brief));
      return text.toString();
    };
  }
}
