package dev.tidemark.calendar;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.nlf.calendar.util.HolidayUtil;
import dev.tidemark.error.YearNotCovered;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected days are those of the notices, worked out by hand on a paper calendar. */
class StateCouncilNoticesTest {
  private static final WorkingDays CHINA = StateCouncilNotices.workingDays();

  @ParameterizedTest
  @CsvSource({
    "2020-01-17, 2020-01-23", // Sunday the 19th is worked
    "2020-01-20, 2020-02-04", // the Spring Festival lasts from 24 January to 2 February
    "2020-01-22, 2020-02-06",
    "2020-03-30, 2020-04-07", // Tomb-sweeping Day, 4 to 6 April
    "2020-04-03, 2020-04-13"
  })
  void theFifthWorkingDayAfterASubmission(LocalDate submitted, LocalDate fifth) {
    assertThat(CHINA.nthAfter(submitted, 5)).isEqualTo(fifth);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-20, 2020-02-01", // the festival ends on 30 January, and Saturday 1 February is worked
    "2020-01-22, 2020-02-04"
  })
  void theFifthWorkingDayAsItWasKnownBeforeTheSpringFestivalWasExtended(
      LocalDate submitted, LocalDate fifth) {
    var dayBefore = StateCouncilNotices.workingDaysAsKnownOn(LocalDate.of(2020, 1, 26));

    assertThat(dayBefore.nthAfter(submitted, 5)).isEqualTo(fifth);
  }

  @Test
  void aNoticeHoldsFromTheDayItIsPublished() {
    var thatDay = StateCouncilNotices.workingDaysAsKnownOn(LocalDate.of(2020, 1, 27));

    assertThat(thatDay.isWorkingDay(LocalDate.of(2020, 2, 1))).isFalse();
  }

  @Test
  void beforeTheNoticeOf22March2019LabourDayWasASingleDayOff() {
    var before = StateCouncilNotices.workingDaysAsKnownOn(LocalDate.of(2019, 3, 21));
    var april28toMay5 = List.of("04-28", "05-01", "05-02", "05-03", "05-05");

    assertThat(april28toMay5.stream().map(day -> LocalDate.parse("2019-" + day)))
        .extracting(before::isWorkingDay, CHINA::isWorkingDay)
        .containsExactly(
            tuple(false, true),
            tuple(false, false),
            tuple(true, false),
            tuple(true, false),
            tuple(false, true));
  }

  @Test
  void aYearIsCoveredFromTheDayItsNoticeIsPublished() {
    var lastDayWithout = StateCouncilNotices.workingDaysAsKnownOn(LocalDate.of(2019, 11, 20));
    var firstDayWith = StateCouncilNotices.workingDaysAsKnownOn(LocalDate.of(2019, 11, 21));

    assertThat(firstDayWith.years()).containsExactly(2018, 2019, 2020);
    assertThatThrownBy(() -> lastDayWithout.nthAfter(LocalDate.of(2019, 12, 30), 5))
        .isInstanceOf(YearNotCovered.class)
        .hasMessageStartingWith(
            "Working days of 2020 cannot be counted: the calendar by the State Council's"
                + " notices as known on 2019-11-20 covers 2018 to 2019.");
  }

  @Test
  void theLastDaysOfAYearAreSettledByTheNextYearsNotice() {
    var saturday = LocalDate.of(2018, 12, 29);

    assertThat(CHINA.isWorkingDay(saturday)).isTrue();
    assertThat(CHINA.declared(saturday))
        .contains(new SpecialDay(saturday, SpecialDay.Status.WORK, "元旦", "国办发明电〔2018〕15号"));
    assertThat(
            StateCouncilNotices.workingDaysAsKnownOn(LocalDate.of(2018, 12, 5))
                .isWorkingDay(saturday))
        .isFalse();
  }

  @Test
  void theNoticesStandInTheOrderOfTheirPublication() {
    assertThat(StateCouncilNotices.all())
        .extracting(Notice::published)
        .isSorted()
        .doesNotHaveDuplicates()
        .first()
        .isEqualTo(LocalDate.of(2017, 11, 30));
    assertThat(CHINA.years()).containsExactly(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
  }

  @Test
  void noNoticeNamesADayTwice() {
    assertThat(StateCouncilNotices.all())
        .allSatisfy(
            notice ->
                assertThat(notice.days()).extracting(SpecialDay::day).doesNotHaveDuplicates());
  }

  /** A make-up day on a weekday, or in the wrong week, would be a slip of our pen. */
  @Test
  void peopleMakeUpOnWeekendsForWhatTheyHaveOffInTheWeek() {
    var weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    var madeUp =
        StateCouncilNotices.all().stream()
            .flatMap(notice -> notice.days().stream())
            .filter(day -> day.status() == SpecialDay.Status.WORK)
            .map(SpecialDay::day)
            .filter(day -> !weekend.contains(day.getDayOfWeek()));

    assertThat(madeUp).containsExactly(LocalDate.of(2020, 2, 3)); // "back to work", a Monday
  }

  /**
   * Working days in a year: 365 or 366 less weekends and the statutory holidays (11 days a year, 13
   * from 2025), which no shifting of days changes. The extension of 2020 took one weekday (31
   * January) and one make-up day (1 February).
   */
  @ParameterizedTest
  @CsvSource({
    "2018, 250", // 261 weekdays - 11; 31 December is off for 29 December: the same year
    "2019, 250", // 261 - 11
    "2020, 249", // 262 - 11 - 2
    "2021, 250", // 261 - 11
    "2022, 249", // 260 - 11; 1 January 2022 was a Saturday and had 3 January
    "2023, 249", // 260 - 11; 1 January 2023 was a Sunday and had 2 January
    "2024, 251", // 262 - 11
    "2025, 248", // 261 - 13
    "2026, 248" // 261 - 13
  })
  void aYearHasItsWeekdaysLessTheStatutoryHolidays(int year, int workingDays) {
    var newYearsDay = LocalDate.of(year, 1, 1);

    assertThat(CHINA.between(newYearsDay, LocalDate.of(year, 12, 31))).isEqualTo(workingDays);
  }

  /**
   * Days on which {@code cn.6tail:lunar} and the notices differ, with the reason: there are none.
   */
  private static final Map<LocalDate, Boolean> THE_NOTICES_SAY = Map.of();

  @Test
  void agreesWithLunarOnEveryDayButWhereTheNoticesDiffer() {
    Predicate<LocalDate> lunar =
        day ->
            Optional.ofNullable(HolidayUtil.getHoliday(day.toString()))
                .map(holiday -> holiday.isWork())
                .orElse(day.getDayOfWeek().getValue() <= 5);
    var days = LocalDate.of(2018, 1, 1).datesUntil(LocalDate.of(2025, 1, 1));

    var different = days.filter(day -> lunar.test(day) != CHINA.isWorkingDay(day));

    assertThat(different.collect(toMap(Function.identity(), CHINA::isWorkingDay)))
        .isEqualTo(THE_NOTICES_SAY);
  }

  @Test
  void everyNoticeHasItsNumberItsTitleAndItsAddress() {
    assertThat(StateCouncilNotices.all())
        .allSatisfy(
            notice -> {
              assertThat(notice.number()).matches("国办发明电〔20\\d\\d〕\\d+号");
              assertThat(notice.title()).matches("国务院办公厅关于.*20\\d\\d年.*的通知");
              assertThat(notice.address())
                  .matches("https?://www\\.gov\\.cn/zhengce/zhengceku/.*/content_\\d+\\.htm");
            });
  }
}
