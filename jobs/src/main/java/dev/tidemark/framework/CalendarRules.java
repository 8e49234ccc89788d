package dev.tidemark.framework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What counts as a working day: the section {@code calendar} of the framework file.
 *
 * @param asOf the day whose knowledge counts, of the notices Tidemark brings; empty for all of them
 * @param weekend days of the week that are off unless declared otherwise
 * @param country another country's days, in place of those Tidemark brings
 * @param years whole years more, or anew
 * @param days that are declared beside those, for all units
 * @param regions units with days of their own, none of them in two regions
 */
public record CalendarRules(
    Optional<LocalDate> asOf,
    Set<DayOfWeek> weekend,
    Optional<DayFile> country,
    Optional<DayFile> years,
    Days days,
    List<Region> regions) {
  /** What applies where the file says nothing. */
  public static final CalendarRules DEFAULT =
      new CalendarRules(
          Optional.empty(),
          EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          Optional.empty(),
          Optional.empty(),
          new Days(Set.of(), Set.of()),
          List.of());

  public CalendarRules {
    weekend = Set.copyOf(weekend);
    regions = List.copyOf(regions);
  }

  /** Days declared one by one, none of them both. */
  public record Days(Set<LocalDate> off, Set<LocalDate> working) {
    public Days {
      off = Set.copyOf(off);
      working = Set.copyOf(working);
    }
  }

  /**
   * Units with days of their own, which win over everybody's.
   *
   * @param id unique; never {@code all}
   */
  public record Region(String id, Set<String> units, Days days) {
    public Region {
      units = Set.copyOf(units);
    }
  }

  /**
   * A CSV file of days beside the framework file.
   *
   * @param name of the file
   * @param firstYear the first it is complete for
   * @param lastYear the last it is complete for
   * @param off its days off, and
   * @param working its working days: in these years or the one before; none twice
   */
  public record DayFile(
      String name, int firstYear, int lastYear, Set<NamedDay> off, Set<NamedDay> working) {
    public DayFile {
      off = Set.copyOf(off);
      working = Set.copyOf(working);
    }
  }

  /**
   * A day with what the file says of it.
   *
   * @param name of the holiday; may be empty
   * @param notice who declared it; may be empty
   */
  public record NamedDay(LocalDate day, String name, String notice) {}
}
