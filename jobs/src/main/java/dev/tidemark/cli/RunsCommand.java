package dev.tidemark.cli;

import static org.apache.spark.sql.functions.desc;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.table.Col;
import dev.tidemark.table.Tables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What refreshes did. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Shows what the last refreshes did, job by job, the newest first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tidemark runs --warehouse wh",
      "  tidemark runs --warehouse wh --limit 100 --format json",
      "",
      "json and csv have every column of the table refresh_runs."
    })
final class RunsCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many rows, each a job of a run (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private PrintOptions options;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new UsageWrong("--limit %d: there must be at least one row to show.".formatted(limit));
    }
    try (var session = options.session()) {
      var lake = options.lake(session);
      if (lake.log(Tables.REFRESH_RUNS).version() < 0) {
        throw new UsageWrong(
            "There was no refresh in the warehouse %s yet. Run tidemark refresh, or name another --warehouse."
                .formatted(options.warehouse()));
      }
      var runs =
          lake.read(Tables.REFRESH_RUNS).orderBy(desc(Col.STARTED_AT), desc(Col.JOB)).limit(limit);
      var shown =
          options.format() == ResultFormat.TABLE
              ? runs.select(
                  Col.RUN_ID,
                  Col.JOB,
                  Col.STATUS,
                  Col.STARTED_AT,
                  Col.ENDED_AT,
                  Col.PERIODS,
                  Col.ROWS_IN,
                  Col.ROWS_OUT,
                  Col.ROWS_QUARANTINED,
                  Col.WHY,
                  Col.ERROR)
              : runs;
      options.format().print(shown, command.commandLine().getOut());
    }
    return 0;
  }
}
