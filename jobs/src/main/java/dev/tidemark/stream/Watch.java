package dev.tidemark.stream;

import dev.tidemark.error.InputRejected;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Landing folders that are watched: what arrives is loaded, and jobs make something of it.
 *
 * <p>Structured Streaming says that files arrived, at least once each. What of them is new, the
 * load knows by their content and by the keys of their rows. So what is delivered twice, late or
 * out of order is counted once, and so is a batch that is repeated because the run was killed in it
 * or the checkpoint is lost: docs/adr/0112.
 */
public final class Watch {
  private final Job load;
  private final List<Job> jobs;
  private final Supplier<JobContext> runs;

  /** The first batch finds mistakes of whoever started this; later ones those of who delivers. */
  private boolean isFirst = true;

  /**
   * Watches for jobs.
   *
   * @param load reads the folders
   * @param jobs run after it, one after the other; unchanged tables cost them nothing
   * @param runs a run of its own for each batch
   */
  public Watch(Job load, List<Job> jobs, Supplier<JobContext> runs) {
    this.load = load;
    this.jobs = List.copyOf(jobs);
    this.runs = runs;
  }

  /**
   * Loads what has arrived and not been taken yet, then ends.
   *
   * @throws InputRejected if it is
   */
  public void once(List<String> folders) {
    follow(folders, Trigger.AvailableNow(), this::runAll);
  }

  /**
   * Loads what arrives until the process is ended. Input that is rejected is told, and not loaded;
   * it is tried again with the next file that arrives.
   *
   * @param every how long to wait between two looks
   */
  public void follow(List<String> folders, Duration every) {
    follow(
        folders,
        Trigger.ProcessingTime(every.toMillis(), TimeUnit.MILLISECONDS),
        this::runUnlessRejected);
  }

  private void follow(List<String> folders, Trigger trigger, Runnable batch) {
    var context = runs.get();
    var landing = new LandingFolders(context.spark(), folders);
    try {
      landing
          .arrivals(context.spark())
          .writeStream()
          .trigger(trigger)
          .option(
              "checkpointLocation",
              "%s/_stream/%s-%s".formatted(context.lake().root(), load.name(), landing.id()))
          .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (files, number) -> batch.run())
          .start()
          .awaitTermination();
    } catch (StreamingQueryException e) {
      throw ours(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The stream did not start.", e);
    }
  }

  private void runUnlessRejected() {
    try {
      runAll();
    } catch (InputRejected | UsageWrong rejected) {
      if (isFirst && rejected instanceof UsageWrong) {
        throw rejected;
      }
      runs.get().progress().accept("stream: " + rejected.getMessage());
    }
    isFirst = false;
  }

  private void runAll() {
    var context = runs.get();
    load.run(context);
    jobs.forEach(job -> job.run(context));
  }

  /** What a job threw, behind what Spark says of it. */
  private static RuntimeException ours(StreamingQueryException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TidemarkException ours) {
        return ours;
      }
    }
    return new IllegalStateException(failure.getMessage(), failure);
  }
}
