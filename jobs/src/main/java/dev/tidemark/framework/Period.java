package dev.tidemark.framework;

import java.time.LocalDate;

/**
 * A period of observation.
 *
 * @param id unique in the framework; never {@code all}, which names the mean over the periods
 * @param start first day
 * @param end last day, itself included
 * @param title what reports call it
 */
public record Period(String id, LocalDate start, LocalDate end, Title title) {
  /** The id under which tables hold the mean over the periods. */
  public static final String ALL = "all";
}
