package dev.tidemark.cli;

import dev.tidemark.error.TidemarkException;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.spark.SparkThrowable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says once what failed, and turns it into an exit code. */
final class Failures implements IExecutionExceptionHandler {
  private static final int INTERNAL = 1;
  private static final int TRY_AGAIN = 4;

  /** SQLSTATE classes of storage that failed: system error, and a commit that lost a race. */
  private static final List<String> STORAGE = List.of("58", "2D521", "KD");

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
    if (causes(failure).anyMatch(Failures::isStorage)) {
      command
          .getErr()
          .printf(
              "tidemark: The warehouse or an input could not be read or written: %s%n"
                  + "No table was left half-written. Mend the cause and run the command again.%n",
              deepest(failure));
      return TRY_AGAIN;
    }
    if (causes(failure).anyMatch(OutOfMemoryError.class::isInstance)) {
      command
          .getErr()
          .println(
              "tidemark: Out of memory. Give it more: TIDEMARK_JAVA_OPTS=-Xmx8g, or"
                  + " spark-submit --driver-memory 8g. No table was left half-written.");
      return INTERNAL;
    }
    command.getErr().println("tidemark: Internal failure: " + deepest(failure));
    command.getErr().println("Run with --verbose for the whole story, and please report it.");
    return INTERNAL;
  }

  private static boolean isStorage(Throwable cause) {
    if (cause instanceof SparkThrowable spark && spark.getSqlState() != null) {
      return STORAGE.stream().anyMatch(spark.getSqlState()::startsWith);
    }
    return cause instanceof IOException && !(cause instanceof ObjectStreamException);
  }

  private static String deepest(Throwable failure) {
    var last = causes(failure).reduce(failure, (outer, inner) -> inner);
    var message = Objects.toString(last.getMessage(), "").lines().findFirst().orElse("");
    return last.getClass().getSimpleName() + ": " + message;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
  }
}
