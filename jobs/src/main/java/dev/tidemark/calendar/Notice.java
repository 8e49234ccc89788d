package dev.tidemark.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * A notice of the State Council's General Office on days off.
 *
 * @param published the day from which it was known
 * @param year the year whose days off it settles; empty if it only amends earlier notices
 * @param number such as {@code 国办发明电〔2019〕16号}
 * @param title in Chinese, as published
 * @param address where it was published
 * @param days the days it names; some are in the last days of the year before
 */
public record Notice(
    LocalDate published,
    OptionalInt year,
    String number,
    String title,
    String address,
    List<SpecialDay> days) {
  public Notice {
    days = List.copyOf(days);
  }
}
