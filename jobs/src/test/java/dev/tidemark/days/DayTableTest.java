package dev.tidemark.days;

import static dev.tidemark.table.Col.ANSWERED_AT;
import static dev.tidemark.table.Col.CALENDAR;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.SUBMITTED_AT;
import static dev.tidemark.table.Col.UNIT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.YearNotCovered;
import dev.tidemark.framework.CalendarRules;
import dev.tidemark.framework.CalendarRules.Days;
import dev.tidemark.framework.CalendarRules.Region;
import dev.tidemark.support.SharedSpark;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class DayTableTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String DAYS = "days";
  private static final String DUE = "due";

  /** The unit 420100 has two days off of its own. */
  private static final Calendars CALENDARS =
      Calendars.of(
          new CalendarRules(
              Optional.empty(),
              CalendarRules.DEFAULT.weekend(),
              Optional.empty(),
              Optional.empty(),
              new Days(Set.of(), Set.of()),
              List.of(
                  new Region(
                      "hubei",
                      Set.of("420100"),
                      new Days(
                          Set.of(LocalDate.of(2020, 2, 3), LocalDate.of(2020, 2, 4)), Set.of())))));

  /** A session of another zone than the data, since results must not depend on it. */
  private static SparkSession spark() {
    var spark = SharedSpark.session().newSession();
    spark.conf().set("spark.sql.session.timeZone", "Pacific/Auckland");
    return spark;
  }

  private static Dataset<Row> days(SparkSession spark, String first, String last) {
    return DayTable.of(spark, CALENDARS, LocalDate.parse(first), LocalDate.parse(last));
  }

  private static Dataset<Row> enquiries(SparkSession spark, Row... rows) {
    return spark
        .createDataFrame(
            List.of(rows),
            new StructType()
                .add(ID, DataTypes.StringType)
                .add(UNIT, DataTypes.StringType)
                .add(SUBMITTED_AT, DataTypes.TimestampType)
                .add(ANSWERED_AT, DataTypes.TimestampType))
        .withColumn(CALENDAR, CALENDARS.numberFor(col(UNIT)));
  }

  private static Row enquiry(String id, String unit, String submitted, String answered) {
    return RowFactory.create(
        id, unit, instant(submitted), answered == null ? null : instant(answered));
  }

  private static java.time.Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Row row(Object... values) {
    return RowFactory.create(values);
  }

  @Test
  void agreesWithTheCalendarsOnEveryDay() {
    var first = LocalDate.of(2018, 1, 1);
    var rows = days(spark(), "2018-01-01", "2026-12-31").collectAsList();
    Consumer<Row> agrees =
        row -> {
          var day = row.getDate(1).toLocalDate();
          var calendar = List.copyOf(CALENDARS.byId().values()).get(row.getInt(0));
          assertThat(row.getBoolean(3)).isEqualTo(calendar.isWorkingDay(day));
          assertThat(row.getInt(2)).isEqualTo(calendar.between(first, day));
        };

    assertThat(rows).hasSize(2 * 3287).allSatisfy(agrees);
  }

  @Test
  void aDayTableOfAYearNobodyKnowsIsNotMade() {
    assertThatThrownBy(() -> days(spark(), "2026-12-01", "2027-01-31"))
        .isInstanceOf(YearNotCovered.class)
        .hasMessageStartingWith("Working days of 2027 cannot be counted");
  }

  @Test
  void workingDaysPassInTheZoneAndTheRegionOfTheUnit() {
    var spark = spark();
    var enquiries =
        enquiries(
            spark,
            enquiry("T+5", "110000", "2020-01-17T23:59:59+08:00", "2020-01-23T00:00:00+08:00"),
            enquiry("extended", "110000", "2020-01-20T10:00:00+08:00", "2020-02-04T10:00:00+08:00"),
            enquiry("own days", "420100", "2020-01-20T10:00:00+08:00", "2020-02-04T10:00:00+08:00"),
            enquiry("same day", "110000", "2020-03-02T00:00:00+08:00", "2020-03-02T23:59:59+08:00"),
            enquiry("midnight", "110000", "2020-03-02T23:59:59+08:00", "2020-03-03T00:00:00+08:00"),
            enquiry("open", "110000", "2020-03-02T10:00:00+08:00", null));

    var elapsed =
        ElapsedWorkingDays.between(
            enquiries,
            days(spark, "2020-01-01", "2020-03-31"),
            SUBMITTED_AT,
            ANSWERED_AT,
            SHANGHAI,
            DAYS);

    assertThat(elapsed.select(ID, DAYS).collectAsList())
        .containsExactlyInAnyOrder(
            row("T+5", 5),
            row("extended", 5),
            row("own days", 3),
            row("same day", 0),
            row("midnight", 1),
            row("open", null));
    assertThat(elapsed.queryExecution().executedPlan().toString())
        .contains("BroadcastHashJoin")
        .doesNotContain("SortMergeJoin", "UDF", "MapElements");
  }

  /**
   * New York's clocks: 5 hours behind UTC until 8 March 2020, 2 a.m.; 4 until 1 November, 2 a.m.
   */
  @Test
  void workingDaysPassAtMidnightOfAZoneThatChangesItsClocks() {
    var spark = spark();
    var enquiries =
        enquiries(
            spark,
            enquiry("winter", "u", "2020-03-06T04:59:59Z", "2020-03-06T05:00:00Z"),
            enquiry("summer", "u", "2020-03-10T03:59:59Z", "2020-03-10T04:00:00Z"),
            enquiry("one day", "u", "2020-03-10T04:00:00Z", "2020-03-11T03:59:59Z"),
            enquiry("25 hours", "u", "2020-11-01T04:00:00Z", "2020-11-02T04:59:59Z"),
            enquiry("and one second", "u", "2020-11-01T04:00:00Z", "2020-11-02T05:00:00Z"));

    var elapsed =
        ElapsedWorkingDays.between(
            enquiries,
            days(spark, "2020-01-01", "2020-12-31"),
            SUBMITTED_AT,
            ANSWERED_AT,
            NEW_YORK,
            DAYS);

    assertThat(elapsed.select(ID, DAYS).collectAsList())
        .containsExactlyInAnyOrder(
            row("winter", 1),
            row("summer", 1),
            row("one day", 0),
            row("25 hours", 0),
            row("and one second", 1));
  }

  @Test
  void aTermEndsOnItsLastWorkingDayOrBeyondTheTable() {
    var spark = spark();
    var enquiries =
        enquiries(
            spark,
            enquiry("a", "110000", "2020-01-17T10:00:00+08:00", null),
            enquiry("b", "110000", "2020-01-20T10:00:00+08:00", null),
            enquiry("c", "110000", "2020-01-22T10:00:00+08:00", null),
            enquiry("d", "110000", "2020-03-30T10:00:00+08:00", null),
            enquiry("e", "110000", "2020-04-03T10:00:00+08:00", null),
            enquiry("f", "110000", "2020-04-07T10:00:00+08:00", null),
            enquiry("own days", "420100", "2020-01-20T10:00:00+08:00", null));

    var days = days(spark, "2020-01-01", "2020-04-13");
    var numbered = WorkingDayNumbers.of(enquiries, days, SUBMITTED_AT, SHANGHAI, DAYS);

    var due = DueDates.of(numbered, days, DAYS, lit(5), DUE);

    assertThat(due.select(col(ID), col(DUE).cast("string")).collectAsList())
        .containsExactlyInAnyOrder(
            row("a", "2020-01-23"),
            row("b", "2020-02-04"),
            row("c", "2020-02-06"),
            row("d", "2020-04-07"),
            row("e", "2020-04-13"),
            row("f", null),
            row("own days", "2020-02-06"));
  }

  @Test
  void aDayThatIsNotInTheTableFailsInsteadOfVanishing() {
    var spark = spark();
    var enquiries = enquiries(spark, enquiry("a", "110000", "2020-05-06T10:00:00+08:00", null));
    var numbered =
        WorkingDayNumbers.of(
            enquiries, days(spark, "2020-01-01", "2020-04-13"), SUBMITTED_AT, SHANGHAI, DAYS);

    assertThatThrownBy(numbered::collectAsList)
        .hasMessageContaining(
            "The days of submitted_at must be in the day table; one is not: 2020-05-06");
  }
}
