package dev.tidemark.ingest;

import dev.tidemark.error.InputRejected;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Together;

/** Loads what was delivered: all of it that is good, or nothing. */
public final class IngestJob implements Job {
  private static final int FAULTS_SHOWN = 50;
  private static final int TABLES_AT_ONCE = 2;

  private final IngestOptions options;

  /** Loads by these options. */
  public IngestJob(IngestOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void run(JobContext context) {
    var folder =
        InputFolder.of(options.folders(), context.spark().sparkContext().hadoopConfiguration());
    folder.notes().forEach(context.progress());
    var loaded =
        LoadedFiles.of(
            context.lake(), ReadingRules.of(context.framework(), options, context.periods()));
    var staged = new Delivery(context, options, loaded).stage(folder);
    try {
      if (staged.isEmpty()) {
        context.progress().accept("ingest: nothing new; no table was changed");
        return;
      }
      staged.forEach(table -> report(table, context));
      var publication = new Publication(context, loaded);
      var rejection = Rejection.of(staged, options);
      if (rejection.isPresent()) {
        publication.quarantine(staged);
        throw new InputRejected(
            "Nothing was loaded: %s. All of it is in the table quarantine. Correct the files, or leave bad rows out with --max-bad-rows N or N%% and bad files with --on-bad-file quarantine."
                .formatted(rejection.orElseThrow().why()));
      }
      Together.runAll(
          TABLES_AT_ONCE,
          staged.stream().map(table -> (Runnable) () -> publication.publish(table)).toList());
      publication.quarantine(staged);
      publication.remember(staged);
    } finally {
      staged.forEach(StagedTable::close);
    }
  }

  private static void report(StagedTable staged, JobContext context) {
    context.progress().accept(staged.summary(" delivered", "accepted", "quarantined"));
    if (staged.total().quarantined() > 0) {
      FaultList.print(staged, FAULTS_SHOWN, context.progress());
    }
  }
}
