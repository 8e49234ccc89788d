package dev.tidemark.days;

import static org.apache.spark.sql.functions.col;

import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Working days that passed from one moment to another. */
public final class ElapsedWorkingDays {
  private static final String NUMBER_FROM = "number_from";
  private static final String NUMBER_TO = "number_to";

  private ElapsedWorkingDays() {}

  /**
   * Adds the working days after the day of one timestamp until the day of another, itself included.
   *
   * <p>Whether a term was kept is a matter of {@link DueDates}, not of this number: on the day off
   * after a term's last day no further working day has passed, and yet it is over.
   *
   * @param rows with {@code calendar} and both timestamps
   * @param days a {@link DayTable} that has every day of both
   * @param zone in which the timestamps have their days
   * @param as name of the new column, an integer; null where one of the timestamps is
   */
  public static Dataset<Row> between(
      Dataset<Row> rows, Dataset<Row> days, String from, String to, ZoneId zone, String as) {
    return rows.transform(r -> WorkingDayNumbers.of(r, days, from, zone, NUMBER_FROM))
        .transform(r -> WorkingDayNumbers.of(r, days, to, zone, NUMBER_TO))
        .withColumn(as, col(NUMBER_TO).minus(col(NUMBER_FROM)))
        .drop(NUMBER_FROM, NUMBER_TO);
  }
}
