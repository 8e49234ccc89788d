package dev.tidemark.cli;

import dev.tidemark.refresh.Maintenance;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps a warehouse sound, fast and small. */
@Command(
    name = "maintain",
    mixinStandardHelpOptions = true,
    description =
        "Reads every cell of every table to see that none is damaged, joins small files, and deletes"
            + " files that no version of a table has had for --retain days.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark maintain --framework my/framework.yaml --warehouse wh",
      "  tidemark maintain --framework my/framework.yaml --warehouse wh --retain 30",
      "",
      "Versions older than that can no longer be read with VERSION AS OF. Weekly is enough."
    })
final class MaintainCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Option(
      names = "--retain",
      paramLabel = "DAYS",
      defaultValue = "400",
      description = "How long versions stay readable, 7 at least (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      defaultValue = "0s",
      description = "How long to wait for a refresh of the warehouse (default: not at all).")
  private Duration wait = Duration.ZERO;

  @Override
  public Integer call() {
    var maintenance = new Maintenance(Duration.ofDays(days), Clock.systemUTC());
    var framework = options.framework();
    try (var session = options.session(framework.timezone())) {
      maintenance.run(options.context(session.lazy(), framework), wait);
    }
    return 0;
  }
}
