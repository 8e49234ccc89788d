package dev.tidemark.notebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs the cells of one notebook, one after the other: what a cell declares, later ones know.
 *
 * <p>One thread at a time, but for {@link #interrupt}.
 */
final class JavaShell implements AutoCloseable {
  /** What every cell may use without an import. */
  private static final List<String> IMPORTS =
      List.of(
          "import java.util.*;",
          "import java.util.stream.*;",
          "import org.apache.spark.sql.*;",
          "import static org.apache.spark.sql.functions.*;",
          "import static dev.tidemark.notebook.Notebook.*;");

  private final CellClasses classes = new CellClasses();
  private final Execution execution;
  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private volatile boolean isInterrupted;

  /**
   * @param stopJobs ends what a cell waits for outside of its thread, when it is interrupted
   */
  JavaShell(Runnable stopJobs) {
    execution = new Execution(classes, stopJobs);
    shell = JShell.builder().executionEngine(new InThisProcess(execution), Map.of()).build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    analysis = shell.sourceCodeAnalysis();
  }

  /** Does something before the first cell, on a thread as those of cells. */
  void prepare(Callable<?> work) {
    IMPORTS.forEach(shell::eval);
    try {
      execution.watched(work);
    } catch (Exception e) {
      throw new CellFailed(CellFailed.described(e), List.of());
    }
  }

  /**
   * Runs a cell.
   *
   * @param shown what becomes of the value of its last expression; a query runs only here
   * @return what became of it; empty if there is none, or the cell ends with something else
   * @throws CellFailed at its first statement that cannot be compiled or that fails
   */
  <T> Optional<T> run(String cell, Function<Object, T> shown) {
    isInterrupted = false;
    Object last = null;
    var place = new CellLines(cell, 0);
    for (int start = CellLines.code(cell, 0); start < cell.length(); ) {
      place = new CellLines(cell, start);
      var part = analysis.analyzeCompletion(cell.substring(start));
      if (part.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
        throw new CellFailed("The cell ends in the middle of a statement.", place.line(1));
      }
      // What Java cannot read has no end: all of it is handed over, and refused with a reason.
      boolean isKnown = part.source() != null && !part.source().isBlank();
      last = evaluated(isKnown ? part.source() : cell.substring(start), place);
      if (isInterrupted) {
        throw interrupted(place);
      }
      start =
          isKnown ? CellLines.code(cell, cell.length() - part.remaining().length()) : cell.length();
    }
    return last == null ? Optional.empty() : Optional.of(finished(last, shown, place));
  }

  private <T> T finished(Object value, Function<Object, T> shown, CellLines place) {
    try {
      return execution.watched(() -> shown.apply(value));
    } catch (Exception e) {
      throw isInterrupted
          ? interrupted(place)
          : new CellFailed(CellFailed.described(e), place.line(1));
    }
  }

  private Object evaluated(String source, CellLines place) {
    execution.forget();
    Object value = null;
    for (var event : shell.eval(source)) {
      if (event.causeSnippet() == null) {
        check(event, place);
        value = isExpression(event.snippet()) ? execution.value() : null;
      }
    }
    return value;
  }

  private void check(SnippetEvent event, CellLines place) {
    if (event.status() == Snippet.Status.REJECTED) {
      var first = shell.diagnostics(event.snippet()).findFirst().orElseThrow();
      throw new CellFailed(
          "Java does not understand this: " + first.getMessage(null),
          place.at((int) first.getStartPosition()));
    }
    if (event.exception() == null) {
      return;
    }
    if (isInterrupted) {
      throw interrupted(place);
    }
    if (event.exception() instanceof UnresolvedReferenceException early) {
      var missing = shell.unresolvedDependencies(early.getSnippet()).toList();
      throw new CellFailed("Not declared yet: " + String.join(", ", missing) + ".", place.line(1));
    }
    throw new CellFailed(
        CellFailed.described(execution.failure()),
        place.ofFailure(event.exception(), event.snippet()));
  }

  private static CellFailed interrupted(CellLines place) {
    return new CellFailed(
        "Interrupted. Cells only read tables: nothing is half-done.", place.line(1));
  }

  /** What has a value to show: an expression that is no assignment. */
  private static boolean isExpression(Snippet snippet) {
    return switch (snippet.subKind()) {
      case VAR_VALUE_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
      default -> false;
    };
  }

  /** Stops the running cell, if one runs; from another thread. */
  void interrupt() {
    isInterrupted = true;
    execution.interrupt();
  }

  /** Whether code of a cell is running at this moment. */
  boolean isRunning() {
    return execution.isRunning();
  }

  /**
   * What may stand at a place in place of the word that is begun there.
   *
   * @param start where the word begins
   */
  record Completion(List<String> texts, int start) {}

  Completion complete(String code, int at) {
    int start = statementStart(code, at);
    var anchor = new int[1];
    var texts =
        analysis.completionSuggestions(code.substring(start, at), at - start, anchor).stream()
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .sorted()
            .toList();
    return new Completion(texts, start + anchor[0]);
  }

  /** The methods, with their parameters, that a call at a place may mean. */
  List<String> signatures(String code, int at) {
    int start = statementStart(code, at);
    return analysis.documentation(code.substring(start, at), at - start, false).stream()
        .map(SourceCodeAnalysis.Documentation::signature)
        .toList();
  }

  boolean isComplete(String code) {
    return analysis.analyzeCompletion(code).completeness().isComplete();
  }

  /** Where the statement begins that a place is in: JShell looks at one at a time. */
  private int statementStart(String code, int at) {
    int start = 0;
    while (true) {
      var part = analysis.analyzeCompletion(code.substring(start, at));
      if (part.source() == null || part.remaining().isBlank()) {
        return start;
      }
      start = at - part.remaining().length();
    }
  }

  @Override
  public void close() {
    shell.close();
  }

  /** JShell asks for the engine it is to use. */
  private record InThisProcess(Execution execution) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "in-this-process";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return execution;
    }
  }
}
