package dev.tidemark.stream;

import dev.tidemark.error.InputRejected;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.stream.Arrivals.Brought;
import dev.tidemark.table.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Folders and topics that are watched: what arrives is loaded, and jobs make something of it.
 *
 * <p>Structured Streaming says that something arrived, at least once each. What of it is new, the
 * load knows by the content of files, the offsets of records and the keys of rows. So what is
 * delivered twice, late or out of order is counted once, and so is a batch that is repeated because
 * the run was killed in it or the checkpoint is lost: docs/adr/0112 and 0113.
 */
public final class Watch {
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final FollowUp followUp;
  private final Supplier<JobContext> runs;

  /** The first batch finds mistakes of whoever started this; later ones those of who delivers. */
  private boolean isFirst = true;

  /**
   * Watches for jobs.
   *
   * @param jobs run after each load of something new, one after the other; for the sake of a run
   *     that was killed between its load and its jobs also before anything is followed, and once if
   *     what comes first is known
   * @param runs a run of its own for each batch
   */
  public Watch(List<Job> jobs, Supplier<JobContext> runs) {
    this.followUp = new FollowUp(jobs);
    this.runs = runs;
  }

  /**
   * Loads what has arrived and not been taken yet, in each of the ways whatever becomes of the
   * others, then ends.
   *
   * @throws InputRejected if it is
   */
  public void once(List<Arrivals> all) {
    var failures = new ArrayList<RuntimeException>();
    for (var arrivals : all) {
      attempt(
          () -> awaitAnyEnd(List.of(start(arrivals, Trigger.AvailableNow(), this::runOnce))),
          failures);
    }
    attempt(this::payDebts, failures);
    followUp.failure().ifPresent(failures::add);
    throwFirst(failures);
  }

  private static void attempt(Runnable work, List<RuntimeException> failures) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      failures.add(failure);
    }
  }

  /** What jobs of an earlier run could not do, a calendar may have mended since. */
  private synchronized void payDebts() {
    var context = runs.get();
    if (followUp.isOwedByAnother(context)) {
      followUp.now(context);
    }
  }

  private void throwFirst(List<RuntimeException> failures) {
    if (!failures.isEmpty()) {
      failures.stream().skip(1).forEach(this::tell);
      throw failures.get(0);
    }
  }

  /**
   * Makes of what was loaded before what is to be made, then loads what arrives until the process
   * is ended. Input that is rejected is told, and not loaded; a file is judged again with the next
   * one that arrives. What keeps jobs from their end is told, too, and they try again.
   *
   * @param every how long to wait between two looks
   * @throws InputRejected if records of a topic are rejected: they stay the next ones to be read
   */
  public void follow(List<Arrivals> all, Duration every) {
    var trigger = Trigger.ProcessingTime(every.toMillis(), TimeUnit.MILLISECONDS);
    var started = new ArrayList<Started>();
    catchUp();
    try {
      all.forEach(arrivals -> started.add(start(arrivals, trigger, this::runUnlessRejected)));
      var places = all.stream().map(Arrivals::place).collect(Collectors.joining(", "));
      runs.get().progress().accept("stream: watching %s; end with Ctrl-C".formatted(places));
      awaitAnyEnd(started);
    } finally {
      started.forEach(Watch::stop);
    }
  }

  /**
   * Jobs that a run before this one owes; the first batch then finds their code loaded, and whoever
   * started this hears at once what is missing.
   */
  private synchronized void catchUp() {
    var context = runs.get();
    if (context.lake().log(Tables.INGESTED_FILES).version() >= 0) {
      followUp.now(context).ifPresent(this::bear);
    }
  }

  private interface Batch {
    void run(Arrivals arrivals, Dataset<Row> arrived);
  }

  private record Started(Arrivals arrivals, StreamingQuery query) {}

  private Started start(Arrivals arrivals, Trigger trigger, Batch batch) {
    var context = runs.get();
    try {
      var query =
          arrivals
              .open(context.spark())
              .writeStream()
              .queryName(arrivals.place())
              .trigger(trigger)
              .option(
                  "checkpointLocation",
                  "%s/_stream/%s".formatted(context.lake().root(), arrivals.id()))
              .foreachBatch(
                  (VoidFunction2<Dataset<Row>, Long>) (rows, number) -> batch.run(arrivals, rows))
              .start();
      return new Started(arrivals, query);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The stream did not start.", e);
    }
  }

  /** Waits until one of them has ended; throws why, if it failed. */
  private static void awaitAnyEnd(List<Started> started) {
    for (int i = 0; ; i = (i + 1) % started.size()) {
      try {
        if (started.get(i).query().awaitTermination(GLANCE.toMillis())) {
          return;
        }
      } catch (StreamingQueryException e) {
        throw StreamFailure.of(started.get(i).arrivals(), e);
      }
    }
  }

  private static void stop(Started started) {
    try {
      started.query().stop();
    } catch (TimeoutException e) {
      // The process ends, and with it the query; a batch that is cut off comes again.
      return;
    }
  }

  /** One batch at a time, of whichever way: they write the same tables. */
  private synchronized void runUnlessRejected(Arrivals arrivals, Dataset<Row> arrived) {
    var context = runs.get();
    var brought = loadUnlessRejected(arrivals, arrived, context);
    followUp.after(brought.orElse(Brought.NOTHING), context).ifPresent(this::bear);
    isFirst &= brought.isPresent() && brought.orElseThrow() == Brought.NOTHING;
  }

  private Optional<Brought> loadUnlessRejected(
      Arrivals arrivals, Dataset<Row> arrived, JobContext context) {
    try {
      return Optional.of(arrivals.load(arrived, context));
    } catch (InputRejected | UsageWrong rejected) {
      if (!arrivals.canBeMended()) {
        throw rejected;
      }
      bear(rejected);
      return Optional.empty();
    }
  }

  /** Tells what arrives to mend; a mistake of whoever started this ends it. */
  private void bear(TidemarkException failure) {
    if (isFirst && failure instanceof UsageWrong) {
      throw failure;
    }
    tell(failure);
  }

  private void tell(RuntimeException failure) {
    runs.get().progress().accept("stream: " + failure.getMessage());
  }

  /** Later batches may mend what keeps the jobs from their end: so it is no failure of this one. */
  private synchronized void runOnce(Arrivals arrivals, Dataset<Row> arrived) {
    var context = runs.get();
    followUp.after(arrivals.load(arrived, context), context);
  }
}
