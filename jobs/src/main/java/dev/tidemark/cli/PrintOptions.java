package dev.tidemark.cli;

import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that print rows of a warehouse. */
final class PrintOptions {
  @Option(
      names = {"-w", "--warehouse"},
      paramLabel = "DIR|URI",
      defaultValue = "warehouse",
      description = "Where the Delta tables are (default: ./${DEFAULT-VALUE}).")
  private String warehouse;

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

  @Mixin private SessionOptions options = new SessionOptions();

  Sessions session() {
    return options.open(timezone);
  }

  DeltaLake lake(Sessions session) {
    return new DeltaLake(session.lazy(), warehouse, CommitNote.READER);
  }

  String warehouse() {
    return warehouse;
  }

  ResultFormat format() {
    return format;
  }
}
