package dev.tidemark.refresh;

import java.util.List;
import java.util.Optional;

/**
 * What a refresh did.
 *
 * @param runs of the jobs that had something to do, in the order they ended
 * @param publication its number; empty if nothing was published
 * @param unpublished why readers still see the last publication; empty if they see all
 * @param failure the first; empty if nothing failed
 */
public record Outcome(
    List<JobRun> runs,
    Optional<Long> publication,
    Optional<String> unpublished,
    Optional<RuntimeException> failure) {
  public Outcome {
    runs = List.copyOf(runs);
  }

  /** Of a refresh that did nothing that is known, as it could not begin. */
  public static Outcome of(RuntimeException failure) {
    return new Outcome(
        List.of(), Optional.empty(), Optional.of("it was not done"), Optional.of(failure));
  }
}
