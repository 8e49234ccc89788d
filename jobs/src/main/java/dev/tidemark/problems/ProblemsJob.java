package dev.tidemark.problems;

import static dev.tidemark.table.Col.PERIOD;
import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.ProblemRule;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.job.Together;
import dev.tidemark.table.RuleTables;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes {@code problem_sightings}, {@code problems} and {@code rectification}; runs after the jobs
 * whose tables its rules look at.
 */
public final class ProblemsJob implements TableJob {
  @Override
  public String name() {
    return "problems";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return framework.problems().rules().stream()
        .map(rule -> RuleTables.stored(RuleTables.named(rule.table()).orElseThrow()))
        .distinct()
        .map(table -> Reads.byPeriod(table).ifThere())
        .toList();
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(Tables.PROBLEM_SIGHTINGS, Tables.PROBLEMS, Tables.RECTIFICATION);
  }

  /**
   * Lets the rules look at the periods asked for, and follows every problem through all periods.
   *
   * <p>What was seen in other periods stays as it was; problems and rectification are made anew
   * from all of it, so that no problem is ever there twice.
   */
  @Override
  public void run(JobContext context) {
    var lake = context.lake();
    var looking = rulesWithTables(context);
    if (looking.isEmpty() && !lake.has(Tables.PROBLEM_SIGHTINGS)) {
      context.progress().accept("problems: no rule has anything to look at; problems are left out");
      return;
    }
    int rules = looking.values().stream().mapToInt(List::size).sum();
    context
        .progress()
        .accept("problems: %d rules look at %d tables".formatted(rules, looking.size()));
    try {
      writeSightings(context, looking);
    } catch (RuntimeException failure) {
      throw RuleTrouble.explained(failure, context.framework().problems().rules());
    }
    var sightings = lake.read(Tables.PROBLEM_SIGHTINGS);
    var periods = lookedAt(context, sightings);
    var states = ProblemStates.of(sightings, context.framework(), periods);
    Together.runAll(
        2,
        List.of(
            () ->
                lake.replaceAll(Tables.PROBLEMS, Problems.of(states, context.framework(), periods)),
            () ->
                lake.replaceAll(
                    Tables.RECTIFICATION, Rectification.of(states, context.framework(), periods))));
  }

  /** The rules of each table that was delivered or written; says which are left out, and why. */
  private static Map<TableSpec, List<ProblemRule>> rulesWithTables(JobContext context) {
    var problems = context.framework().problems();
    new TreeMap<>(problems.lacking())
        .entrySet().stream()
            .collect(groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.toList()))
            .forEach(
                (parameter, rules) ->
                    context
                        .progress()
                        .accept(
                            "problems: %s left out; problems.parameters gives no %s"
                                .formatted(
                                    rules.stream()
                                        .map(Map.Entry::getKey)
                                        .collect(Collectors.joining(", ")),
                                    parameter)));
    var byTable = new LinkedHashMap<TableSpec, List<ProblemRule>>();
    for (var rule : problems.rules()) {
      byTable
          .computeIfAbsent(RuleTables.named(rule.table()).orElseThrow(), table -> new ArrayList<>())
          .add(rule);
    }
    byTable
        .entrySet()
        .removeIf(
            entry -> {
              var stored = RuleTables.stored(entry.getKey());
              boolean isMissing = !context.lake().has(stored);
              if (isMissing) {
                var ids =
                    entry.getValue().stream()
                        .map(ProblemRule::id)
                        .collect(Collectors.joining(", "));
                context
                    .progress()
                    .accept(
                        "problems: %s left out; the warehouse has no table %s"
                            .formatted(ids, stored.name()));
              }
              return isMissing;
            });
    return byTable;
  }

  private static void writeSightings(
      JobContext context, Map<TableSpec, List<ProblemRule>> looking) {
    var framework = context.framework();
    var owned =
        framework.periods().stream()
            .filter(period -> !context.isPartial() || context.periods().contains(period.id()))
            .toList();
    var rows =
        looking.entrySet().stream()
            .map(
                entry ->
                    rows(context, entry.getKey(), owned)
                        .transform(
                            table -> RuleRows.of(table, owned, framework.problems().parameters()))
                        .transform(
                            table -> Looks.of(table, entry.getKey(), entry.getValue(), framework)))
            .reduce(Dataset::unionByName)
            .map(looks -> Sightings.of(looks, framework))
            .orElseGet(
                () ->
                    context.spark().createDataFrame(List.of(), Tables.PROBLEM_SIGHTINGS.schema()));
    if (context.isPartial()) {
      context.lake().replacePartitions(Tables.PROBLEM_SIGHTINGS, rows, context.periods());
    } else {
      context.lake().replaceAll(Tables.PROBLEM_SIGHTINGS, rows);
    }
  }

  private static Dataset<Row> rows(JobContext context, TableSpec table, List<Period> periods) {
    var ids = periods.stream().map(Period::id).toArray();
    var stored = context.lake().read(RuleTables.stored(table)).where(col(PERIOD).isin(ids));
    return table.equals(RuleTables.ITEM_LISTINGS)
        ? ItemListings.of(stored, context.framework())
        : stored;
  }

  /** The framework's periods in which a rule looked at anything. */
  private static List<Period> lookedAt(JobContext context, Dataset<Row> sightings) {
    var ids =
        sightings.select(PERIOD).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    return context.framework().periods().stream()
        .filter(period -> ids.contains(period.id()))
        .toList();
  }
}
