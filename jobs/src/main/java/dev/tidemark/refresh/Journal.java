package dev.tidemark.refresh;

import dev.tidemark.error.StorageFailed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Which jobs of this run are running and which have ended; the latter are written down at once. */
final class Journal {
  private final RunHistory history;
  private final Clock clock;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private final List<JobRun> ended = new ArrayList<>();
  private boolean isCancelled;

  private record Running(List<String> why, List<String> periods, Instant startedAt) {}

  Journal(RunHistory history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /** A job begins now; refused once the run is cancelled. */
  synchronized Instant begin(String job, List<String> why, List<String> periods) {
    refuseIfCancelled();
    var now = clock.instant();
    running.put(job, new Running(why, periods, now));
    return now;
  }

  /** Stops a run that was cancelled. */
  synchronized void refuseIfCancelled() {
    if (isCancelled) {
      throw new StorageFailed("The refresh was cancelled by a signal. Run it again to finish.");
    }
  }

  /** A job had nothing to do after all. */
  synchronized void forget(String job) {
    running.remove(job);
  }

  /** A job ended; what is cancelled has ended before. */
  synchronized void end(JobRun run) {
    running.remove(run.job());
    if (!isCancelled) {
      history.add(List.of(run));
      ended.add(run);
    }
  }

  /** A job that does not begin, as one that it reads from was not done. */
  void skip(String job) {
    var now = clock.instant();
    var reason = new StorageFailed("a job that it reads from was not done");
    end(run(job, JobRun.Status.SKIPPED, new Running(List.of(), List.of(), now), now, reason));
  }

  /**
   * Ends the run: what still runs is written down as cancelled, not as failed.
   *
   * @param spark whose queries are ended; empty if there were none yet, and so nothing was done
   */
  synchronized void cancel(Optional<SparkSession> spark) {
    if (isCancelled) {
      return;
    }
    isCancelled = true;
    if (spark.isEmpty()) {
      return;
    }
    spark.get().sparkContext().cancelAllJobs();
    var now = clock.instant();
    var reason = new StorageFailed("ended by a signal");
    var runs =
        running.entrySet().stream()
            .map(job -> run(job.getKey(), JobRun.Status.CANCELLED, job.getValue(), now, reason))
            .toList();
    if (!runs.isEmpty()) {
      history.add(runs);
    }
  }

  /** What has ended, in this order. */
  synchronized List<JobRun> ended() {
    return List.copyOf(ended);
  }

  private static JobRun run(
      String job, JobRun.Status status, Running running, Instant now, RuntimeException reason) {
    return new JobRun(
        job,
        status,
        running.why(),
        running.periods(),
        List.of(),
        running.startedAt(),
        now,
        JobRun.Counts.NONE,
        Map.of(),
        Map.of(),
        Optional.of(reason));
  }
}
