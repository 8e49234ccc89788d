package dev.tidemark.ingest;

import dev.tidemark.error.InputRejected;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import java.util.function.Consumer;

/**
 * Judges what was delivered, also what is loaded already, as {@link IngestJob} would: of two files
 * the one that was loaded later corrects the other. Lists every fault, writes nothing.
 */
public final class CheckJob implements Job {
  private final IngestOptions options;
  private final boolean isInputNamed;
  private final Consumer<String> results;

  /**
   * Checks by these options.
   *
   * @param isInputNamed whether somebody said where the input is; if not, there may be none yet
   * @param results takes the results line by line
   */
  public CheckJob(IngestOptions options, boolean isInputNamed, Consumer<String> results) {
    this.options = options;
    this.isInputNamed = isInputNamed;
    this.results = results;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public void run(JobContext context) {
    var folder =
        isInputNamed
            ? InputFolder.of(options.folders(), context.settings())
            : InputFolder.look(options.folders(), context.settings());
    folder.notes().forEach(results);
    if (folder.files().isEmpty()) {
      results.accept("no input yet: the framework file's folder holds no input table");
      return;
    }
    var rules = ReadingRules.of(context.framework(), options, context.periods());
    var unread = LoadedFiles.of(context.lake(), rules).unread();
    var staged = new Delivery(context, options, unread).stage(folder.files());
    try {
      for (var table : staged) {
        results.accept(table.summary("", "good", "bad"));
        FaultList.print(table, Integer.MAX_VALUE, results);
      }
      var rejection = Rejection.of(staged, options);
      if (rejection.isPresent()) {
        throw new InputRejected(
            "ingest would load nothing: %s. Each fault is listed above."
                .formatted(rejection.orElseThrow().why()));
      }
    } finally {
      staged.forEach(StagedTable::close);
    }
  }
}
