package dev.tidemark.days;

import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;

import java.time.ZoneId;
import org.apache.spark.sql.Column;

/** The day on which a moment is in a time zone, whatever the zone of the session. */
public final class LocalDay {
  private static final int SECONDS = 86_400;

  private LocalDay() {}

  /** A date; null where the timestamp is. */
  public static Column of(Column timestamp, ZoneId zone) {
    // The moment at which clocks of UTC show what those of the zone show now: its days are UTC's.
    var shifted = from_utc_timestamp(timestamp, zone.getId());
    return date_from_unix_date(floor(unix_seconds(shifted).divide(SECONDS)).cast("int"));
  }
}
