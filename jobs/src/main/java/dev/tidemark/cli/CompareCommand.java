package dev.tidemark.cli;

import dev.tidemark.compare.CompareJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tests the change of every score between periods. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Tests whether each score changed between periods, says what drove the change of the"
            + " index, what to improve first, and how sure the ranks are.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark compare --framework my/framework.yaml --warehouse wh",
      "  tidemark compare --framework my/framework.yaml --warehouse wh --from 2019H1 --to 2025H1",
      "",
      "Reads what index wrote. Compares each period with the one before, and any pair asked for.",
      "Writes score_changes, change_drivers, priorities, rank_uncertainty and rank_sensitivity."
    })
final class CompareCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Mixin private PairOptions pair;

  @Override
  public Integer call() {
    return options.run(List.of(new CompareJob(pair.from(), pair.to())));
  }
}
