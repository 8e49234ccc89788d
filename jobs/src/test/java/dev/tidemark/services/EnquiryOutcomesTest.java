package dev.tidemark.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.CalendarRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Due dates by hand, from the State Council's notices: docs/calendar.md has them, too. */
class EnquiryOutcomesTest {
  /** Due on 23 January, 4 and 6 February, 7 and 13 April 2020. */
  @Test
  void aReplyOnTheFifthWorkingDayIsInTimeAndOneAMinuteIntoTheNextDayIsLate() {
    var ended =
        Sent.of(
                "a consultation 2020-01-17T10:00 2020-01-23T23:59 -",
                "b consultation 2020-01-17T10:00 2020-01-24T00:01 -",
                "c consultation 2020-01-20T10:00 2020-02-04T23:59 -",
                "d consultation 2020-01-20T10:00 2020-02-05T00:01 -",
                "e consultation 2020-01-22T10:00 2020-02-06T23:59 -",
                "f consultation 2020-01-22T10:00 2020-02-07T00:01 -",
                "g consultation 2020-03-30T10:00 2020-04-07T23:59 -",
                "h consultation 2020-03-30T10:00 2020-04-08T00:01 -",
                "i consultation 2020-04-03T10:00 2020-04-13T23:59 -",
                "j consultation 2020-04-03T10:00 2020-04-14T00:01 -")
            .ended();

    assertThat(ended)
        .isEqualTo(
            Map.of(
                "a", "within_floor 5",
                "b", "late 5", // on a day off: no further working day has passed, and it is late
                "c", "within_floor 5",
                "d", "late 6",
                "e", "within_floor 5",
                "f", "late 6",
                "g", "within_floor 5",
                "h", "late 6",
                "i", "within_floor 5",
                "j", "late 6"));
  }

  /** Before 27 January the two were due on 1 and 4 February. */
  @Test
  void underTheNoticeInForceBeforeTheFestivalWasExtendedRepliesAreLateSooner() {
    var ended =
        Sent.of(
                "a consultation 2020-01-20T10:00 2020-02-01T23:59 -",
                "b consultation 2020-01-20T10:00 2020-02-02T00:01 -",
                "c consultation 2020-01-22T10:00 2020-02-04T23:59 -",
                "d consultation 2020-01-22T10:00 2020-02-05T00:01 -")
            .by(asKnownOn("2020-01-26"))
            .ended();

    assertThat(ended)
        .isEqualTo(
            Map.of("a", "within_floor 5", "b", "late 5", "c", "within_floor 5", "d", "late 6"));
  }

  /** Due on 13 April: judged from its end, told from 14 April on. */
  @Test
  void withoutAReplyAFloorIsMissedOnlyIfItsLastDayWasObservedToItsEnd() {
    var enquiries =
        new String[] {
          "told-before consultation 2020-04-03T10:00 - 2020-04-13T23:59",
          "told-after  consultation 2020-04-03T10:00 - 2020-04-14T00:00",
          "not-told    consultation 2020-04-03T10:00 - -"
        };

    assertThat(Sent.of(enquiries).inAPeriodUntil("2020-04-12").ended())
        .isEqualTo(
            Map.of(
                "told-before", "undetermined 4",
                "told-after", "unanswered 5",
                "not-told", "undetermined 4"));
    assertThat(Sent.of(enquiries).inAPeriodUntil("2020-04-13").ended())
        .containsEntry("told-before", "undetermined 4")
        .containsEntry("not-told", "unanswered 5");
  }

  @Test
  void aFloorThatEndsAfterTheLastDayOfTheTableIsNeitherKeptNorMissed() {
    var ended =
        Sent.of("a consultation 2020-04-30T10:00 - -", "b consultation 2020-04-30T10:00 - -")
            .inAPeriodUntil("2020-04-30")
            .ended();

    assertThat(ended).containsEntry("a", "undetermined 0");
  }

  @Test
  void anEarlyReplyIsInTimeButNotAmongTheDueWhileTheFloorStillRuns() {
    var row =
        Sent.of("a consultation 2020-04-30T10:00 2020-04-30T11:00 -")
            .inAPeriodUntil("2020-04-30")
            .counts()
            .get(0);

    assertThat(row.<Long>getAs("within_floor")).isEqualTo(1);
    assertThat(row.<Long>getAs("within_due")).isZero();
  }

  /**
   * All five were due on 13 April: four replies of 7 April kept the floor, that of the 20th not.
   */
  @Test
  void aReplyInTimeIsAmongTheDueThoughNobodyLookedAgainAfterIt() {
    var rows =
        Sent.of(
                "a consultation 2020-04-03T10:00 2020-04-07T10:00 2020-04-07T18:00",
                "b consultation 2020-04-03T10:00 2020-04-07T10:00 2020-04-07T18:00",
                "c consultation 2020-04-03T10:00 2020-04-07T10:00 2020-04-07T18:00",
                "d consultation 2020-04-03T10:00 2020-04-07T10:00 2020-04-07T18:00",
                "e consultation 2020-04-03T10:00 2020-04-20T10:00 2020-04-20T18:00")
            .counts();

    assertThat(rows.stream().mapToLong(row -> row.<Long>getAs("within_due")).sum()).isEqualTo(4);
    assertThat(rows.stream().mapToLong(row -> row.<Long>getAs("late")).sum()).isEqualTo(1);
  }

  @Test
  void whatWasNotAnsweredWasNotResolvedByAReply() {
    var told = Sent.of("a consultation 2020-04-03T10:00 - -").resolved().counts().get(0);

    assertThat(told.<Long>getAs("resolved")).isZero();
    assertThat(told.<Long>getAs("resolved_told")).isEqualTo(1);
  }

  /** The look said to be before the reply must be mistaken: due on 13 April, answered after. */
  @Test
  void aReplyCountsThoughItIsLaterThanTheLookAtIt() {
    var row =
        Sent.of("a consultation 2020-04-03T10:00 2020-04-20T10:00 2020-04-10T10:00")
            .counts()
            .get(0);

    assertThat(row.<Long>getAs("late")).isEqualTo(1);
  }

  /** Due on 13 April: b and c are late, a is in time, d was sent later; it is a late one, too. */
  @Test
  void theExampleIsTheFirstSentOfThoseBeyondTheFloor() {
    var sent =
        Sent.of(
            "a consultation 2020-04-03T10:00 2020-04-10T10:00 -",
            "c consultation 2020-04-03T10:00 2020-04-20T10:00 -",
            "b consultation 2020-04-03T10:00 - -",
            "0 complaint    2020-04-03T10:00 - -",
            "d consultation 2020-04-03T10:01 2020-04-20T10:00 -");
    var first =
        sent.counts().stream()
            .filter(row -> row.getAs("first_beyond") != null)
            .mapToLong(row -> row.<Long>getAs("first_beyond"))
            .min();

    assertThat(first).hasValue(Instant.parse("2020-04-03T02:00:00Z").toEpochMilli() * 1000);
    assertThat(sent.example("2020-04-03T10:00")).containsExactly("b");
  }

  @Test
  void aKindWithoutAFloorIsNotJudged() {
    var ended =
        Sent.of(
                "a complaint 2020-04-03T10:00 2020-04-20T10:00 -",
                "b complaint 2020-04-03T10:00 - -")
            .inAPeriodUntil("2020-04-07")
            .ended();

    assertThat(ended).isEqualTo(Map.of("a", " 10", "b", " 9"));
  }

  private static CalendarRules asKnownOn(String day) {
    return new CalendarRules(
        Optional.of(LocalDate.parse(day)),
        CalendarRules.DEFAULT.weekend(),
        Optional.empty(),
        Optional.empty(),
        new CalendarRules.Days(Set.of(), Set.of()),
        List.of());
  }
}
