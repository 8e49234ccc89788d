package dev.tidemark.ingest;

import dev.tidemark.error.InputRejected;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import java.util.function.Consumer;

/** Judges what was delivered as {@link IngestJob} would, lists every fault, writes nothing. */
public final class CheckJob implements Job {
  private final IngestOptions options;
  private final Consumer<String> results;

  /**
   * Checks by these options.
   *
   * @param results takes the results line by line
   */
  public CheckJob(IngestOptions options, Consumer<String> results) {
    this.options = options;
    this.results = results;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public void run(JobContext context) {
    var folder =
        InputFolder.of(options.folders(), context.spark().sparkContext().hadoopConfiguration());
    folder.notes().forEach(results);
    var rules = Delivery.rules(context.framework(), options, context.periods());
    var staged = new Delivery(context, options, LoadedFiles.none(rules)).stage(folder);
    try {
      long bad = 0;
      for (var table : staged) {
        var total = table.total();
        results.accept(
            "%s: %,d rows, %,d good, %,d bad"
                .formatted(
                    table.table().name(),
                    total.delivered(),
                    total.accepted(),
                    total.quarantined()));
        FaultList.print(table, Integer.MAX_VALUE, results);
        bad += total.quarantined();
      }
      if (bad > 0) {
        throw new InputRejected(
            "%,d delivered rows are bad; each is listed above. ingest would quarantine them."
                .formatted(bad));
      }
    } finally {
      staged.forEach(StagedTable::close);
    }
  }
}
