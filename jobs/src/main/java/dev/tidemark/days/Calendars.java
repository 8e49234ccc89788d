package dev.tidemark.days;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.calendar.SpecialDay;
import dev.tidemark.calendar.StateCouncilNotices;
import dev.tidemark.calendar.WorkingDays;
import dev.tidemark.framework.CalendarRules;
import dev.tidemark.framework.CalendarRules.DayFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/**
 * The working days that a framework declares: everybody's, and those of regions with days of their
 * own.
 */
public final class Calendars {
  /** The id of everybody's calendar. */
  public static final String ALL = "all";

  private static final String FRAMEWORK = "the framework";

  private final Map<String, WorkingDays> byId = new LinkedHashMap<>();
  private final List<CalendarRules.Region> regions;

  private Calendars(WorkingDays everybodys, List<CalendarRules.Region> regions) {
    this.regions = regions;
    byId.put(ALL, everybodys);
    regions.forEach(region -> byId.put(region.id(), everybodys.with(declared(region.days()))));
  }

  /** What the section {@code calendar} of the framework file says. */
  public static Calendars of(CalendarRules rules) {
    var published =
        rules
            .asOf()
            .map(StateCouncilNotices::workingDaysAsKnownOn)
            .orElseGet(StateCouncilNotices::workingDays);
    var base =
        rules
            .country()
            .map(file -> WorkingDays.of(file.name(), rules.weekend(), years(file)).with(days(file)))
            .orElseGet(() -> published.withWeekend(rules.weekend()));
    var more =
        rules
            .years()
            .map(file -> base.withYears(file.name(), years(file), days(file)))
            .orElse(base);
    return new Calendars(more.with(declared(rules.days())), rules.regions());
  }

  /** By id, everybody's first. */
  public Map<String, WorkingDays> byId() {
    return Collections.unmodifiableMap(byId);
  }

  /** The calendar that counts for a unit. */
  public WorkingDays forUnit(String unit) {
    return byId.get(
        regions.stream()
            .filter(region -> region.units().contains(unit))
            .map(CalendarRules.Region::id)
            .findFirst()
            .orElse(ALL));
  }

  /** The number of the calendar that counts for a unit: its place in {@link #byId}, from 0. */
  public Column numberFor(Column unit) {
    var number = lit(0);
    for (int i = 0; i < regions.size(); i++) {
      number = when(unit.isin(regions.get(i).units().toArray()), i + 1).otherwise(number);
    }
    return number;
  }

  private static List<Integer> years(DayFile file) {
    return IntStream.rangeClosed(file.firstYear(), file.lastYear()).boxed().toList();
  }

  private static List<SpecialDay> days(DayFile file) {
    var days = new ArrayList<SpecialDay>();
    file.off().forEach(day -> days.add(special(day, SpecialDay.Status.OFF)));
    file.working().forEach(day -> days.add(special(day, SpecialDay.Status.WORK)));
    return days;
  }

  private static SpecialDay special(CalendarRules.NamedDay day, SpecialDay.Status status) {
    return new SpecialDay(day.day(), status, day.name(), day.notice());
  }

  private static List<SpecialDay> declared(CalendarRules.Days days) {
    var declared = new ArrayList<SpecialDay>();
    declared.addAll(declared(days.off(), SpecialDay.Status.OFF));
    declared.addAll(declared(days.working(), SpecialDay.Status.WORK));
    return declared;
  }

  private static List<SpecialDay> declared(Collection<LocalDate> days, SpecialDay.Status status) {
    return days.stream().map(day -> new SpecialDay(day, status, "", FRAMEWORK)).toList();
  }
}
