package dev.tidemark.enquiries;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.days.Calendars;
import dev.tidemark.days.DueDates;
import dev.tidemark.days.LocalDay;
import dev.tidemark.days.WorkingDayNumbers;
import dev.tidemark.framework.ServiceFloor;
import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each enquiry ended, as far as it was observed. */
public final class EnquiryOutcomes {
  private static final String SENT_DAY = "sent_day";
  private static final String ANSWER_DAY = "answer_day";
  private static final String WAITED_UNTIL = "waited_until";
  private static final String SENT_NUMBER = "sent_number";
  private static final String WAITED_NUMBER = "waited_number";

  private EnquiryOutcomes() {}

  /**
   * Judges each enquiry against the floor of its kind.
   *
   * @param enquiries {@code enquiries} of the periods of {@code observation}
   * @param days a {@link dev.tidemark.days.DayTable} from the first day of {@code observation} to
   *     its last
   * @return the enquiries with {@code waited_working_days} until the reply or, without one, until
   *     the observation ended; and, true or false, {@code answered}, {@code within_floor}, {@code
   *     late}, {@code unanswered} and {@code undetermined} (of the last four exactly one is true,
   *     none where the kind has no floor), and {@code within_due}: within a floor that ended while
   *     observed
   */
  public static Dataset<Row> of(
      Dataset<Row> enquiries,
      Dataset<Row> days,
      Calendars calendars,
      Map<String, ServiceFloor> floors,
      Observation observation,
      ZoneId zone) {
    var toldDay = date_sub(LocalDay.of(col(OBSERVED_AT), zone), 1);
    var periodsLastDay = observation.lastDayOf(col(PERIOD));
    // Nobody looks again after a reply: a look may end the observation of those without one alone.
    // The others were due as long as their neighbours, or a late reply, itself a look, would count
    // and those in time would not.
    var lastDay =
        when(
                col(ANSWER_DAY).isNotNull(),
                greatest(toldDay, periodsLastDay, date_sub(col(ANSWER_DAY), 1)))
            .otherwise(coalesce(toldDay, periodsLastDay));
    var waitedUntil = coalesce(col(ANSWER_DAY), greatest(col(OBSERVED_UNTIL), col(SENT_DAY)));
    return enquiries
        .withColumn(CALENDAR, calendars.numberFor(col(UNIT)))
        .withColumn(SENT_DAY, LocalDay.of(col(SUBMITTED_AT), zone))
        .withColumn(ANSWER_DAY, LocalDay.of(col(ANSWERED_AT), zone))
        .withColumn(OBSERVED_UNTIL, lastDay)
        .withColumn(WAITED_UNTIL, waitedUntil)
        .withColumn(FLOOR_WORKING_DAYS, floor(floors))
        .transform(rows -> WorkingDayNumbers.ofDay(rows, days, SENT_DAY, SENT_NUMBER))
        .transform(rows -> DueDates.of(rows, days, SENT_NUMBER, col(FLOOR_WORKING_DAYS), DUE_DATE))
        .transform(rows -> WorkingDayNumbers.ofDay(rows, days, WAITED_UNTIL, WAITED_NUMBER))
        .withColumn(WAITED_WORKING_DAYS, col(WAITED_NUMBER).minus(col(SENT_NUMBER)))
        .transform(EnquiryOutcomes::judged)
        .drop(CALENDAR, SENT_DAY, ANSWER_DAY, OBSERVED_UNTIL, WAITED_UNTIL, FLOOR_WORKING_DAYS)
        .drop(SENT_NUMBER, DUE_DATE, WAITED_NUMBER);
  }

  private static Dataset<Row> judged(Dataset<Row> rows) {
    var hasFloor = col(FLOOR_WORKING_DAYS).isNotNull();
    // A due date beyond the table is null: later than all that was observed.
    var isInTime = col(DUE_DATE).isNull().or(col(ANSWER_DAY).leq(col(DUE_DATE)));
    var isOver = col(DUE_DATE).isNotNull().and(col(DUE_DATE).leq(col(OBSERVED_UNTIL)));
    return rows.withColumn(ANSWERED, col(ANSWERED_AT).isNotNull())
        .withColumn(WITHIN_FLOOR, hasFloor.and(col(ANSWERED)).and(isInTime))
        .withColumn(LATE, hasFloor.and(col(ANSWERED)).and(not(isInTime)))
        .withColumn(UNANSWERED, hasFloor.and(not(col(ANSWERED))).and(isOver))
        .withColumn(UNDETERMINED, hasFloor.and(not(col(ANSWERED))).and(not(isOver)))
        .withColumn(WITHIN_DUE, col(WITHIN_FLOOR).and(isOver));
  }

  private static Column floor(Map<String, ServiceFloor> floors) {
    var days = lit(null).cast("int");
    for (var floor : floors.entrySet()) {
      days =
          when(col(KIND).equalTo(floor.getKey()), floor.getValue().workingDays()).otherwise(days);
    }
    return days;
  }
}
