package dev.tidemark.services;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.days.Calendars;
import dev.tidemark.days.DayTable;
import dev.tidemark.enquiries.EnquiryOutcomes;
import dev.tidemark.enquiries.Observation;
import dev.tidemark.framework.CalendarRules;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.ServiceFloor;
import dev.tidemark.framework.Title;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Enquiries of January to April 2020 in Shanghai's time, one a line: id, kind, submitted, answered
 * or {@code -}, and when last looked at or {@code -}; and what became of each.
 */
final class Sent {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Consultations have a floor of five working days, complaints none. */
  static final Map<String, ServiceFloor> FLOORS = Map.of("consultation", new ServiceFloor(5, 1));

  private final Dataset<Row> rows;
  private CalendarRules calendar = CalendarRules.DEFAULT;
  private String end = "2020-04-30";
  private Map<Long, LocalDate> loadedOn = Map.of();

  private Sent(Dataset<Row> rows) {
    this.rows = rows;
  }

  static Sent of(String... lines) {
    var rows = Arrays.stream(lines).map(Sent::row).toList();
    return new Sent(SharedSpark.session().createDataFrame(rows, Tables.ENQUIRIES.schema()));
  }

  Sent by(CalendarRules rules) {
    calendar = rules;
    return this;
  }

  /** The same, told to be resolved. */
  Sent resolved() {
    return new Sent(rows.withColumn(RESOLVED, lit(true)));
  }

  Sent inAPeriodUntil(String day) {
    end = day;
    return this;
  }

  Sent loadedOn(String day) {
    loadedOn = Map.of(1L, LocalDate.parse(day));
    return this;
  }

  Observation observation() {
    var period = new Period("P1", LocalDate.of(2020, 1, 1), LocalDate.parse(end), Title.of("P1"));
    return Observation.of(
        Observation.spans(rows, SHANGHAI).collectAsList(), List.of(period), loadedOn);
  }

  private Dataset<Row> outcomes() {
    return judged(rows);
  }

  private Dataset<Row> judged(Dataset<Row> enquiries) {
    var observation = observation();
    var calendars = Calendars.of(calendar);
    var days =
        DayTable.of(SharedSpark.session(), calendars, observation.first(), observation.last());
    return EnquiryOutcomes.of(enquiries, days, calendars, FLOORS, observation, SHANGHAI);
  }

  /** By id: the outcome, and the working days waited. */
  Map<String, String> ended() {
    var columns = List.of(WITHIN_FLOOR, LATE, UNANSWERED, UNDETERMINED);
    return outcomes().collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs(ID),
                row ->
                    columns.stream().filter(row::<Boolean>getAs).collect(Collectors.joining(","))
                        + " "
                        + row.getAs(WAITED_WORKING_DAYS),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  /** The enquiry to look at, if the first beyond the floor was sent then. */
  List<String> example(String firstBeyond) {
    var place = new Examples.Place("P1", "consultation", "u");
    var micros = time(firstBeyond).getTime() * 1000;
    return Examples.of(judged(Examples.candidates(rows, Map.of(place, micros))))
        .select(ID)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** One row for each unit and length of wait. */
  List<Row> counts() {
    return OutcomeCounts.of(outcomes()).collectAsList();
  }

  private static Row row(String line) {
    var cells = line.strip().split(" +", -1);
    return new RowBuilder(Tables.ENQUIRIES)
        .with(ID, cells[0])
        .with(PERIOD, "P1")
        .with(UNIT, "u")
        .with(KIND, cells[1])
        .with(SUBMITTED_AT, time(cells[2]))
        .with(ANSWERED_AT, time(cells[3]))
        .with(OBSERVED_AT, time(cells[4]))
        .with(SOURCE_FILE, "enquiries.csv")
        .with(SOURCE_LINE, 1L)
        .with(SEQUENCE, 1L)
        .with(LOAD_ID, "run")
        .row();
  }

  private static Timestamp time(String cell) {
    return cell.equals("-")
        ? null
        : Timestamp.from(LocalDateTime.parse(cell).atZone(SHANGHAI).toInstant());
  }
}
