package dev.tidemark.services;

import static dev.tidemark.table.Col.LOADED_AT;
import static dev.tidemark.table.Col.PERIOD;
import static dev.tidemark.table.Col.SEQUENCE;
import static dev.tidemark.table.Col.TABLE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import dev.tidemark.days.Calendars;
import dev.tidemark.days.DayTable;
import dev.tidemark.days.LocalDay;
import dev.tidemark.error.YearNotCovered;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes {@code service_levels}, {@code service_changes} and {@code service_shortfalls}. */
public final class ServicesJob implements Job {
  @Override
  public String name() {
    return "services";
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
    var enquiries =
        context.lake().read(Tables.ENQUIRIES).where(col(PERIOD).isin(periods.needed().toArray()));
    var observation = observation(context, enquiries);
    var tallies = new Tallies(context.framework().units(), context.framework().groups());
    var levelRows = new ArrayList<Row>();
    var shortfallRows = new ArrayList<Row>();
    if (observation.isPresent()) {
      var outcomes = outcomes(context, observation.get());
      count(context, outcomes.apply(enquiries), tallies);
      var levels = new ServiceLevels(context.framework());
      var below = new LinkedHashMap<Examples.Place, Tally>();
      for (var period : periods.owned()) {
        levelRows.addAll(levels.of(period, observation.get().lastDayOf(period), tallies));
        below.putAll(levels.belowFloor(period, tallies));
      }
      var examples = examples(enquiries, outcomes, below);
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

  private static Optional<Observation> observation(JobContext context, Dataset<Row> enquiries) {
    var spans = Observation.spans(enquiries, context.framework().timezone()).collectAsList();
    return spans.isEmpty()
        ? Optional.empty()
        : Optional.of(Observation.of(spans, context.framework().periods(), loadedOn(context)));
  }

  /** The day each file of enquiries was loaded, by its place in the order of loading. */
  private static Map<Long, LocalDate> loadedOn(JobContext context) {
    var days = new HashMap<Long, LocalDate>();
    if (context.lake().has(Tables.INGESTED_FILES)) {
      context
          .lake()
          .read(Tables.INGESTED_FILES)
          .where(col(TABLE).equalTo(Tables.ENQUIRIES.name()))
          .groupBy(SEQUENCE)
          .agg(LocalDay.of(min(LOADED_AT), context.framework().timezone()).cast("string"))
          .collectAsList()
          .forEach(row -> days.put(row.getLong(0), LocalDate.parse(row.getString(1))));
    }
    return days;
  }

  /** Judges enquiries. */
  private static UnaryOperator<Dataset<Row>> outcomes(JobContext context, Observation observation) {
    var framework = context.framework();
    var calendars = Calendars.of(framework.calendar());
    var days = DayTable.of(context.spark(), calendars, observation.first(), observation.last());
    return enquiries ->
        EnquiryOutcomes.of(
            enquiries,
            days,
            calendars,
            framework.serviceLevels(),
            observation,
            framework.timezone());
  }

  private static void count(JobContext context, Dataset<Row> outcomes, Tallies tallies) {
    context.progress().accept("services: judging enquiries against the floors of their kinds");
    outcomes.transform(OutcomeCounts::of).toLocalIterator().forEachRemaining(tallies::add);
  }

  /** An enquiry of each unit below the floor. */
  private static Map<Examples.Place, String> examples(
      Dataset<Row> enquiries,
      UnaryOperator<Dataset<Row>> outcomes,
      Map<Examples.Place, Tally> below) {
    if (below.isEmpty()) {
      return Map.of();
    }
    var first = new HashMap<Examples.Place, Long>();
    below.forEach((place, tally) -> first.put(place, tally.firstBeyond().orElseThrow()));
    var candidates = Examples.candidates(enquiries, first);
    return Examples.byPlace(outcomes.apply(candidates).transform(Examples::of).collectAsList());
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
