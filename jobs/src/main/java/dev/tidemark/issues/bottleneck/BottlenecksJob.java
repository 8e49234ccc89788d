package dev.tidemark.issues.bottleneck;

import dev.tidemark.enquiries.JudgedEnquiries;
import dev.tidemark.error.YearNotCovered;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.OwnedPeriods;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Writes {@code bottlenecks}; nothing, and says so, where no messages were delivered. */
public final class BottlenecksJob implements TableJob {
  @Override
  public String name() {
    return "bottlenecks";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(Reads.byPeriod(Tables.MESSAGES));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(Tables.BOTTLENECKS);
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
    if (isThere(context, rows)) {
      context.progress().accept("bottlenecks: nothing changed");
      return;
    }
    new OwnedPeriods(context.of(owned(context.framework(), context.periods())))
        .replaceWithAll(
            Tables.BOTTLENECKS, context.spark().createDataFrame(rows, Tables.BOTTLENECKS.schema()));
  }

  /** The periods asked for and those that are compared with them; none if all are. */
  static List<String> owned(EvaluationFramework framework, List<String> asked) {
    if (asked.isEmpty()) {
      return asked;
    }
    var compared =
        PeriodPairs.of(framework, Optional.empty(), List.of(), asked).stream()
            .map(PeriodPairs.Pair::to);
    return Stream.concat(asked.stream(), compared).distinct().toList();
  }

  /** Whether the table has these rows and no others: then there is nothing to commit. */
  private static boolean isThere(JobContext context, List<Row> rows) {
    if (!context.lake().has(Tables.BOTTLENECKS)) {
      return false;
    }
    var names = Tables.BOTTLENECKS.schema().fieldNames();
    var kept = context.lake().read(Tables.BOTTLENECKS).select(names[0], rest(names));
    return Set.copyOf(kept.collectAsList()).equals(Set.copyOf(rows));
  }

  private static String[] rest(String[] names) {
    return Arrays.copyOfRange(names, 1, names.length);
  }
}
