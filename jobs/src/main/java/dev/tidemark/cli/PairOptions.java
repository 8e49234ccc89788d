package dev.tidemark.cli;

import picocli.CommandLine.Option;

/** The options of commands that compare periods. */
final class PairOptions {
  @Option(
      names = "--from",
      paramLabel = "ID",
      description = "An earlier period to compare with --to, beside the consecutive ones.")
  private String from;

  @Option(names = "--to", paramLabel = "ID", description = "The later period.")
  private String to;

  /** Null for none. */
  String from() {
    return from;
  }

  /** Null for none. */
  String to() {
    return to;
  }
}
