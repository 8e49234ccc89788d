package dev.tidemark.framework;

import dev.tidemark.error.NearestName;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A file of days off and working days beside the framework file. */
final class CalendarFile {
  private static final String DATE = "date";
  private static final String STATUS = "status";
  private static final String NAME = "name";
  private static final String NOTICE = "notice";
  private static final String OFF = "off";
  private static final String WORK = "work";
  private static final int LARGEST_MEGABYTES = 1;

  private final String name;
  private final int firstYear;
  private final int lastYear;
  private final CsvTable table;
  private final FileFaults faults;
  private final Map<LocalDate, Integer> lines = new HashMap<>();

  private CalendarFile(
      String name, int firstYear, int lastYear, CsvTable table, FileFaults faults) {
    this.name = name;
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    this.table = table;
    this.faults = faults;
  }

  /**
   * The days of one.
   *
   * @param folder where the framework file is
   * @param node its name, and the years it is complete for
   * @return empty, with faults, if there are no good ones
   */
  static Optional<CalendarRules.DayFile> read(Path folder, YamlNode node, Faults faults) {
    return Fields.of(node, Shape.DAY_FILE, faults).flatMap(fields -> read(folder, fields, faults));
  }

  private static Optional<CalendarRules.DayFile> read(Path folder, Fields fields, Faults faults) {
    var name = fields.text(Key.FILE);
    var first = fields.get(Key.FIRST_YEAR).flatMap(node -> Value.year(node, faults));
    var last = fields.get(Key.LAST_YEAR).flatMap(node -> Value.year(node, faults));
    if (name.isEmpty() || first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (first.get() > last.get()) {
      faults.add(
          fields.place(Key.FIRST_YEAR),
          "%d comes after %s: %d".formatted(first.get(), Key.LAST_YEAR, last.get()));
      return Optional.empty();
    }
    var place = fields.place(Key.FILE);
    return TextFile.readBeside(folder, name.get(), LARGEST_MEGABYTES, "days", place, faults)
        .map(
            text -> {
              var own = new FileFaults(name.get(), place, faults);
              var table = CsvTable.of(text, own);
              var days = new CalendarFile(name.get(), first.get(), last.get(), table, own).days();
              own.tellTheRest();
              return days;
            });
  }

  private CalendarRules.DayFile days() {
    var off = new HashSet<CalendarRules.NamedDay>();
    var working = new HashSet<CalendarRules.NamedDay>();
    if (hasGoodHeader()) {
      table.rows().forEach(row -> day(row).ifPresent(day -> add(day, row, off, working)));
      checkYears();
    }
    return new CalendarRules.DayFile(name, firstYear, lastYear, off, working);
  }

  private boolean hasGoodHeader() {
    var header = table.header();
    if (header.isEmpty()) {
      faults.add(1, "the file is empty; its header begins with date,status");
    }
    var missing = List.of(DATE, STATUS).stream().filter(c -> !header.contains(c)).toList();
    if (!header.isEmpty()) {
      missing.forEach(
          column ->
              faults.add(
                  1,
                  "the header has no column %s%s"
                      .formatted(column, NearestName.hint(column, header))));
    }
    return missing.isEmpty();
  }

  private Optional<CalendarRules.NamedDay> day(CsvTable.Row row) {
    return Value.day(cell(row, DATE), problem -> faults.add(row.line(), problem))
        .filter(
            day -> {
              var first = lines.putIfAbsent(day, row.line());
              if (first != null) {
                faults.add(row.line(), "%s is already in line %d".formatted(day, first));
              } else if (day.getYear() < firstYear - 1 || day.getYear() > lastYear) {
                faults.add(
                    row.line(),
                    "%s is in none of the years %d to %d, nor in the one before"
                        .formatted(day, firstYear, lastYear));
              }
              return first == null;
            })
        .map(day -> new CalendarRules.NamedDay(day, cell(row, NAME), cell(row, NOTICE)));
  }

  private void add(
      CalendarRules.NamedDay day,
      CsvTable.Row row,
      Set<CalendarRules.NamedDay> off,
      Set<CalendarRules.NamedDay> working) {
    switch (cell(row, STATUS).toLowerCase(Locale.ROOT)) {
      case OFF -> off.add(day);
      case WORK -> working.add(day);
      default ->
          faults.add(
              row.line(),
              "the status of %s must be %s or %s; is %s"
                  .formatted(day.day(), OFF, WORK, Quote.of(cell(row, STATUS))));
    }
  }

  /** No country works a whole year without a holiday: such a year was forgotten. */
  private void checkYears() {
    IntStream.rangeClosed(firstYear, lastYear)
        .filter(year -> lines.keySet().stream().noneMatch(day -> day.getYear() == year))
        .forEach(
            year ->
                faults.add(
                    1,
                    "no row is of %d; add its days, or leave it out of the years".formatted(year)));
  }

  private String cell(CsvTable.Row row, String column) {
    int i = table.header().indexOf(column);
    return i < 0 ? "" : row.cells().get(i);
  }
}
