package dev.tidemark.cli;

import dev.tidemark.error.Causes;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.table.StorageTrouble;
import org.apache.logging.log4j.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says once what failed, and turns it into an exit code. */
final class Failures implements IExecutionExceptionHandler {
  private static final int INTERNAL = 1;
  private static final int TRY_AGAIN = 4;

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (Interruption.isUnderWay()) {
      return INTERNAL;
    }
    // Not a constant: loading Log4j takes longer than all the rest of tidemark --version.
    LogManager.getLogger(Failures.class).debug("{} failed", command.getCommandName(), failure);
    if (failure instanceof TidemarkException expected) {
      command.getErr().println("tidemark: " + expected.getMessage());
      return expected.exitCode();
    }
    if (StorageTrouble.caused(failure)) {
      command
          .getErr()
          .printf(
              "tidemark: The warehouse or an input could not be read or written: %s%n"
                  + "No table was left half-written. Mend the cause and run the command again.%n",
              StorageTrouble.told(failure));
      return TRY_AGAIN;
    }
    if (Causes.of(failure).anyMatch(OutOfMemoryError.class::isInstance)) {
      command
          .getErr()
          .println(
              "tidemark: Out of memory. Give it more: TIDEMARK_JAVA_OPTS=-Xmx8g, or"
                  + " spark-submit --driver-memory 8g. No table was left half-written.");
      return INTERNAL;
    }
    command.getErr().println("tidemark: Internal failure: " + Causes.deepest(failure));
    command.getErr().println("Run with --verbose for the whole story, and please report it.");
    return INTERNAL;
  }
}
