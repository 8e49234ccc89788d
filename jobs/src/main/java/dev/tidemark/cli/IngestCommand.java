package dev.tidemark.cli;

import dev.tidemark.ingest.IngestJob;
import java.util.List;
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
      "  tidemark ingest -f my/framework.yaml -i landing -w wh --stream",
      "  tidemark ingest -f my/framework.yaml -w wh --stream --kafka broker:9092 \\",
      "    --topic messages=letters --max-bad-rows 100%%",
      "",
      "Loading a file again changes nothing. A later file with a row of the same key corrects",
      "the earlier one; the table's history keeps both."
    })
final class IngestCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;
  @Mixin private IngestMixin ingest;
  @Mixin private StreamOptions stream;

  @Override
  public Integer call() {
    boolean isStream = stream.isStream();
    var framework = options.framework();
    var how = ingest.options(options.frameworkFolder());
    if (isStream) {
      var arrivals = stream.arrivals(how, ingest.namesFolders());
      try (var session = options.session(framework.timezone())) {
        stream.follow(arrivals, List.of(), () -> options.context(session.lazy(), framework));
      }
      return 0;
    }
    try (var session = options.session(framework.timezone())) {
      new IngestJob(how).run(options.context(session.lazy(), framework));
    }
    return 0;
  }
}
