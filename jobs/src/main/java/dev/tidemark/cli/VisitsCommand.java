package dev.tidemark.cli;

import dev.tidemark.visits.VisitsJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts visits to offices, and says what changed them. */
@Command(
    name = "visits",
    mixinStandardHelpOptions = true,
    description =
        "Counts how many office visits each unit needs, tests whether that changed between"
            + " periods, and says which stage and which way of handling changed it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark visits --framework my/framework.yaml --warehouse wh",
      "  tidemark visits --framework my/framework.yaml --warehouse wh --from 2019H1 --to 2025H1",
      "",
      "Reads the table visits. Compares each period with the one before, and any pair asked for.",
      "Writes unit_visits, visit_summary, visit_stages, visit_changes and visit_drivers."
    })
final class VisitsCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Mixin private PairOptions pair;

  @Override
  public Integer call() {
    return options.run(List.of(new VisitsJob(pair.from(), pair.to())));
  }
}
