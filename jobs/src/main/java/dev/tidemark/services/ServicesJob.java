package dev.tidemark.services;

import dev.tidemark.enquiries.JudgedEnquiries;
import dev.tidemark.error.YearNotCovered;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Writes {@code service_levels}, {@code service_changes} and {@code service_shortfalls}. */
public final class ServicesJob implements TableJob {
  @Override
  public String name() {
    return "services";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(Reads.byPeriod(Tables.ENQUIRIES));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(Tables.SERVICE_LEVELS, Tables.SERVICE_SHORTFALLS, Tables.SERVICE_CHANGES);
  }

  /**
   * Counts enquiries and compares each period with the one before.
   *
   * @throws YearNotCovered if enquiries tell of days whose working days are not known
   */
  @Override
  public void run(JobContext context) {
    if (!context.lake().has(Tables.ENQUIRIES)) {
      context.progress().accept("services: no enquiries were ever loaded; service levels left out");
      return;
    }
    var periods = OwnedPeriods.of(context.framework(), context.periods());
    var judged = JudgedEnquiries.of(context, periods.needed());
    var tallies = new Tallies(context.framework().units(), context.framework().groups());
    var levelRows = new ArrayList<Row>();
    var shortfallRows = new ArrayList<Row>();
    if (judged.isPresent()) {
      count(context, judged.get(), tallies);
      var levels = new ServiceLevels(context.framework());
      var below = new LinkedHashMap<Examples.Place, Tally>();
      for (var period : periods.owned()) {
        levelRows.addAll(levels.of(period, judged.get().lastDayOf(period), tallies));
        below.putAll(levels.belowFloor(period, tallies));
      }
      var examples = examples(judged.get(), below);
      below.forEach(
          (place, tally) -> shortfallRows.add(levels.shortfall(place, tally, examples.get(place))));
    }
    var changes = new ServiceChanges(context.framework(), tallies);
    var changeRows =
        periods.pairs().stream()
            .flatMap(pair -> changes.of(pair.from(), pair.to()).stream())
            .toList();
    replace(context, Tables.SERVICE_LEVELS, levelRows, periods.owned());
    replace(context, Tables.SERVICE_SHORTFALLS, shortfallRows, periods.owned());
    replace(
        context,
        Tables.SERVICE_CHANGES,
        changeRows,
        periods.pairs().stream().map(PeriodPairs.Pair::to).toList());
  }

  private static void count(JobContext context, JudgedEnquiries judged, Tallies tallies) {
    context.progress().accept("services: judging enquiries against the floors of their kinds");
    judged.outcomes().transform(OutcomeCounts::of).toLocalIterator().forEachRemaining(tallies::add);
  }

  /** An enquiry of each unit below the floor. */
  private static Map<Examples.Place, String> examples(
      JudgedEnquiries judged, Map<Examples.Place, Tally> below) {
    if (below.isEmpty()) {
      return Map.of();
    }
    var first = new HashMap<Examples.Place, Long>();
    below.forEach((place, tally) -> first.put(place, tally.firstBeyond().orElseThrow()));
    var candidates = Examples.candidates(judged.delivered(), first);
    return Examples.byPlace(judged.outcomes(candidates).transform(Examples::of).collectAsList());
  }

  /** A partial run replaces its own periods; a full one leaves none that the framework lost. */
  private static void replace(
      JobContext context, TableSpec table, List<Row> rows, List<String> owned) {
    var written = context.spark().createDataFrame(rows, table.schema());
    if (!context.isPartial()) {
      context.lake().replaceAll(table, written);
    } else if (!owned.isEmpty()) {
      context.lake().replacePartitions(table, written, owned);
    }
  }
}
