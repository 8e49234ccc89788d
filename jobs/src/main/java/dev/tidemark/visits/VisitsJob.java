package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.error.Quantity;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes {@code unit_visits}, {@code visit_summary}, {@code visit_stages}, {@code visit_drivers}
 * and {@code visit_changes}.
 */
public final class VisitsJob implements TableJob {
  private static final int MOST_NAMES = 20;

  private final Optional<PeriodPairs.Pair> asked;

  /**
   * Compares each period with the one before.
   *
   * @param from an earlier period to compare as well; null for none
   * @param to a later period to compare it with; null for none
   * @throws UsageWrong if one is given without the other
   */
  public VisitsJob(String from, String to) {
    asked = PeriodPairs.asked(from, to);
  }

  @Override
  public String name() {
    return "visits";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(
        framework.visits().stages().isEmpty()
            ? Reads.whole(Tables.VISITS)
            : Reads.byPeriod(Tables.VISITS));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(
        Tables.UNIT_VISITS,
        Tables.VISIT_SUMMARY,
        Tables.VISIT_STAGES,
        Tables.VISIT_DRIVERS,
        Tables.VISIT_CHANGES);
  }

  @Override
  public void run(JobContext context) {
    var framework = context.framework();
    var lake = context.lake();
    var pairs = PeriodPairs.of(framework, asked, keptPairs(context), context.periods());
    var delivered = StageVisits.ofUnits(lake.read(Tables.VISITS), framework);
    var expected = expected(context, delivered);
    var stageVisits = StageVisits.ofStages(delivered, expected);
    var unitVisits = UnitVisits.of(stageVisits, expected, framework);
    context
        .progress()
        .accept("visits: counting the visits of " + Quantity.of(framework.units().size(), "unit"));
    replace(context, Tables.UNIT_VISITS, unitVisits);
    replace(
        context, Tables.VISIT_SUMMARY, VisitSummary.of(lake.read(Tables.UNIT_VISITS), framework));
    replace(context, Tables.VISIT_STAGES, VisitStages.of(stageVisits, framework));
    if (context.isPartial() && pairs.isEmpty()) {
      return;
    }
    context
        .progress()
        .accept(
            "visits: comparing "
                + Quantity.of(pairs.size(), "pair of periods", "pairs of periods"));
    replace(context, Tables.VISIT_DRIVERS, VisitDrivers.of(stageVisits, pairs, framework), pairs);
    var units =
        UnitPairs.byPair(
            UnitPairs.of(lake.read(Tables.VISIT_DRIVERS), unitVisits, pairs).collectAsList());
    var changes =
        pairs.stream()
            .map(
                pair ->
                    VisitChanges.of(
                        framework,
                        pair,
                        expected.stages().size(),
                        units.getOrDefault(pair, Map.of())))
            .flatMap(List::stream)
            .toList();
    var schema = Tables.VISIT_CHANGES.schema();
    replace(context, Tables.VISIT_CHANGES, context.spark().createDataFrame(changes, schema), pairs);
  }

  /** Names on the way what the framework does not know, or a period does not have. */
  private static ExpectedStages expected(JobContext context, Dataset<Row> visits) {
    var framework = context.framework();
    var names =
        visits
            .select(col(PERIOD), col(STAGE), when(col(VISITS).gt(0), col(STEP)))
            .distinct()
            .collectAsList();
    var found =
        names.stream()
            .map(row -> new ExpectedStages.Found(row.getString(0), row.getString(1)))
            .collect(toSet());
    var expected = ExpectedStages.of(framework, found);
    var leftOut = expected.leftOut(found);
    var steps =
        names.stream()
            .filter(row -> !leftOut.contains(row.getString(1)))
            .map(row -> row.getString(2))
            .filter(Objects::nonNull)
            .toList();
    name(context, "stages the framework does not list are left out", leftOut);
    name(
        context,
        "stages no unit has in a period, so that no unit has a total in it",
        expected.lacking(found, framework));
    name(
        context,
        "steps at neither end of the online loop are open elsewhere",
        LoopSteps.elsewhere(steps, framework.visits()));
    return expected;
  }

  private static void name(JobContext context, String what, List<String> names) {
    if (!names.isEmpty()) {
      var more = names.size() > MOST_NAMES ? ", … (" + names.size() + " in all)" : "";
      context
          .progress()
          .accept(
              names.stream()
                  .limit(MOST_NAMES)
                  .collect(joining(", ", "visits: " + what + ": ", more)));
    }
  }

  /** A partial run replaces its own periods and what is over all. */
  private static void replace(JobContext context, TableSpec table, Dataset<Row> rows) {
    if (context.isPartial()) {
      var owned = context.ownedPeriods();
      context.lake().replacePartitions(table, rows.where(col(PERIOD).isin(owned.toArray())), owned);
    } else {
      context.lake().replaceAll(table, rows);
    }
  }

  /** A partial run replaces the pairs whose later period one of them has. */
  private static void replace(
      JobContext context, TableSpec table, Dataset<Row> rows, List<PeriodPairs.Pair> pairs) {
    if (context.isPartial()) {
      var owned = new LinkedHashSet<>(pairs.stream().map(PeriodPairs.Pair::to).toList());
      context.lake().replacePartitions(table, rows, List.copyOf(owned));
    } else {
      context.lake().replaceAll(table, rows);
    }
  }

  private static List<PeriodPairs.Pair> keptPairs(JobContext context) {
    if (!context.lake().has(Tables.VISIT_CHANGES)) {
      return List.of();
    }
    return context
        .lake()
        .read(Tables.VISIT_CHANGES)
        .select(PERIOD_FROM, PERIOD_TO)
        .distinct()
        .orderBy(PERIOD_TO, PERIOD_FROM)
        .collectAsList()
        .stream()
        .map(row -> new PeriodPairs.Pair(row.getString(0), row.getString(1)))
        .toList();
  }
}
