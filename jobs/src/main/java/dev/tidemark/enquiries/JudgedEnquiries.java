package dev.tidemark.enquiries;

import static dev.tidemark.table.Col.CREATED_AT;
import static dev.tidemark.table.Col.KIND;
import static dev.tidemark.table.Col.LOADED_AT;
import static dev.tidemark.table.Col.OBSERVED_AT;
import static dev.tidemark.table.Col.PERIOD;
import static dev.tidemark.table.Col.SEQUENCE;
import static dev.tidemark.table.Col.SUBMITTED_AT;
import static dev.tidemark.table.Col.TABLE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.tidemark.days.Calendars;
import dev.tidemark.days.DayTable;
import dev.tidemark.days.LocalDay;
import dev.tidemark.error.YearNotCovered;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Memberships;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The view {@code enquiry_outcomes}: each enquiry of the warehouse with what became of it. It is
 * not stored, since an outcome may change with the framework's floors and calendar.
 */
public final class JudgedEnquiries {
  private static final String CONSULTATION = "consultation";
  private static final Map<String, String> NOUNS =
      Map.of(Tables.ENQUIRIES.name(), "enquiry", Tables.MESSAGES.name(), "message");

  private final Dataset<Row> enquiries;
  private final EvaluationFramework framework;
  private final Observation observation;
  private final Calendars calendars;
  private final Dataset<Row> days;

  private JudgedEnquiries(
      Dataset<Row> enquiries, EvaluationFramework framework, Observation observation) {
    this.enquiries = enquiries;
    this.framework = framework;
    this.observation = observation;
    this.calendars = Calendars.of(framework.calendar());
    this.days =
        DayTable.of(enquiries.sparkSession(), calendars, observation.first(), observation.last());
  }

  /**
   * Those of some periods, to the units that the framework has.
   *
   * @param periods ids of periods
   * @return empty if there are none
   * @throws YearNotCovered if enquiries tell of days whose working days are not known
   */
  public static Optional<JudgedEnquiries> of(JobContext context, List<String> periods) {
    return of(context, Tables.ENQUIRIES, context.lake().read(Tables.ENQUIRIES), periods);
  }

  /**
   * Messages of some periods, to the units that the framework has, judged as consultations sent
   * when they were written.
   *
   * @param periods ids of periods
   * @return empty if there are none
   * @throws YearNotCovered if messages tell of days whose working days are not known
   */
  public static Optional<JudgedEnquiries> ofMessages(JobContext context, List<String> periods) {
    var messages =
        context
            .lake()
            .read(Tables.MESSAGES)
            .withColumn(KIND, lit(CONSULTATION))
            .withColumn(SUBMITTED_AT, col(CREATED_AT))
            .withColumn(OBSERVED_AT, lit(null).cast("timestamp"));
    return of(context, Tables.MESSAGES, messages, periods);
  }

  private static Optional<JudgedEnquiries> of(
      JobContext context, TableSpec table, Dataset<Row> rows, List<String> periods) {
    var framework = context.framework();
    // A unit that left the framework says nothing of until when the others were observed.
    var enquiries = Memberships.ofUnits(rows.where(col(PERIOD).isin(periods.toArray())), framework);
    var spans = Observation.spans(enquiries, framework.timezone()).collectAsList();
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    var observation = Observation.of(spans, framework.periods(), loadedOn(context, table));
    try {
      return Optional.of(new JudgedEnquiries(enquiries, framework, observation));
    } catch (YearNotCovered fault) {
      throw named(fault, NOUNS.get(table.name()), enquiries, framework, observation);
    }
  }

  /** The fault with an enquiry of the earliest day that is not known, else of the latest. */
  private static YearNotCovered named(
      YearNotCovered fault,
      String noun,
      Dataset<Row> enquiries,
      EvaluationFramework framework,
      Observation observation) {
    var years = Calendars.of(framework.calendar()).byId().get(Calendars.ALL).years();
    return Stream.of(observation.first(), observation.last())
        .filter(day -> !years.contains(day.getYear()))
        .flatMap(
            day ->
                UncoveredDay.enquiryOf(enquiries, day, framework.timezone())
                    .collectAsList()
                    .stream()
                    .map(row -> fault.askedForBy(noun + " " + UncoveredDay.text(row), day)))
        .findFirst()
        .orElse(fault);
  }

  /** The enquiries as they were delivered. */
  public Dataset<Row> delivered() {
    return enquiries;
  }

  /** Their outcomes, with the columns that {@link EnquiryOutcomes} adds. */
  public Dataset<Row> outcomes() {
    return outcomes(enquiries);
  }

  /**
   * The outcomes of a part.
   *
   * @param some of {@link #delivered}
   */
  public Dataset<Row> outcomes(Dataset<Row> some) {
    return EnquiryOutcomes.of(
        some, days, calendars, framework.serviceLevels(), observation, framework.timezone());
  }

  /** The last day that a period's enquiries without a day of their own were observed to its end. */
  public LocalDate lastDayOf(String period) {
    return observation.lastDayOf(period);
  }

  /** The day each file of the table was loaded, by its place in the order of loading. */
  private static Map<Long, LocalDate> loadedOn(JobContext context, TableSpec table) {
    var days = new HashMap<Long, LocalDate>();
    if (context.lake().has(Tables.INGESTED_FILES)) {
      context
          .lake()
          .read(Tables.INGESTED_FILES)
          .where(col(TABLE).equalTo(table.name()))
          .groupBy(SEQUENCE)
          .agg(LocalDay.of(min(LOADED_AT), context.framework().timezone()).cast("string"))
          .collectAsList()
          .forEach(row -> days.put(row.getLong(0), LocalDate.parse(row.getString(1))));
    }
    return days;
  }
}
