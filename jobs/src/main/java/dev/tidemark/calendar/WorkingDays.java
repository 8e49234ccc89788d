package dev.tidemark.calendar;

import dev.tidemark.error.YearNotCovered;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A calendar: which days are working days, in the years it covers.
 *
 * <p>Terms count from the day after the event that starts them, and only working days count: Civil
 * Code of the PRC, article 201, and Administrative Licensing Law, article 82. The last working day
 * of a term belongs to it to its end, 24:00 (Civil Code, article 203).
 *
 * <p>Outside its years it answers nothing: every method throws {@link YearNotCovered} there.
 */
public final class WorkingDays {
  private final String source;
  private final Set<DayOfWeek> weekend;
  private final SortedSet<Integer> years;
  private final Map<LocalDate, SpecialDay> specialDays;

  private WorkingDays(
      String source,
      Set<DayOfWeek> weekend,
      SortedSet<Integer> years,
      Map<LocalDate, SpecialDay> specialDays) {
    this.source = source;
    this.weekend = weekend;
    this.years = years;
    this.specialDays = specialDays;
  }

  /**
   * A calendar of weekends alone.
   *
   * @param source whose it is, for messages
   * @param weekend days of the week that are off unless declared otherwise
   * @param years those it covers
   */
  public static WorkingDays of(String source, Set<DayOfWeek> weekend, Collection<Integer> years) {
    return new WorkingDays(source, Set.copyOf(weekend), new TreeSet<>(years), Map.of());
  }

  /** The same calendar with other days of the week off. */
  public WorkingDays withWeekend(Set<DayOfWeek> daysOfWeek) {
    return new WorkingDays(source, Set.copyOf(daysOfWeek), years, specialDays);
  }

  /**
   * The same calendar with days declared; a later declaration of a day replaces an earlier one.
   *
   * <p>A declared day does not make its year covered.
   */
  public WorkingDays with(Collection<SpecialDay> declared) {
    var days = new HashMap<>(specialDays);
    declared.forEach(day -> days.put(day.day(), day));
    return new WorkingDays(source, weekend, years, days);
  }

  /**
   * The same calendar with whole years more; what it said of these years before is forgotten.
   *
   * @param alsoBy who tells of them, for messages
   * @param moreYears the years
   * @param declared their special days, and any in the years around them
   */
  public WorkingDays withYears(
      String alsoBy, Collection<Integer> moreYears, Collection<SpecialDay> declared) {
    var days = new HashMap<>(specialDays);
    days.keySet().removeIf(day -> moreYears.contains(day.getYear()));
    var all = new TreeSet<>(years);
    all.addAll(moreYears);
    return new WorkingDays(source + " and " + alsoBy, weekend, all, days).with(declared);
  }

  /** Whether people work on a day. */
  public boolean isWorkingDay(LocalDate day) {
    requireCovered(day, day);
    return declared(day)
        .map(special -> special.status() == SpecialDay.Status.WORK)
        .orElseGet(() -> !weekend.contains(day.getDayOfWeek()));
  }

  /** What was declared of a day, and by whom; empty if the day of the week decides. */
  public Optional<SpecialDay> declared(LocalDate day) {
    return Optional.ofNullable(specialDays.get(day));
  }

  /**
   * The last day of a term.
   *
   * @param day on which it is started, itself not counted
   * @param n working days it has, at least 1
   */
  public LocalDate nthAfter(LocalDate day, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a term has at least 1 working day, not " + n);
    }
    requireCovered(day, day);
    var last = day;
    for (int counted = 0; counted < n; ) {
      last = last.plusDays(1);
      counted += isWorkingDay(last) ? 1 : 0;
    }
    return last;
  }

  /**
   * The working days after one day, until another, itself included.
   *
   * @return 0 for one and the same day; below 0 if {@code to} comes before {@code from}
   */
  public int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -between(to, from);
    }
    requireCovered(from, to);
    var after = from.plusDays(1);
    return (int) after.datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
  }

  /** As {@link #between(LocalDate, LocalDate)}, of the days on which two moments are in a zone. */
  public int between(Instant from, Instant to, ZoneId zone) {
    return between(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone));
  }

  /** The years it covers. */
  public SortedSet<Integer> years() {
    return new TreeSet<>(years);
  }

  /**
   * Checks that every day from the first to the last is known.
   *
   * @throws YearNotCovered naming the years that are not
   */
  public void requireCovered(LocalDate first, LocalDate last) {
    var missing =
        IntStream.rangeClosed(first.getYear(), last.getYear())
            .filter(year -> !years.contains(year))
            .boxed()
            .toList();
    if (!missing.isEmpty()) {
      throw new YearNotCovered(source, missing, years);
    }
  }
}
