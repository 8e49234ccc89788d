package dev.tidemark.enquiries;

import static dev.tidemark.table.Col.ANSWERED_AT;
import static dev.tidemark.table.Col.OBSERVED_AT;
import static dev.tidemark.table.Col.PERIOD;
import static dev.tidemark.table.Col.SEQUENCE;
import static dev.tidemark.table.Col.SUBMITTED_AT;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.days.LocalDay;
import dev.tidemark.framework.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Until when enquiries were observed. What was not answered by then may have been answered later.
 *
 * <p>An enquiry that tells when it was last looked at ({@code observed_at}) was observed to the end
 * of the day before. The others of a period share one end: the period's last day, or the day before
 * the last submission or reply that its enquiries tell of, if that is later; but never the day they
 * were loaded or one after it.
 */
public final class Observation {
  private static final String FIRST_DAY = "first_day";
  private static final String LAST_SIGN = "last_sign";
  private static final String LAST_DAY = "last_day";

  private final Map<String, LocalDate> lastDays;
  private final LocalDate first;
  private final LocalDate last;

  private Observation(Map<String, LocalDate> lastDays, LocalDate first, LocalDate last) {
    this.lastDays = lastDays;
    this.first = first;
    this.last = last;
  }

  /**
   * What must be known of enquiries before they are judged.
   *
   * @param enquiries {@code enquiries}
   * @param zone in which days are told
   * @return one row per period; days as text
   */
  public static Dataset<Row> spans(Dataset<Row> enquiries, ZoneId zone) {
    var lastSign = greatest(max(SUBMITTED_AT), max(ANSWERED_AT));
    return enquiries
        .groupBy(PERIOD)
        .agg(
            day(min(SUBMITTED_AT), zone).as(FIRST_DAY),
            day(lastSign, zone).as(LAST_SIGN),
            day(greatest(lastSign, max(OBSERVED_AT)), zone).as(LAST_DAY),
            max(SEQUENCE).as(SEQUENCE));
  }

  private static Column day(Column timestamp, ZoneId zone) {
    return LocalDay.of(timestamp, zone).cast("string");
  }

  /**
   * The observation of some periods.
   *
   * @param spans rows of {@link #spans}, at least one
   * @param loadedOn the day a file was loaded, by its place in the order of loading; a file that is
   *     not there sets no bound
   */
  public static Observation of(
      List<Row> spans, List<Period> periods, Map<Long, LocalDate> loadedOn) {
    var ends = new HashMap<String, LocalDate>();
    periods.forEach(period -> ends.put(period.id(), period.end()));
    var lastDays = new HashMap<String, LocalDate>();
    for (var span : spans) {
      var period = span.<String>getAs(PERIOD);
      var end = later(ends.get(period), date(span, LAST_SIGN).minusDays(1));
      var loaded = loadedOn.get(span.<Long>getAs(SEQUENCE));
      lastDays.put(period, loaded == null ? end : earlier(end, loaded.minusDays(1)));
    }
    var first = Collections.min(spans.stream().map(span -> date(span, FIRST_DAY)).toList());
    var last = Collections.max(spans.stream().map(span -> date(span, LAST_DAY)).toList());
    return new Observation(lastDays, first, later(last, Collections.max(lastDays.values())));
  }

  /** The last day that a period's enquiries without a day of their own were observed to its end. */
  public LocalDate lastDayOf(String period) {
    return lastDays.get(period);
  }

  /** The same as a date column. */
  Column lastDayOf(Column period) {
    var day = lit(null).cast("date");
    for (var known : lastDays.entrySet()) {
      day = when(period.equalTo(known.getKey()), lit(known.getValue())).otherwise(day);
    }
    return day;
  }

  /** The first day any enquiry tells of. */
  public LocalDate first() {
    return first;
  }

  /** The last day any enquiry tells of or was observed on. */
  public LocalDate last() {
    return last;
  }

  private static LocalDate date(Row span, String column) {
    return LocalDate.parse(span.<String>getAs(column));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
