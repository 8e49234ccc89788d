package dev.tidemark.days;

import static dev.tidemark.table.Col.CALENDAR;
import static dev.tidemark.table.Col.DAY;
import static dev.tidemark.table.Col.IS_WORKING_DAY;
import static dev.tidemark.table.Col.WORKING_DAY_NUMBER;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The last day of a term of working days. */
public final class DueDates {
  private static final String NUMBER_FROM = "number_from";
  private static final String DUE_CALENDAR = "due_calendar";
  private static final String DUE_NUMBER = "due_number";

  private DueDates() {}

  /**
   * Adds the day on which a term ends, at 24:00 of the zone.
   *
   * @param rows with {@code calendar} and the timestamp
   * @param days a {@link DayTable} that has every day of the timestamp
   * @param from name of the timestamp that starts the term; its day does not count
   * @param workingDays length of the term, a whole number above 0
   * @param zone in which the timestamp has its day
   * @param as name of the new column, a date; null where the timestamp or the length is, and where
   *     the term ends after the last day of the table
   */
  public static Dataset<Row> of(
      Dataset<Row> rows,
      Dataset<Row> days,
      String from,
      Column workingDays,
      ZoneId zone,
      String as) {
    var lastDays =
        days.where(col(IS_WORKING_DAY))
            .select(
                col(CALENDAR).as(DUE_CALENDAR),
                col(WORKING_DAY_NUMBER).as(DUE_NUMBER),
                col(DAY).as(as));
    var isDue =
        col(CALENDAR)
            .equalTo(col(DUE_CALENDAR))
            .and(col(NUMBER_FROM).plus(workingDays).equalTo(col(DUE_NUMBER)));
    return rows.transform(r -> WorkingDayNumbers.of(r, days, from, zone, NUMBER_FROM))
        .join(broadcast(lastDays), isDue, "left")
        .drop(NUMBER_FROM, DUE_CALENDAR, DUE_NUMBER);
  }
}
