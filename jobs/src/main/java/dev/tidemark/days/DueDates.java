package dev.tidemark.days;

import static dev.tidemark.table.Col.CALENDAR;
import static dev.tidemark.table.Col.DAY;
import static dev.tidemark.table.Col.IS_WORKING_DAY;
import static dev.tidemark.table.Col.WORKING_DAY_NUMBER;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The last day of a term of working days. */
public final class DueDates {
  private static final String DUE_CALENDAR = "due_calendar";
  private static final String DUE_NUMBER = "due_number";

  private DueDates() {}

  /**
   * Adds the day on which a term ends, at 24:00.
   *
   * @param rows with {@code calendar} and the number
   * @param days a {@link DayTable}
   * @param from name of the number that {@link WorkingDayNumbers} gives the day that starts the
   *     term; it does not count
   * @param workingDays length of the term, a whole number above 0
   * @param as name of the new column, a date; null where the number or the length is, and where the
   *     term ends after the last day of the table
   */
  public static Dataset<Row> of(
      Dataset<Row> rows, Dataset<Row> days, String from, Column workingDays, String as) {
    var lastDays =
        days.where(col(IS_WORKING_DAY))
            .select(
                col(CALENDAR).as(DUE_CALENDAR),
                col(WORKING_DAY_NUMBER).as(DUE_NUMBER),
                col(DAY).as(as));
    var isDue =
        col(CALENDAR)
            .equalTo(col(DUE_CALENDAR))
            .and(col(from).plus(workingDays).equalTo(col(DUE_NUMBER)));
    return rows.join(broadcast(lastDays), isDue, "left").drop(DUE_CALENDAR, DUE_NUMBER);
  }
}
