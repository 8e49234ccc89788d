package dev.tidemark.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.YearNotCovered;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final WorkingDays CHINA = StateCouncilNotices.workingDays();

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static SpecialDay off(String date) {
    return new SpecialDay(day(date), SpecialDay.Status.OFF, "", "");
  }

  private static SpecialDay work(String date) {
    return new SpecialDay(day(date), SpecialDay.Status.WORK, "", "");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-17, 2020-01-17, 0", // the day of submission does not count
    "2020-01-17, 2020-01-18, 0", // a Saturday off
    "2020-01-17, 2020-01-19, 1", // a Sunday that is worked
    "2020-01-17, 2020-01-23, 5",
    "2020-01-23, 2020-02-02, 0", // the extended Spring Festival
    "2020-01-25, 2020-02-03, 1", // submitted on a day off
    "2019-12-30, 2020-01-03, 3", // 31 December, 2 and 3 January
    "2018-12-28, 2019-01-02, 2", // Saturday 29 December is worked, 30 December to 1 January off
    "2020-01-03, 2019-12-30, -3"
  })
  void betweenTwoDaysTheFirstIsNotCountedAndTheLastIs(LocalDate from, LocalDate to, int days) {
    assertThat(CHINA.between(from, to)).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    // 15:59:59 UTC is still Friday in Shanghai, 16:00 is Saturday
    "2020-03-06T15:59:59Z, 2020-03-09T01:00:00Z, Asia/Shanghai, 1",
    "2020-03-05T15:59:59Z, 2020-03-06T15:59:59Z, Asia/Shanghai, 1",
    "2020-03-05T16:00:00Z, 2020-03-06T15:59:59Z, Asia/Shanghai, 0",
    "2020-03-05T16:00:00Z, 2020-03-06T15:59:59Z, UTC, 1",
    // New York: 5 hours behind UTC until Sunday 8 March 2020, 2 a.m.; 4 from then on
    "2020-03-06T04:59:59Z, 2020-03-06T05:00:00Z, America/New_York, 1",
    "2020-03-10T03:59:59Z, 2020-03-10T04:00:00Z, America/New_York, 1",
    "2020-03-10T04:00:00Z, 2020-03-11T03:59:59Z, America/New_York, 0",
    // 1 November 2020 lasts 25 hours there; Sunday to Monday is one working day
    "2020-11-01T04:00:00Z, 2020-11-02T04:59:59Z, America/New_York, 0",
    "2020-11-01T04:00:00Z, 2020-11-02T05:00:00Z, America/New_York, 1",
    // the last second of a year in Shanghai, where 2 January 2020 is the first working day
    "2019-12-31T15:59:59Z, 2020-01-01T16:00:00Z, Asia/Shanghai, 1"
  })
  void momentsCountByTheDaysTheyAreOnInTheZone(
      OffsetDateTime from, OffsetDateTime to, ZoneId zone, int days) {
    assertThat(CHINA.between(from.toInstant(), to.toInstant(), zone)).isEqualTo(days);
  }

  @Test
  void aTermOfNoDaysIsABugOfTheCaller() {
    assertThatThrownBy(() -> CHINA.nthAfter(day("2020-03-02"), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a term has at least 1 working day, not 0");
  }

  @Test
  void anExtraDayOffOrWorkingDayWinsOverWeekendAndNotice() {
    var ours = CHINA.with(List.of(off("2020-02-03"), work("2020-02-08"), work("2020-01-31")));

    assertThat(List.of(day("2020-02-03"), day("2020-02-08"), day("2020-01-31")))
        .extracting(ours::isWorkingDay)
        .containsExactly(false, true, true);
    assertThat(ours.isWorkingDay(day("2020-02-04"))).isTrue();
  }

  @Test
  void theLaterOfTwoDeclarationsOfADayHolds() {
    var ours = CHINA.with(List.of(off("2020-03-03"), work("2020-03-03")));

    assertThat(ours.isWorkingDay(day("2020-03-03"))).isTrue();
    assertThat(ours.with(List.of(off("2020-03-03"))).isWorkingDay(day("2020-03-03"))).isFalse();
  }

  @Test
  void whatIsAddedLeavesTheCalendarItWasAddedToAsItWas() {
    assertThat(CHINA.with(List.of(off("2020-03-03")))).isNotSameAs(CHINA);
    assertThat(CHINA.isWorkingDay(day("2020-03-03"))).isTrue();
  }

  @Test
  void anotherCountryHasItsOwnWeekend() {
    var emirates =
        WorkingDays.of("uae.csv", Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), List.of(2021));

    assertThat(emirates.nthAfter(day("2021-03-03"), 2)).isEqualTo(day("2021-03-07"));
  }

  @Test
  void aYearThatIsAddedReplacesWhatWasSaidOfIt() {
    var ours =
        CHINA.withYears(
            "2027.csv", List.of(2026, 2027), List.of(off("2027-01-01"), off("2025-12-31")));

    assertThat(ours.isWorkingDay(day("2026-01-02"))).isTrue();
    assertThat(ours.isWorkingDay(day("2025-12-31"))).isFalse();
    assertThat(ours.between(day("2026-12-31"), day("2027-01-04"))).isEqualTo(1);
  }

  @Test
  void outsideItsYearsACalendarSaysWhatToSupply() {
    assertThatThrownBy(() -> CHINA.isWorkingDay(day("2027-03-01")))
        .isInstanceOf(YearNotCovered.class)
        .hasMessage(
            "Working days of 2027 cannot be counted: the calendar by the State Council's notices"
                + " covers 2018 to 2026. Tell the framework the days off and the make-up working"
                + " days of 2027 in a CSV file, under calendar.years (or in that of"
                + " calendar.country); docs/calendar.md has an example.");
  }

  @Test
  void aYearThatIsNotCoveredIsTheFrameworksFault() {
    assertThat(new YearNotCovered("2027.csv", List.of(2028), List.of(2027)).exitCode())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"2016-12-30, 2018-01-05, 2016 to 2017", "2026-12-31, 2029-01-01, 2027 to 2029"})
  void everyYearThatIsMissingIsNamedAtOnce(LocalDate from, LocalDate to, String years) {
    assertThatThrownBy(() -> CHINA.between(from, to))
        .isInstanceOf(YearNotCovered.class)
        .hasMessageStartingWith("Working days of " + years + " cannot be counted");
  }

  @Test
  void aTermThatEndsInAYearNobodyKnowsHasNoEnd() {
    assertThatThrownBy(() -> CHINA.nthAfter(day("2026-12-30"), 2))
        .isInstanceOf(YearNotCovered.class)
        .hasMessageStartingWith("Working days of 2027 cannot be counted");
  }

  @Test
  void aDayDeclaredInAnUnknownYearDoesNotMakeTheYearKnown() {
    var ours = CHINA.with(List.of(off("2027-01-01")));

    assertThatThrownBy(() -> ours.isWorkingDay(day("2027-01-01")))
        .isInstanceOf(YearNotCovered.class);
  }

  @Test
  void aGapBetweenYearsIsNotBridged() {
    var gap = WorkingDays.of("de.csv", Set.of(DayOfWeek.SUNDAY), List.of(2019, 2021));

    assertThatThrownBy(() -> gap.between(day("2019-12-30"), day("2021-01-04")))
        .hasMessageContaining("the calendar by de.csv covers 2019, 2021.");
  }
}
