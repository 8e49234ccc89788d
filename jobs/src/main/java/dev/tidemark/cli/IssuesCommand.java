package dev.tidemark.cli;

import dev.tidemark.issues.IssuesJob;
import dev.tidemark.issues.bottleneck.BottlenecksJob;
import dev.tidemark.job.Job;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
      "",
      "Reads the messages that ingest wrote. With --period, periods before it are searched, too,",
      "where they never were, and those after it that were: an issue depends on what was known",
      "before. Messages that did not change are not searched again. Writes issues, issue_messages,",
      "issue_lineage, issue_periods, themes and bottlenecks; embeddings keeps the vectors of texts."
    })
final class IssuesCommand implements Callable<Integer> {
  /** In the order they run. */
  static List<Job> jobs() {
    return List.of(new IssuesJob(), new BottlenecksJob());
  }

  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    return options.run(jobs());
  }
}
