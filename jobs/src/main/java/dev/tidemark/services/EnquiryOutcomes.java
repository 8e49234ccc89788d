package dev.tidemark.services;

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
import dev.tidemark.days.ElapsedWorkingDays;
import dev.tidemark.days.LocalDay;
import dev.tidemark.framework.ServiceFloor;
import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each enquiry ended, as far as it was observed. */
final class EnquiryOutcomes {
  private static final String WAITED_UNTIL = "waited_until";

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
  static Dataset<Row> of(
      Dataset<Row> enquiries,
      Dataset<Row> days,
      Calendars calendars,
      Map<String, ServiceFloor> floors,
      Observation observation,
      ZoneId zone) {
    var answerDay = LocalDay.of(col(ANSWERED_AT), zone);
    var toldDay = date_sub(LocalDay.of(col(OBSERVED_AT), zone), 1);
    // A reply is a look, too: the day before it was observed whatever the other columns say.
    var lastDay =
        greatest(coalesce(toldDay, observation.lastDayOf(col(PERIOD))), date_sub(answerDay, 1));
    var waitedUntil =
        coalesce(answerDay, greatest(col(OBSERVED_UNTIL), LocalDay.of(col(SUBMITTED_AT), zone)));
    return enquiries
        .withColumn(CALENDAR, calendars.idFor(col(UNIT)))
        .withColumn(OBSERVED_UNTIL, lastDay)
        .withColumn(WAITED_UNTIL, waitedUntil)
        .withColumn(FLOOR_WORKING_DAYS, floor(floors))
        .transform(
            rows -> DueDates.of(rows, days, SUBMITTED_AT, col(FLOOR_WORKING_DAYS), zone, DUE_DATE))
        .transform(
            rows ->
                ElapsedWorkingDays.untilDay(
                    rows, days, SUBMITTED_AT, zone, WAITED_UNTIL, WAITED_WORKING_DAYS))
        .transform(rows -> judged(rows, answerDay))
        .drop(CALENDAR, WAITED_UNTIL, OBSERVED_UNTIL, DUE_DATE, FLOOR_WORKING_DAYS);
  }

  private static Dataset<Row> judged(Dataset<Row> rows, Column answerDay) {
    var hasFloor = col(FLOOR_WORKING_DAYS).isNotNull();
    // A due date beyond the table is null: later than all that was observed.
    var isInTime = col(DUE_DATE).isNull().or(answerDay.leq(col(DUE_DATE)));
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
