package dev.tidemark.stream;

import dev.tidemark.error.InputRejected;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.error.YearNotCovered;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.stream.Arrivals.Brought;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The jobs that follow a load, and whether they are owed.
 *
 * <p>What was loaded may keep a job from its end, such as an answer in a year nobody has a calendar
 * of. The row that corrects it arrives as all others do: so such a failure is handed back, not
 * thrown, and a file in the warehouse tells the next run what is owed.
 */
final class FollowUp {
  private static final String OWED = "_stream/owed";

  private final List<Job> jobs;

  /** Whether jobs may not have followed a load: whoever came before may have been killed. */
  private boolean isBehind = true;

  /** Why they did not come to their end when they last tried. */
  private Optional<TidemarkException> failure = Optional.empty();

  FollowUp(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  /** What keeps the jobs from following; empty if nothing does. */
  Optional<TidemarkException> failure() {
    return failure;
  }

  /** Runs the jobs if there is something to follow; what data can mend is handed back. */
  Optional<TidemarkException> after(Brought brought, JobContext run) {
    boolean isDue = brought == Brought.NEWS || (brought == Brought.KNOWN && isBehind);
    return isDue ? now(run) : Optional.empty();
  }

  /** Runs the jobs; what data can mend is handed back, and they are owed until it is mended. */
  Optional<TidemarkException> now(JobContext run) {
    isBehind = true;
    try {
      jobs.forEach(job -> job.run(run));
    } catch (InputRejected | UsageWrong | YearNotCovered mendable) {
      failure = Optional.of(mendable);
      remember(run);
      return failure;
    }
    isBehind = false;
    failure = Optional.empty();
    forget(run);
    return failure;
  }

  /** Whether jobs of an earlier run failed, and this one has not tried them. */
  boolean isOwedByAnother(JobContext run) {
    return !jobs.isEmpty() && isBehind && failure.isEmpty() && isOwed(run);
  }

  private void remember(JobContext run) {
    try {
      system(run).create(owed(run), true).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget(JobContext run) {
    try {
      if (!jobs.isEmpty()) {
        system(run).delete(owed(run), false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOwed(JobContext run) {
    try {
      return system(run).exists(owed(run));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path owed(JobContext run) {
    return new Path(run.lake().root(), OWED);
  }

  private static FileSystem system(JobContext run) throws IOException {
    return owed(run).getFileSystem(run.settings());
  }
}
