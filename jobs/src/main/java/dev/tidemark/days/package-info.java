/**
 * Calendars as rows, so that timestamps meet working days in a join and not in a function per row.
 *
 * <p>{@link dev.tidemark.days.Calendars} are those the framework declares, {@link
 * dev.tidemark.days.DayTable} has their days, {@link dev.tidemark.days.WorkingDayNumbers}, {@link
 * dev.tidemark.days.ElapsedWorkingDays} and {@link dev.tidemark.days.DueDates} join it.
 */
package dev.tidemark.days;
