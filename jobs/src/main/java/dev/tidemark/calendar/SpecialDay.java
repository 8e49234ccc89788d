package dev.tidemark.calendar;

import java.time.LocalDate;

/**
 * A day that someone has declared, whatever the day of the week says.
 *
 * @param status what it was declared to be
 * @param name of the holiday, or the reason; may be empty
 * @param notice who says so: the number of a document, an address; may be empty
 */
public record SpecialDay(LocalDate day, Status status, String name, String notice) {
  /** What a day was declared to be. */
  public enum Status {
    /** A day off. */
    OFF,
    /** A working day, mostly a weekend day that makes up for a day off. */
    WORK
  }
}
