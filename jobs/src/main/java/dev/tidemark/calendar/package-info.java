/**
 * Which days are working days, and how many lie between two of them.
 *
 * <p>{@link dev.tidemark.calendar.StateCouncilNotices} has the facts for the People's Republic of
 * China, as known on any date; {@link dev.tidemark.calendar.WorkingDays} counts, and knows where
 * its knowledge ends.
 */
package dev.tidemark.calendar;
