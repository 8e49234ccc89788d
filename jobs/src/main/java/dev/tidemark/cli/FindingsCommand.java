package dev.tidemark.cli;

import dev.tidemark.catalogue.CatalogueJob;
import dev.tidemark.channels.ConsistencyJob;
import dev.tidemark.channels.MobileJob;
import dev.tidemark.job.Job;
import dev.tidemark.problems.ProblemsJob;
import dev.tidemark.promotion.PromotionJob;
import dev.tidemark.services.ServicesJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What to do: who does not keep what was promised, and where. */
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    description =
        "Says what to mend, unit by unit: enquiries that were not answered in time, guides that do"
            + " not say the same on every channel, mobile channels that are not offered, what to put"
            + " online next, catalogues that leave their standard, and every problem that a rule of"
            + " the framework sees, from when it was first seen until it is fixed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark findings --framework my/framework.yaml --warehouse wh",
      "  tidemark findings --framework my/framework.yaml --warehouse wh --period 2026H1",
      "",
      "Reads what ingest wrote; leaves out what was never delivered. Writes service_levels,",
      "service_changes, service_shortfalls, guide_elements, channel_consistency,",
      "consistency_summary, element_consistency, unit_mobile_channels, mobile_summary,",
      "mobile_coverage, mobile_changes, promotion_list, data_sharing_demands, catalogue_drift,",
      "catalogue_summary, problem_sightings, problems and rectification."
    })
final class FindingsCommand implements Callable<Integer> {
  /** In the order they run. */
  static List<Job> jobs() {
    return List.of(
        new ServicesJob(),
        new ConsistencyJob(),
        new MobileJob(),
        new PromotionJob(),
        new CatalogueJob(),
        new ProblemsJob());
  }

  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    return options.run(jobs());
  }
}
