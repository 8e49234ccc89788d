package dev.tidemark.cli;

import static org.apache.spark.sql.functions.desc;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.table.Col;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.time.ZoneId;
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
      names = {"-w", "--warehouse"},
      paramLabel = "DIR|URI",
      defaultValue = "warehouse",
      description = "Where the Delta tables are (default: ./${DEFAULT-VALUE}).")
  private String warehouse;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many rows, each a job of a run (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "How to print (default: ${DEFAULT-VALUE}).")
  private ResultFormat format;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      description = "In which times are shown (default: ${DEFAULT-VALUE}).")
  private ZoneId timezone;

  @Mixin private SessionOptions options;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new UsageWrong("--limit %d: there must be at least one row to show.".formatted(limit));
    }
    try (var session = options.open(timezone)) {
      var lake = new DeltaLake(session.spark(), warehouse, CommitNote.READER);
      if (lake.log(Tables.REFRESH_RUNS).version() < 0) {
        throw new UsageWrong(
            "There was no refresh in the warehouse %s yet. Run tidemark refresh, or name another --warehouse."
                .formatted(warehouse));
      }
      var runs =
          lake.read(Tables.REFRESH_RUNS).orderBy(desc(Col.STARTED_AT), desc(Col.JOB)).limit(limit);
      var shown =
          format == ResultFormat.TABLE
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
      format.print(shown, command.commandLine().getOut());
    }
    return 0;
  }
}
