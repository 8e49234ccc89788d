package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The section {@code calendar} of the file. */
final class CalendarSection {
  private final Path folder;
  private final CalendarRegions regions;
  private final Faults faults;

  /**
   * A reader of it.
   *
   * @param folder where the framework file is
   * @param groups the grouping columns
   * @param units empty if they could not be read; then none can be said to be unknown
   */
  CalendarSection(Path folder, Set<String> groups, Optional<List<Unit>> units, Faults faults) {
    this.folder = folder;
    this.regions = new CalendarRegions(groups, units, faults);
    this.faults = faults;
  }

  /** What the section says, and the defaults for what it does not; anything with faults. */
  CalendarRules of(YamlNode node) {
    var defaults = CalendarRules.DEFAULT;
    return Fields.of(node, Shape.CALENDAR, faults)
        .map(
            fields ->
                new CalendarRules(
                    asOf(fields),
                    fields.get(WEEKEND).map(this::weekend).orElse(defaults.weekend()),
                    fields.get(COUNTRY).flatMap(file -> CalendarFile.read(folder, file, faults)),
                    fields.get(YEARS).flatMap(file -> CalendarFile.read(folder, file, faults)),
                    days(fields, faults),
                    regions.of(fields.list(REGIONS))))
        .orElse(defaults);
  }

  /** The days a mapping declares one by one. */
  static CalendarRules.Days days(Fields fields, Faults faults) {
    var off = days(fields, DAYS_OFF, Set.of(), faults);
    return new CalendarRules.Days(off, days(fields, WORKING_DAYS, off, faults));
  }

  private static Set<LocalDate> days(Fields fields, String key, Set<LocalDate> off, Faults faults) {
    var days = new TreeSet<LocalDate>();
    for (var item : fields.list(key)) {
      Value.day(item, faults)
          .ifPresent(
              day -> {
                if (off.contains(day)) {
                  faults.add(item.place(), day + " is a day off, too; keep one of the two");
                } else if (!days.add(day)) {
                  faults.add(item.place(), day + " is listed twice; remove one");
                }
              });
    }
    return days;
  }

  private Optional<LocalDate> asOf(Fields fields) {
    if (fields.get(AS_OF).isPresent() && fields.get(COUNTRY).isPresent()) {
      faults.add(
          fields.place(AS_OF), "is about the notices that country replaces; remove one of the two");
    }
    return fields.day(AS_OF);
  }

  private Set<DayOfWeek> weekend(YamlNode node) {
    var weekend = new HashSet<DayOfWeek>();
    for (var item : Value.list(node, faults)) {
      Value.choice(item, DayOfWeek.class, faults).ifPresent(weekend::add);
    }
    if (weekend.size() == DayOfWeek.values().length) {
      faults.add(node.place(), "leaves no day of the week to work on; remove at least one");
    }
    return weekend;
  }
}
