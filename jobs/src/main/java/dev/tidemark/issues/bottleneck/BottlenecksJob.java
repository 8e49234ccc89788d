package dev.tidemark.issues.bottleneck;

import dev.tidemark.enquiries.JudgedEnquiries;
import dev.tidemark.error.YearNotCovered;
import dev.tidemark.framework.Period;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.OwnedPeriods;
import dev.tidemark.table.Tables;

/** Writes {@code bottlenecks}; nothing, and says so, where no messages were delivered. */
public final class BottlenecksJob implements Job {
  @Override
  public String name() {
    return "bottlenecks";
  }

  /**
   * Counts messages of every period, whichever were asked for: 'all' and changes need them.
   *
   * @throws YearNotCovered if messages tell of days whose working days are not known
   */
  @Override
  public void run(JobContext context) {
    if (!context.lake().has(Tables.MESSAGES)) {
      context.progress().accept("bottlenecks: no messages were loaded; left out");
      return;
    }
    context.progress().accept("bottlenecks: counting messages by stage and department");
    var periods = context.framework().periods().stream().map(Period::id).toList();
    var cells = new Cells();
    JudgedEnquiries.ofMessages(context, periods)
        .ifPresent(
            judged ->
                judged
                    .outcomes()
                    .transform(StageCounts::of)
                    .toLocalIterator()
                    .forEachRemaining(cells::add));
    var rows = new Bottlenecks(context.framework(), cells).rows();
    new OwnedPeriods(context)
        .replaceWithAll(
            Tables.BOTTLENECKS, context.spark().createDataFrame(rows, Tables.BOTTLENECKS.schema()));
  }
}
