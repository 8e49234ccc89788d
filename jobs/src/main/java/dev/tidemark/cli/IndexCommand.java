package dev.tidemark.cli;

import dev.tidemark.index.IndexJob;
import dev.tidemark.index.KeptVersions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Scores every node of the indicator tree. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description =
        "Scores and ranks every node of the indicator tree, per unit and period, and averages groups.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark index --framework my/framework.yaml --warehouse wh",
      "  tidemark index --framework my/framework.yaml --warehouse wh --period 2025H1",
      "",
      "Writes index_scores, group_scores, nodes and units. A run for some periods replaces",
      "theirs and the mean over all periods, and touches no other."
    })
final class IndexCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    return options.run(List.of(new KeptVersions(), new IndexJob()));
  }
}
