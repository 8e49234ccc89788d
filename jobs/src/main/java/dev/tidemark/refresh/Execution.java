package dev.tidemark.refresh;

import dev.tidemark.job.JobContext;
import dev.tidemark.job.TableJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Runs what is stale, each job as soon as those it reads from are done. */
final class Execution {
  /** Much of a small job is planning and committing, which is one thread's. */
  private static final int AT_ONCE = 3;

  private final JobContext context;
  private final Planner planner;
  private final JobRunner runner;
  private final Journal journal;
  private final WarehouseLock lock;

  Execution(
      JobContext context, Planner planner, JobRunner runner, Journal journal, WarehouseLock lock) {
    this.context = context;
    this.planner = planner;
    this.runner = runner;
    this.journal = journal;
    this.lock = lock;
  }

  /**
   * Runs to the end; a job that fails stops those that read from it alone.
   *
   * @param limit what of a step is to be done
   */
  void run(JobGraph graph, UnaryOperator<Step> limit) {
    // Threads with the caller's class loader, which has the file systems of spark-submit's
    // packages.
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    var futures = new HashMap<String, CompletableFuture<Boolean>>();
    try {
      for (var job : graph.jobs()) {
        var before = graph.upstream().get(job.name()).stream().map(futures::get).toList();
        futures.put(
            job.name(),
            CompletableFuture.allOf(before.toArray(CompletableFuture<?>[]::new))
                .thenApplyAsync(done -> one(job, before, limit), pool));
      }
      CompletableFuture.allOf(futures.values().toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    } finally {
      pool.shutdown();
    }
  }

  /** Whether those that read from it may run. */
  private boolean one(
      TableJob job, List<CompletableFuture<Boolean>> before, UnaryOperator<Step> limit) {
    if (!before.stream().allMatch(CompletableFuture::join)) {
      journal.skip(job.name());
      return false;
    }
    // Before it is asked what is stale: what changes from now on is stale next time.
    var seen = runner.look(job);
    var step = limit.apply(planner.step(job, Map.of()));
    step.leftOut().ifPresent(why -> context.progress().accept(job.name() + " is left out: " + why));
    if (!step.runs()) {
      return true;
    }
    lock.check();
    var run = runner.run(job, step.need(), seen);
    run.ifPresent(journal::end);
    return run.isEmpty() || run.orElseThrow().isDone();
  }
}
