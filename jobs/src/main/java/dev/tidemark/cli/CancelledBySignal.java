package dev.tidemark.cli;

import dev.tidemark.job.JobContext;
import dev.tidemark.refresh.Outcome;
import dev.tidemark.refresh.Refresh;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;

/** A refresh that a signal ends as it should end: what runs is written down, the lock is free. */
final class CancelledBySignal {
  private static final int BEFORE_SPARK_ENDS = FileSystem.SHUTDOWN_HOOK_PRIORITY + 100;
  private static final int SECONDS_TO_CLOSE = 20;

  private CancelledBySignal() {}

  /**
   * Runs it; a signal ends Spark, too, and the run is closed before that.
   *
   * @param wait how long to wait for another refresh of the warehouse
   */
  static Outcome run(Refresh refresh, JobContext context, Duration wait) {
    Runnable cancel = refresh::cancel;
    ShutdownHookManager.get()
        .addShutdownHook(cancel, BEFORE_SPARK_ENDS, SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    try {
      return refresh.run(context, wait);
    } finally {
      if (!ShutdownHookManager.get().isShutdownInProgress()) {
        ShutdownHookManager.get().removeShutdownHook(cancel);
      }
    }
  }
}
