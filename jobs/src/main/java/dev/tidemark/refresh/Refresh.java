package dev.tidemark.refresh;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole pipeline in one run: loads what was delivered, makes anew what is stale, publishes.
 *
 * <p>Each job that had something to do is one row of {@code refresh_runs}; a run that has nothing
 * to do commits nothing.
 */
public final class Refresh {
  private final TableJob ingest;
  private final List<TableJob> jobs;
  private final Selection selection;
  private final String code;
  private final Clock clock;
  private volatile Runnable cancel = () -> {};

  /**
   * A refresh by these jobs.
   *
   * @param ingest comes before all; it knows itself what is new
   * @param jobs in any order
   * @param code version of Tidemark
   */
  public Refresh(
      TableJob ingest, List<TableJob> jobs, Selection selection, String code, Clock clock) {
    this.ingest = ingest;
    this.jobs = List.copyOf(jobs);
    this.selection = selection;
    this.code = code;
    this.clock = clock;
  }

  /**
   * What a run would do now; runs and writes nothing.
   *
   * @param coming the periods of the rows that ingest would load, by table
   */
  public List<Step> plan(JobContext context, Map<TableSpec, Set<String>> coming) {
    var graph = JobGraph.of(jobs, context.framework());
    var may = selection.jobs(graph, ingest.name());
    var evidence = Evidence.of(context.lake()).expecting(coming);
    var last = RunHistory.last(context.lake());
    return new Planner(context.framework(), code, last, evidence)
        .plan(graph).stream()
            .filter(step -> may.contains(step.job().name()))
            .map(step -> asAsked(step, context))
            .toList();
  }

  /** Whether the run begins with what was delivered. */
  public boolean loads(JobContext context) {
    return selection
        .jobs(JobGraph.of(jobs, context.framework()), ingest.name())
        .contains(ingest.name());
  }

  /**
   * Refreshes; what fails is in the outcome, and the jobs that do not depend on it are done.
   *
   * @param wait how long to wait for another refresh of the warehouse
   * @throws StorageFailed if another works on it still
   */
  public Outcome run(JobContext context, Duration wait) {
    var graph = JobGraph.of(jobs, context.framework());
    var may = selection.jobs(graph, ingest.name());
    try (var lock =
        WarehouseLock.take(
            context.lake().root(),
            context.settings(),
            context.runId(),
            wait,
            clock,
            context.progress())) {
      var history = new RunHistory(context, code);
      var journal = new Journal(history, clock);
      cancel =
          () -> {
            try {
              journal.cancel(context.session().ifOpen());
            } finally {
              lock.release();
            }
          };
      return run(context, graph, may, history, journal, lock);
    } finally {
      cancel = () -> {};
    }
  }

  /** Ends a run from outside: what runs is written down as cancelled, and the lock is free. */
  public void cancel() {
    cancel.run();
  }

  private Outcome run(
      JobContext context,
      JobGraph graph,
      Set<String> may,
      RunHistory history,
      Journal journal,
      WarehouseLock lock) {
    var evidence = Evidence.of(context.lake());
    var runner = new JobRunner(context, evidence, journal, clock);
    if (may.contains(ingest.name())) {
      runner.ingest(ingest).ifPresent(journal::end);
    }
    var last = RunHistory.last(context.lake());
    if (journal.ended().stream().allMatch(JobRun::isDone)) {
      var planner = new Planner(context.framework(), code, last, evidence);
      new Execution(context, planner, runner, journal, lock)
          .run(
              graph, step -> may.contains(step.job().name()) ? asAsked(step, context) : left(step));
    }
    journal.refuseIfCancelled();
    var runs = journal.ended();
    var failure = runs.stream().flatMap(run -> run.failure().stream()).findFirst();
    if (failure.isPresent()) {
      return new Outcome(runs, Optional.empty(), Optional.of("not all jobs were done"), failure);
    }
    lock.check();
    return publish(context, graph, last, runs, history);
  }

  /** Publishes what is fresh all through; nothing, if a table changed while this run ran. */
  private Outcome publish(
      JobContext context,
      JobGraph graph,
      Map<String, LastRun> before,
      List<JobRun> runs,
      RunHistory history) {
    var evidence = Evidence.of(context.lake());
    var publisher = new Publisher(context, evidence, clock);
    var versions = publisher.versions();
    var last = new HashMap<>(before);
    runs.forEach(run -> last.put(run.job(), history.lastRun(run)));
    var stale =
        new Planner(context.framework(), code, last, evidence)
            .plan(graph).stream()
                .filter(Step::runs)
                .map(step -> step.job().name())
                .collect(Collectors.joining(", "));
    if (stale.isEmpty() && versions.equals(publisher.versions())) {
      return new Outcome(runs, publisher.publish(versions), Optional.empty(), Optional.empty());
    }
    var why = (stale.isEmpty() ? "a table" : "what " + stale + " read or wrote") + " changed";
    if (isLimited(context)) {
      return new Outcome(
          runs,
          Optional.empty(),
          Optional.of(stale.isEmpty() ? why : stale + " may not run"),
          Optional.empty());
    }
    var failure =
        new StorageFailed(
            "While the refresh ran, %s. Nothing was published; run refresh again.".formatted(why));
    return new Outcome(runs, Optional.empty(), Optional.of(why), Optional.of(failure));
  }

  private boolean isLimited(JobContext context) {
    return context.isPartial() || selection.from().isPresent() || !selection.only().isEmpty();
  }

  private Step asAsked(Step step, JobContext context) {
    if (!selection.isFull() || step.leftOut().isPresent()) {
      return step;
    }
    // What is fresh of other periods stays so.
    var need =
        context.isPartial()
            ? step.need().and(Need.of(context.periods(), "--full"))
            : Need.all("--full");
    return new Step(step.job(), need, step.leftOut());
  }

  private static Step left(Step step) {
    return new Step(step.job(), Need.NONE, Optional.empty());
  }
}
