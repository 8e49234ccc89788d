package dev.tidemark.days;

import static dev.tidemark.table.Col.CALENDAR;
import static dev.tidemark.table.Col.DAY;
import static dev.tidemark.table.Col.WORKING_DAY_NUMBER;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the day of a timestamp stands among the working days. */
public final class WorkingDayNumbers {
  private static final String OF_CALENDAR = "numbered_calendar";
  private static final String OF_DAY = "numbered_day";

  private WorkingDayNumbers() {}

  /**
   * Adds the number of the day of a timestamp.
   *
   * @param rows with {@code calendar} and the timestamp
   * @param days a {@link DayTable} that has every day of the timestamps: a day it lacks fails the
   *     query, since a row must not leave unnoticed
   * @param timestamp name of the timestamp; null is "not happened"
   * @param zone in which it has a day
   * @param number name of the new column; null where the timestamp is
   */
  public static Dataset<Row> of(
      Dataset<Row> rows, Dataset<Row> days, String timestamp, ZoneId zone, String number) {
    return numbered(rows, days, timestamp, LocalDay.of(col(timestamp), zone), number);
  }

  /**
   * Adds the number of a day.
   *
   * @param rows with {@code calendar} and the day
   * @param days as in {@link #of}
   * @param day name of a date; null is "not happened"
   * @param number name of the new column; null where the day is
   */
  public static Dataset<Row> ofDay(
      Dataset<Row> rows, Dataset<Row> days, String day, String number) {
    return numbered(rows, days, day, col(day), number);
  }

  private static Dataset<Row> numbered(
      Dataset<Row> rows, Dataset<Row> days, String name, Column day, String number) {
    var numbered =
        days.select(
            col(CALENDAR).as(OF_CALENDAR),
            unix_date(col(DAY)).as(OF_DAY),
            col(WORKING_DAY_NUMBER).as(number));
    // Two whole numbers, which Spark joins as one.
    var isThatDay =
        col(CALENDAR).equalTo(col(OF_CALENDAR)).and(unix_date(day).equalTo(col(OF_DAY)));
    var lacking =
        raise_error(
            concat(
                lit("The days of " + name + " must be in the day table; one is not: "),
                day.cast("string")));
    return rows.join(broadcast(numbered), isThatDay, "left")
        .withColumn(number, when(col(name).isNotNull(), coalesce(col(number), lacking.cast("int"))))
        .drop(OF_CALENDAR, OF_DAY);
  }
}
