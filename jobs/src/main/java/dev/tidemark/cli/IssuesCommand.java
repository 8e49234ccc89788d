package dev.tidemark.cli;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.issues.IssuesJob;
import dev.tidemark.issues.bottleneck.BottlenecksJob;
import dev.tidemark.job.Job;
import dev.tidemark.report.ReportJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What people write about: what is hot, what is new, what keeps coming back. */
@Command(
    name = "issues",
    mixinStandardHelpOptions = true,
    description =
        "Finds what many citizens write about, the same problem at the same place, in the messages"
            + " of each period, and follows it from period to period.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark issues --framework my/framework.yaml --warehouse wh",
      "  tidemark issues --framework my/framework.yaml --warehouse wh --period 2026H1",
      "  tidemark issues -f my/framework.yaml -w wh --stream --input landing --report report",
      "  tidemark issues -f my/framework.yaml -w wh --stream --kafka broker:9092 \\",
      "    --topic messages=letters --max-bad-rows 100%% --report report",
      "",
      "Reads the messages that ingest wrote. With --period, periods before it are searched, too,",
      "where they never were, and those after it that were: an issue depends on what was known",
      "before. Messages that did not change are not searched again. Writes issues, issue_messages,",
      "issue_lineage, issue_periods, themes and bottlenecks; embeddings keeps the vectors of texts.",
      "",
      "With --stream, --input or --kafka and the options of ingest say what to load first, again",
      "and again; docs/streaming.md tells more."
    })
final class IssuesCommand implements Callable<Integer> {
  /** In the order they run. */
  static List<Job> jobs() {
    return List.of(new IssuesJob(), new BottlenecksJob());
  }

  /** Without a stream, issues reads the messages that ingest wrote. */
  private static final String[] OF_STREAMS = {
    "--input", "--encoding", "--max-bad-rows", "--on-bad-file", "--allow-empty", "--report"
  };

  @Mixin private CommonOptions options;
  @Mixin private IngestMixin ingest;
  @Mixin private StreamOptions stream;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "With --stream: write the report there after each batch, as a page that reloads itself.")
  private Path report;

  @Override
  public Integer call() {
    if (!stream.isStream(OF_STREAMS)) {
      return options.run(jobs());
    }
    if (report != null && options.namesPeriods()) {
      throw new UsageWrong(
          "--report does not go with --period: it compares the last period with the one before. Leave one of them out; tidemark report compares others with --from and --to.");
    }
    var framework = options.framework();
    var landing = ingest.options(options.frameworkFolder());
    var arrivals = stream.arrivals(landing, ingest.namesFolders());
    var jobs = new ArrayList<>(jobs());
    if (report != null) {
      jobs.add(ReportJob.live(report, options.warehouse(), Version.current()));
    }
    try (var session = options.session(framework.timezone())) {
      stream.follow(arrivals, jobs, () -> options.context(session.lazy(), framework));
    }
    return 0;
  }
}
