package dev.tidemark.compare;

import static org.apache.spark.sql.functions.col;

import dev.tidemark.error.Quantity;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.Col;
import dev.tidemark.table.PublishedVersions;
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
public final class CompareJob implements TableJob {
  private final Optional<PeriodPairs.Pair> asked;

  /**
   * Compares each period with the one before.
   *
   * @param from an earlier period to compare as well; null for none
   * @param to a later period to compare it with; null for none
   * @throws UsageWrong if one is given without the other
   */
  public CompareJob(String from, String to) {
    asked = PeriodPairs.asked(from, to);
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(
        Reads.byPeriod(Tables.INDEX_SCORES),
        Reads.ofFramework(Tables.NODES),
        Reads.ofFramework(Tables.UNITS));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(
        Tables.SCORE_CHANGES,
        Tables.CHANGE_DRIVERS,
        Tables.PRIORITIES,
        Tables.RANK_UNCERTAINTY,
        Tables.RANK_SENSITIVITY);
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
    nameVintage(context);
    writeChanges(context, pairs);
    writeRanks(context, book);
  }

  /** Scores as they were published under another version of the framework are not compared. */
  private static void nameVintage(JobContext context) {
    PublishedVersions.lastOfAnother(context.lake(), context.framework().version())
        .filter(published -> published.versions().containsKey(Tables.INDEX_SCORES.name()))
        .ifPresent(
            published ->
                context
                    .progress()
                    .accept(
                        "compare: the scores published under version %s stay readable: SELECT * FROM index_scores VERSION AS OF %d"
                            .formatted(
                                published.frameworkVersion(),
                                published.versions().get(Tables.INDEX_SCORES.name()))));
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
        .accept(
            pairs.isEmpty()
                ? "compare: no two periods are scored, so there is no change to test"
                : "compare: testing the changes of %d pair(s) of periods".formatted(pairs.size()));
    var owned = pairs.stream().map(pair -> pair.to().period()).distinct().toList();
    var changes = new ScoreChanges(framework.id(), pairs, framework.comparison(), framework.seed());
    replace(context, Tables.SCORE_CHANGES, changes.rows(context.spark()), owned);
    replace(
        context,
        Tables.CHANGE_DRIVERS,
        new ChangeDrivers(framework.id(), pairs).rows(context.spark()),
        owned);
    replace(
        context,
        Tables.PRIORITIES,
        rows(context, Tables.PRIORITIES, pairs, pair -> Priorities.of(framework.id(), pair)),
        owned);
  }

  private static <T> Dataset<Row> rows(
      JobContext context, TableSpec table, List<T> pieces, Function<T, List<Row>> of) {
    var rows = pieces.parallelStream().map(of).flatMap(List::stream).toList();
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

  private static void writeRanks(JobContext context, ScoreBook book) {
    var framework = context.framework();
    var ranks = framework.comparison().ranks();
    var ids = framework.periods().stream().map(Period::id).toList();
    var owned =
        Stream.concat(ids.stream(), Stream.of(Period.ALL))
            .filter(id -> ownsRanks(context, ids, id) && book.period(id).isPresent())
            .toList();
    context
        .progress()
        .accept("compare: drawing the ranks of " + Quantity.of(owned.size(), "period"));
    var uncertainty = new RankUncertainty(framework.id(), ranks, framework.seed());
    replace(
        context,
        Tables.RANK_UNCERTAINTY,
        rows(
            context,
            Tables.RANK_UNCERTAINTY,
            owned,
            id ->
                uncertainty.of(
                    book.period(id).orElseThrow(), before(ids, id).flatMap(book::period))),
        owned);
    var sensitivities = new RankSensitivities(framework.id(), ranks, framework.seed());
    replace(
        context,
        Tables.RANK_SENSITIVITY,
        rows(
            context,
            Tables.RANK_SENSITIVITY,
            owned,
            id -> sensitivities.of(book.period(id).orElseThrow())),
        owned);
  }

  /** Ranks of the periods asked for, of those after them, whose gains they change, and of all. */
  private static boolean ownsRanks(JobContext context, List<String> ids, String id) {
    return !context.isPartial()
        || id.equals(Period.ALL)
        || context.periods().contains(id)
        || before(ids, id).filter(context.periods()::contains).isPresent();
  }

  private static Optional<String> before(List<String> ids, String id) {
    int place = ids.indexOf(id);
    return place > 0 ? Optional.of(ids.get(place - 1)) : Optional.empty();
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
