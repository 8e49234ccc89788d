package dev.tidemark.days;

import static dev.tidemark.table.Col.CALENDAR;
import static dev.tidemark.table.Col.DAY;
import static dev.tidemark.table.Col.IS_WORKING_DAY;
import static dev.tidemark.table.Col.WORKING_DAY_NUMBER;

import dev.tidemark.calendar.WorkingDays;
import dev.tidemark.error.YearNotCovered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The days of calendars, numbered: one row per calendar and day, some hundred in a year.
 *
 * <p>{@code working_day_number} is the number of working days from the first day to this one, both
 * included. So the working days after one day until another are the difference of their numbers.
 */
public final class DayTable {
  private static final StructType SCHEMA =
      new StructType()
          .add(CALENDAR, DataTypes.IntegerType, false)
          .add(DAY, DataTypes.DateType, false)
          .add(WORKING_DAY_NUMBER, DataTypes.IntegerType, false)
          .add(IS_WORKING_DAY, DataTypes.BooleanType, false);

  private DayTable() {}

  /**
   * The days of all calendars, which are {@linkplain Calendars#numberFor numbers} here.
   *
   * @param first day, in the zone in which days are told
   * @param last day, itself included
   * @return {@code calendar, day, working_day_number, is_working_day}; one row per calendar and day
   * @throws YearNotCovered if a calendar does not know one of the days
   */
  public static Dataset<Row> of(
      SparkSession spark, Calendars calendars, LocalDate first, LocalDate last) {
    var rows = new ArrayList<Row>();
    int calendar = 0;
    for (var days : calendars.byId().values()) {
      rows.addAll(rows(calendar++, days, first, last));
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static List<Row> rows(int calendar, WorkingDays days, LocalDate first, LocalDate last) {
    days.requireCovered(first, last);
    var rows = new ArrayList<Row>();
    int number = 0;
    for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
      var isWorkingDay = days.isWorkingDay(day);
      number += isWorkingDay ? 1 : 0;
      rows.add(RowFactory.create(calendar, day, number, isWorkingDay));
    }
    return rows;
  }
}
