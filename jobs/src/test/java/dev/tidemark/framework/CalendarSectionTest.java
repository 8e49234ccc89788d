package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.framework.CalendarRules.DayFile;
import dev.tidemark.framework.CalendarRules.Days;
import dev.tidemark.framework.CalendarRules.NamedDay;
import dev.tidemark.framework.CalendarRules.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarSectionTest {
  private static final String YEARS =
      "calendar: {years: {file: d.csv, first-year: 2027, last-year: 2028}}";

  @TempDir private Path folder;

  private Written with(String section) {
    return Written.in(folder, Written.SMALLEST + section);
  }

  private Written with(String section, String days) throws IOException {
    Files.writeString(folder.resolve("d.csv"), days);
    return with(section);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  @Test
  void aCalendarHasItsKnowledgeItsWeekendItsDaysAndItsRegions() {
    var calendar =
        with("""
                calendar:
                  as-of: 2020-01-26
                  weekend: [friday, saturday]
                  days-off: [2020-02-03]
                  working-days: [2020-02-08, 2020-02-09]
                  regions:
                    - {id: hubei, units: [wuhan], days-off: [2020-02-04]}
                    - {id: coast, groups: {region: [east]}, working-days: [2020-02-02]}
                """)
            .read()
            .calendar();

    assertThat(calendar)
        .isEqualTo(
            new CalendarRules(
                Optional.of(day("2020-01-26")),
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                Optional.empty(),
                Optional.empty(),
                new Days(Set.of(day("2020-02-03")), Set.of(day("2020-02-08"), day("2020-02-09"))),
                List.of(
                    new Region(
                        "hubei", Set.of("wuhan"), new Days(Set.of(day("2020-02-04")), Set.of())),
                    new Region(
                        "coast", Set.of("hefei"), new Days(Set.of(), Set.of(day("2020-02-02")))))));
  }

  @Test
  void aFileOfDaysHasNamesAndNoticesInAnyCaseOfStatus() throws IOException {
    var calendar =
        with(
                YEARS,
                """
                notice,date,status,name
                G1,2026-12-31,OFF,元旦
                G1,2027-01-02,work,
                ,2028-01-01,off,New Year
                """)
            .read()
            .calendar();

    assertThat(calendar.years())
        .contains(
            new DayFile(
                "d.csv",
                2027,
                2028,
                Set.of(
                    new NamedDay(day("2026-12-31"), "元旦", "G1"),
                    new NamedDay(day("2028-01-01"), "New Year", "")),
                Set.of(new NamedDay(day("2027-01-02"), "", "G1"))));
  }

  @Test
  void everyFaultOfAFileOfDaysIsTold() throws IOException {
    var faults =
        with(
                YEARS,
                """
                date,status
                2027-02-30,off
                2027-01-01,holiday
                2027-01-01,off
                2025-12-31,off
                2029-01-01,off
                2027-01-02
                """)
            .faults();

    assertThat(faults)
        .containsExactly(
            "calendar.years.file, line 13: d.csv, line 1: no row is of 2028; add its days, or leave it"
                + " out of the years",
            "calendar.years.file, line 13: d.csv, line 2: \"2027-02-30\" is no day; write it as"
                + " 2020-03-28",
            "calendar.years.file, line 13: d.csv, line 3: the status of 2027-01-01 must be off or work;"
                + " is \"holiday\"",
            "calendar.years.file, line 13: d.csv, line 4: 2027-01-01 is already in line 3",
            "calendar.years.file, line 13: d.csv, line 5: 2025-12-31 is in none of the years 2027 to"
                + " 2028, nor in the one before",
            "calendar.years.file, line 13: d.csv, line 6: 2029-01-01 is in none of the years 2027 to"
                + " 2028, nor in the one before",
            "calendar.years.file, line 13: d.csv, line 7: the row has 1 cell, the header has 2");
  }

  @Test
  void aFileOfDaysWithoutItsColumnsIsTold() throws IOException {
    assertThat(with(YEARS, "day,states\n2027-01-01,off\n").faults())
        .containsExactly(
            "calendar.years.file, line 13: d.csv, line 1: the header has no column date; did you mean"
                + " day?",
            "calendar.years.file, line 13: d.csv, line 1: the header has no column status; did you"
                + " mean states?");
    assertThat(with(YEARS, "").faults())
        .containsExactly(
            "calendar.years.file, line 13: d.csv, line 1: the file is empty; its header begins with"
                + " date,status");
  }

  static Stream<Arguments> faultySections() {
    return Stream.of(
        arguments(
            "{as-off: 2020-01-01}",
            List.of("calendar.as-off, line 13: unknown key; did you mean as-of?")),
        arguments(
            "{as-of: 27 January}",
            List.of("calendar.as-of, line 13: \"27 January\" is no day; write it as 2020-03-28")),
        arguments(
            "{weekend: [sundays]}",
            List.of(
                "calendar.weekend[0], line 13: must be one of monday, tuesday, wednesday, thursday,"
                    + " friday, saturday, sunday; is the text \"sundays\"; did you mean sunday?")),
        arguments(
            "{weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]}",
            List.of(
                "calendar.weekend, line 13: leaves no day of the week to work on; remove at least"
                    + " one")),
        arguments(
            "{days-off: [2020-05-01, 2020-05-01], working-days: [2020-05-01]}",
            List.of(
                "calendar.days-off[1], line 13: 2020-05-01 is listed twice; remove one",
                "calendar.working-days[0], line 13: 2020-05-01 is a day off, too; keep one of the"
                    + " two")),
        arguments(
            "{country: {file: no.csv, first-year: 2020, last-year: 2020}, as-of: 2020-01-01}",
            List.of(
                "calendar.as-of, line 13: is about the notices that country replaces; remove one of"
                    + " the two",
                "calendar.country.file, line 13: \"no.csv\" cannot be read: it does not exist; name a"
                    + " CSV file of days, seen from this file")),
        arguments(
            "{years: {file: d.csv, first-year: 2028, last-year: 2027}}",
            List.of("calendar.years.first-year, line 13: 2028 comes after last-year: 2027")),
        arguments(
            "{years: {file: d.csv, first-year: 27, last-year: '2027'}}",
            List.of(
                "calendar.years.first-year, line 13: must be a year, such as 2027; is 27",
                "calendar.years.last-year, line 13: must be a year, such as 2027; is the text"
                    + " \"2027\"")),
        arguments(
            "{regions: [{id: hubei, units: [wuhn]}, {id: HUBEI, units: [hefei]}]}",
            List.of(
                "calendar.regions[0].units[0], line 13: \"wuhn\" is no unit; did you mean wuhan?",
                "calendar.regions[1].id, line 13: \"HUBEI\" is a second time the id of a region; first"
                    + " calendar.regions[0].id, line 13")),
        arguments(
            "{regions: [{id: a, groups: {regoin: [east]}}, {id: b, groups: {region: [est]}}]}",
            List.of(
                "calendar.regions[0].groups.regoin, line 13: \"regoin\" is none of the groups; did you"
                    + " mean region?",
                "calendar.regions[1].groups.region[0], line 13: no unit has the region \"est\"; did you"
                    + " mean east?")),
        arguments(
            "{regions: [{id: a, units: [hefei]}, {id: b, groups: {region: [east]}}, {id: c}]}",
            List.of(
                "calendar.regions[1], line 13: unit \"hefei\" is in the regions a and b; leave it in"
                    + " one, with all of its days",
                "calendar.regions[2], line 13: has neither units nor groups; say whose days these"
                    + " are")));
  }

  @ParameterizedTest
  @MethodSource("faultySections")
  void aFaultIsToldWithItsPlaceAndWhatToDo(String section, List<String> faults) {
    assertThat(with("calendar: " + section).faults()).containsExactlyElementsOf(faults);
  }
}
