package dev.tidemark.ingest;

import dev.tidemark.error.InputRejected;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import java.util.List;

/** Loads what was delivered: all of it that is good, or nothing. */
public final class IngestJob implements Job {
  private static final int FAULTS_SHOWN = 50;

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
            context.lake(), Delivery.rules(context.framework(), options, context.periods()));
    var staged = new Delivery(context, options, loaded).stage(folder);
    try {
      if (staged.isEmpty()) {
        context.progress().accept("ingest: nothing new; no table was changed");
        return;
      }
      staged.forEach(table -> report(table, context));
      var publication = new Publication(context, loaded);
      if (!isWithinLimits(staged)) {
        publication.quarantine(staged);
        throw new InputRejected(rejection(staged));
      }
      staged.forEach(publication::publish);
      publication.quarantine(staged);
      publication.remember(staged);
    } finally {
      staged.forEach(StagedTable::close);
    }
  }

  private static void report(StagedTable staged, JobContext context) {
    var total = staged.total();
    context
        .progress()
        .accept(
            "%s: %,d rows delivered, %,d accepted, %,d quarantined"
                .formatted(
                    staged.table().name(),
                    total.delivered(),
                    total.accepted(),
                    total.quarantined()));
    if (total.quarantined() > 0) {
      FaultList.print(staged, FAULTS_SHOWN, context.progress());
    }
  }

  private boolean isWithinLimits(List<StagedTable> staged) {
    var total = total(staged);
    boolean isAnyFileBad = staged.stream().anyMatch(table -> !table.badFiles().isEmpty());
    if (isAnyFileBad && options.onBadFile() == IngestOptions.OnBadFile.REJECT) {
      return false;
    }
    long badFiles = staged.stream().mapToLong(table -> table.badFiles().size()).sum();
    return options.maxBadRows().allows(total.quarantined() - badFiles, total.delivered());
  }

  private String rejection(List<StagedTable> staged) {
    var total = total(staged);
    return "Nothing was loaded: %,d of %,d delivered rows are bad and --max-bad-rows is %s. All of them are in the table quarantine. Correct the files, or allow the bad rows to be left out with --max-bad-rows N or N%% (and unreadable files with --on-bad-file quarantine)."
        .formatted(total.quarantined(), total.delivered(), options.maxBadRows());
  }

  private static StagedTable.Counts total(List<StagedTable> staged) {
    return staged.stream()
        .map(StagedTable::total)
        .reduce(new StagedTable.Counts(0, 0), StagedTable.Counts::plus);
  }
}
