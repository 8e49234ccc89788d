package dev.tidemark.compare;

import static org.apache.spark.sql.functions.col;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.Period;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.Col;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes {@code score_changes}, {@code change_drivers}, {@code priorities}, {@code
 * rank_uncertainty} and {@code rank_sensitivity}.
 */
public final class CompareJob implements Job {
  private final Optional<PeriodPairs.Pair> asked;

  /**
   * Compares each period with the one before.
   *
   * @param from an earlier period to compare as well; null for none
   * @param to a later period to compare it with; null for none
   * @throws UsageWrong if one is given without the other
   */
  public CompareJob(String from, String to) {
    if ((from == null) != (to == null)) {
      throw new UsageWrong("--from and --to go together: give both, or neither.");
    }
    asked = from == null ? Optional.empty() : Optional.of(new PeriodPairs.Pair(from, to));
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public void run(JobContext context) {
    var framework = context.framework();
    var wanted = PeriodPairs.of(framework, asked, keptPairs(context), context.periods());
    var book =
        ScoreBook.read(
            context.lake(),
            Stream.concat(framework.periods().stream().map(Period::id), Stream.of(Period.ALL))
                .toList());
    var pairs = new ArrayList<PairedScores>();
    for (var pair : wanted) {
      var from = book.period(pair.from());
      var to = book.period(pair.to());
      if (from.isPresent() && to.isPresent()) {
        pairs.add(PairedScores.of(from.get(), to.get()));
      } else {
        var missing = from.isPresent() ? pair.to() : pair.from();
        leaveOut(context, pair, missing);
      }
    }
    writeChanges(context, pairs);
    writeRanks(context, book);
  }

  private void leaveOut(JobContext context, PeriodPairs.Pair pair, String missing) {
    if (asked.equals(Optional.of(pair))) {
      throw new UsageWrong(
          "Period %s has no scores yet, so %s and %s cannot be compared. Run tidemark index first."
              .formatted(missing, pair.from(), pair.to()));
    }
    context
        .progress()
        .accept(
            "compare: %s is not scored; %s to %s left out"
                .formatted(missing, pair.from(), pair.to()));
  }

  private static void writeChanges(JobContext context, List<PairedScores> pairs) {
    var framework = context.framework();
    context
        .progress()
        .accept("compare: testing the changes of %d pairs of periods".formatted(pairs.size()));
    var owned = pairs.stream().map(pair -> pair.to().period()).distinct().toList();
    var changes = new ScoreChanges(framework.id(), pairs, framework.comparison(), framework.seed());
    replace(context, Tables.SCORE_CHANGES, changes.rows(context.spark()), owned);
    replace(
        context,
        Tables.CHANGE_DRIVERS,
        rows(context, Tables.CHANGE_DRIVERS, pairs, pair -> Drivers.of(framework.id(), pair)),
        owned);
    replace(
        context,
        Tables.PRIORITIES,
        rows(context, Tables.PRIORITIES, pairs, pair -> Priorities.of(framework.id(), pair)),
        owned);
  }

  private static Dataset<Row> rows(
      JobContext context,
      TableSpec table,
      List<PairedScores> pairs,
      Function<PairedScores, List<Row>> of) {
    var rows = pairs.parallelStream().map(of).flatMap(List::stream).toList();
    return frame(context, table, rows);
  }

  private static Dataset<Row> frame(JobContext context, TableSpec table, List<Row> rows) {
    return context.spark().createDataFrame(rows, table.schema());
  }

  /** A partial run replaces its own periods; a full one leaves none that the framework lost. */
  private static void replace(
      JobContext context, TableSpec table, Dataset<Row> rows, List<String> owned) {
    if (!context.isPartial()) {
      context.lake().replaceAll(table, rows);
    } else if (!owned.isEmpty()) {
      context.lake().replacePartitions(table, rows, owned);
    }
  }

  /** Ranks of the periods asked for, of those after them, whose gains they change, and of all. */
  private static void writeRanks(JobContext context, ScoreBook book) {
    var framework = context.framework();
    var ids = framework.periods().stream().map(Period::id).toList();
    var uncertainty =
        new RankUncertainty(framework.id(), framework.comparison().ranks(), framework.seed());
    var sensitivity =
        new RankSensitivities(framework.id(), framework.comparison().ranks(), framework.seed());
    var owned = new ArrayList<String>();
    var ranks = new ArrayList<Row>();
    var factors = new ArrayList<Row>();
    for (int i = 0; i <= ids.size(); i++) {
      boolean isMean = i == ids.size();
      var id = isMean ? Period.ALL : ids.get(i);
      var before = i == 0 || isMean ? Optional.<PeriodScores>empty() : book.period(ids.get(i - 1));
      boolean isOwned =
          !context.isPartial()
              || isMean
              || context.periods().contains(id)
              || (i > 0 && context.periods().contains(ids.get(i - 1)));
      if (isOwned && book.period(id).isPresent()) {
        var period = book.period(id).get();
        owned.add(id);
        ranks.addAll(uncertainty.of(period, before));
        factors.addAll(sensitivity.of(period));
      }
    }
    context.progress().accept("compare: ranks of %d periods drawn".formatted(owned.size()));
    replace(
        context, Tables.RANK_UNCERTAINTY, frame(context, Tables.RANK_UNCERTAINTY, ranks), owned);
    replace(
        context, Tables.RANK_SENSITIVITY, frame(context, Tables.RANK_SENSITIVITY, factors), owned);
  }

  private static List<PeriodPairs.Pair> keptPairs(JobContext context) {
    if (!context.lake().has(Tables.SCORE_CHANGES)) {
      return List.of();
    }
    return context
        .lake()
        .read(Tables.SCORE_CHANGES)
        .select(col(Col.PERIOD_FROM), col(Col.PERIOD_TO))
        .distinct()
        .orderBy(Col.PERIOD_TO, Col.PERIOD_FROM)
        .collectAsList()
        .stream()
        .map(row -> new PeriodPairs.Pair(row.getString(0), row.getString(1)))
        .toList();
  }
}
