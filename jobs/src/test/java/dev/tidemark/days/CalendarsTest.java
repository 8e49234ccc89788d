package dev.tidemark.days;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.calendar.SpecialDay;
import dev.tidemark.error.YearNotCovered;
import dev.tidemark.framework.CalendarRules;
import dev.tidemark.framework.CalendarRules.DayFile;
import dev.tidemark.framework.CalendarRules.Days;
import dev.tidemark.framework.CalendarRules.NamedDay;
import dev.tidemark.framework.CalendarRules.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarsTest {
  private static final Set<DayOfWeek> WEEKEND = CalendarRules.DEFAULT.weekend();
  private static final Days NONE = new Days(Set.of(), Set.of());

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static CalendarRules rules(
      Optional<LocalDate> asOf, Optional<DayFile> country, Optional<DayFile> years) {
    return new CalendarRules(asOf, WEEKEND, country, years, NONE, List.of());
  }

  private static DayFile file(String name, int first, int last, String... off) {
    var days = List.of(off).stream().map(date -> new NamedDay(day(date), "holiday", "law"));
    return new DayFile(name, first, last, days.collect(toSet()), Set.of());
  }

  @Test
  void withoutASectionTheStateCouncilsNoticesHold() {
    var calendars = Calendars.of(CalendarRules.DEFAULT);

    assertThat(calendars.byId()).containsOnlyKeys(Calendars.ALL);
    assertThat(calendars.forUnit("110000").nthAfter(day("2020-01-20"), 5))
        .isEqualTo(day("2020-02-04"));
  }

  @Test
  void asOfHoldsForAllUnits() {
    var rules = rules(Optional.of(day("2020-01-26")), Optional.empty(), Optional.empty());

    assertThat(Calendars.of(rules).forUnit("110000").nthAfter(day("2020-01-20"), 5))
        .isEqualTo(day("2020-02-01"));
  }

  /** Hubei extended the Spring Festival of 2020 to 13 February. */
  @Test
  void aRegionsOwnDaysHoldForItsUnitsAlone() {
    var extended = day("2020-02-03").datesUntil(day("2020-02-14"));
    var hubei =
        new Region("hubei", Set.of("420100"), new Days(extended.collect(toSet()), Set.of()));
    var rules =
        new CalendarRules(
            Optional.empty(), WEEKEND, Optional.empty(), Optional.empty(), NONE, List.of(hubei));

    var calendars = Calendars.of(rules);

    assertThat(calendars.forUnit("420100").nthAfter(day("2020-01-20"), 5))
        .isEqualTo(day("2020-02-17"));
    assertThat(calendars.forUnit("110000").nthAfter(day("2020-01-20"), 5))
        .isEqualTo(day("2020-02-04"));
  }

  @Test
  void aRegionsDayWinsOverTheFrameworksDay() {
    var monday = day("2020-03-02");
    var region = new Region("r", Set.of("u"), new Days(Set.of(), Set.of(monday)));
    var rules =
        new CalendarRules(
            Optional.empty(),
            WEEKEND,
            Optional.empty(),
            Optional.empty(),
            new Days(Set.of(monday), Set.of()),
            List.of(region));

    var calendars = Calendars.of(rules);

    assertThat(calendars.forUnit("u").isWorkingDay(monday)).isTrue();
    assertThat(calendars.forUnit("other").isWorkingDay(monday)).isFalse();
  }

  @Test
  void anotherCountrysFileReplacesTheNoticesAltogether() {
    var germany = file("germany.csv", 2020, 2020, "2020-01-01", "2020-10-03");
    var rules = rules(Optional.empty(), Optional.of(germany), Optional.empty());

    var days = Calendars.of(rules).forUnit("berlin");

    assertThat(days.isWorkingDay(day("2020-10-01"))).isTrue();
    assertThat(days.isWorkingDay(day("2020-01-01"))).isFalse();
    assertThat(days.declared(day("2020-10-03")))
        .contains(new SpecialDay(day("2020-10-03"), SpecialDay.Status.OFF, "holiday", "law"));
    assertThatThrownBy(() -> days.isWorkingDay(day("2021-01-04")))
        .isInstanceOf(YearNotCovered.class)
        .hasMessageContaining("the calendar by germany.csv covers 2020.");
  }

  @Test
  void aNewYearIsAddedToTheNotices() {
    var more = file("2027.csv", 2027, 2027, "2027-01-01");
    var rules = rules(Optional.empty(), Optional.empty(), Optional.of(more));

    var days = Calendars.of(rules).forUnit("110000");

    assertThat(days.nthAfter(day("2026-12-30"), 2)).isEqualTo(day("2027-01-04"));
    assertThatThrownBy(() -> days.isWorkingDay(day("2028-01-04")))
        .hasMessageContaining("State Council's notices and 2027.csv covers 2018 to 2027.");
  }

  @Test
  void theWeekendIsTheFrameworksOwn() {
    var rules =
        new CalendarRules(
            Optional.empty(),
            Set.of(DayOfWeek.SUNDAY),
            Optional.empty(),
            Optional.empty(),
            NONE,
            List.of());

    var days = Calendars.of(rules).forUnit("110000");

    assertThat(days.isWorkingDay(day("2020-03-07"))).isTrue();
    assertThat(days.isWorkingDay(day("2020-03-08"))).isFalse();
    assertThat(days.isWorkingDay(day("2020-10-01"))).isFalse();
  }
}
