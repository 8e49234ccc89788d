package dev.tidemark.refresh;

import dev.tidemark.job.TableJob;
import java.util.Optional;

/**
 * What a job would do.
 *
 * @param job the job
 * @param need what of it is stale
 * @param leftOut why it has nothing to do here; empty if it has
 */
public record Step(TableJob job, Need need, Optional<String> leftOut) {
  /** Whether it would run. */
  public boolean runs() {
    return need.isAny();
  }
}
