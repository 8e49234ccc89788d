package dev.tidemark.arch.violations.index;

import picocli.CommandLine;

/** Breaks a rule on purpose. */
public final class ReadsArguments {
  int run(CommandLine command) {
    return command.execute();
  }
}
