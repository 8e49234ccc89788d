package dev.tidemark.notebook;

import java.util.List;
import org.apache.spark.sql.AnalysisException;

/** A cell that could not be run to its end, and where in it. */
final class CellFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param place lines that say where: the line's number and text; none if of no line
   */
  CellFailed(String message, List<String> place) {
    // Some of Jupyter's programs show nothing but the message.
    super(Texts.lines(String.join("\n", place), message), null, false, false);
  }

  /** What Jupyter prints below the cell, line by line. */
  List<String> lines() {
    return getMessage().lines().toList();
  }

  /** A failure with its innermost cause, of Spark's errors without the query's plan. */
  static String described(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause == failure ? named(failure) : named(failure) + "\ncaused by " + named(cause);
  }

  private static String named(Throwable failure) {
    if (failure instanceof AnalysisException wrong) {
      return "AnalysisException: " + wrong.getSimpleMessage();
    }
    var message = failure.getMessage();
    var name = failure.getClass().getSimpleName();
    return message == null ? name : name + ": " + message;
  }
}
