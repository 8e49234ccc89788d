package dev.tidemark.cli;

import dev.tidemark.error.Quantity;
import dev.tidemark.ingest.CheckJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Validates framework and input. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Validates the framework and the input, lists every fault, and writes nothing.",
    footerHeading = "%nExample:%n",
    footer = {"  tidemark check --framework my/framework.yaml --input my/data"})
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private CommonOptions options;
  @Mixin private IngestMixin ingest;

  @Override
  public Integer call() {
    var out = command.commandLine().getOut();
    var framework = options.framework();
    out.printf(
        "framework %s %s: %s, %s, %s; good%n",
        framework.id(),
        framework.version(),
        Quantity.of(framework.units().size(), "unit"),
        Quantity.of(framework.periods().size(), "period"),
        Quantity.of(framework.nodes().size(), "node"));
    var how = ingest.options(options.frameworkFolder());
    try (var session = options.session(framework.timezone())) {
      new CheckJob(how, ingest.namesFolders(), out::println)
          .run(options.context(session.lazy(), framework));
    }
    return 0;
  }
}
