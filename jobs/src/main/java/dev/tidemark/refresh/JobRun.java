package dev.tidemark.refresh;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one job did in one run.
 *
 * @param job its name
 * @param status how it ended
 * @param why it had to run
 * @param periods ids of the periods it ran for; none for all
 * @param leftStale ids of periods it was told to leave; {@code all} for everything else
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param counts of rows
 * @param inputs version of each table it reads; -1 if it was not there
 * @param outputs version it left each of its tables at; -1 if it was not there
 * @param failure why it was not done; empty if it was
 */
public record JobRun(
    String job,
    Status status,
    List<String> why,
    List<String> periods,
    List<String> leftStale,
    Instant startedAt,
    Instant endedAt,
    Counts counts,
    Map<String, Long> inputs,
    Map<String, Long> outputs,
    Optional<RuntimeException> failure) {
  /** How a job ended. */
  public enum Status {
    /** As it should. */
    DONE,
    /** With an error. */
    FAILED,
    /** Before it began, as a job it reads from was not done. */
    SKIPPED,
    /** By a signal. */
    CANCELLED
  }

  /**
   * Rows; none where they are not known, or are not of this kind of job.
   *
   * @param in of the tables read, or delivered
   * @param out written
   * @param quarantined delivered and not loaded
   */
  public record Counts(OptionalLong in, OptionalLong out, OptionalLong quarantined) {
    /** Nothing is known. */
    static final Counts NONE =
        new Counts(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
  }

  public JobRun {
    why = List.copyOf(why);
    periods = List.copyOf(periods);
    leftStale = List.copyOf(leftStale);
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
  }

  /** Whether it left what it was to leave. */
  public boolean isDone() {
    return status == Status.DONE;
  }
}
