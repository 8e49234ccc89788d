package dev.tidemark.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** The days a workbook counts, as ISO-8601. */
enum ExcelDates {
  /** Day 1 is 1900-01-01, and day 60 is the 29th of a February that had 28 days. */
  FROM_1900(LocalDate.of(1899, 12, 30)),
  /** Day 0 is 1904-01-01. */
  FROM_1904(LocalDate.of(1904, 1, 1));

  private static final int NEVER_WAS = 60;
  private static final long LAST_DAY = 2_958_465;
  private static final long MILLIS_PER_DAY = 86_400_000;

  private final LocalDate dayZero;

  ExcelDates(LocalDate dayZero) {
    this.dayZero = dayZero;
  }

  /**
   * The date, the date and time if it has a time, or the time if it has no day.
   *
   * @param serial days since day zero; the time of day is read to the millisecond
   * @param address of the cell, for the message
   * @throws ExcelCells.Unusable if no such day is
   */
  String text(BigDecimal serial, String address) throws ExcelCells.Unusable {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY + 1)) >= 0) {
      throw noDay(serial, address);
    }
    var millis =
        serial
            .multiply(BigDecimal.valueOf(MILLIS_PER_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    var day = millis / MILLIS_PER_DAY;
    var time = LocalTime.ofNanoOfDay(millis % MILLIS_PER_DAY * 1_000_000);
    if (this == FROM_1900 && day == NEVER_WAS) {
      throw noDay(serial, address);
    }
    if (day == 0 && (this == FROM_1900 || serial.signum() > 0)) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    var date = dayZero.plusDays(this == FROM_1900 && day < NEVER_WAS ? day + 1 : day);
    return time.equals(LocalTime.MIDNIGHT)
        ? date.toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date.atTime(time));
  }

  private static ExcelCells.Unusable noDay(BigDecimal serial, String address) {
    return new ExcelCells.Unusable(
        Reason.BAD_TIME, "cell %s counts to a day that never was: %s".formatted(address, serial));
  }
}
