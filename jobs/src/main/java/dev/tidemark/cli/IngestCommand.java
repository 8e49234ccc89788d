package dev.tidemark.cli;

import dev.tidemark.ingest.IngestJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Loads input tables into Delta. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description =
        "Loads input tables into Delta. Bad rows go to quarantine; more of them than"
            + " --max-bad-rows allows, and nothing is loaded.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark ingest --framework my/framework.yaml --input my/data --warehouse wh",
      "  tidemark ingest -f my/framework.yaml -i my/data -w wh --encoding GBK --max-bad-rows 1%%",
      "",
      "Loading a file again changes nothing. A later file with a row of the same key corrects",
      "the earlier one; the table's history keeps both."
    })
final class IngestCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;
  @Mixin private IngestMixin ingest;

  @Override
  public Integer call() {
    var framework = options.framework();
    var how = ingest.options(options.frameworkFolder());
    try (var session = options.session(framework.timezone())) {
      new IngestJob(how).run(options.context(session.spark(), framework));
    }
    return 0;
  }
}
