package dev.tidemark.cli;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that opens a Spark session. */
final class SessionOptions {
  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A Spark setting; repeatable; wins over Tidemark's defaults.")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Option(
      names = {"-v", "--verbose"},
      description = "Show Spark's log and whole stack traces.")
  private boolean verbose;

  /** Opens the session, with times in a zone. */
  Sessions open(ZoneId timezone) {
    return Sessions.open(conf, timezone, verbose);
  }
}
