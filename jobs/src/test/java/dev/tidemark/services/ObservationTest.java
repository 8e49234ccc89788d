package dev.tidemark.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.YearNotCovered;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ObservationTest {
  private static LocalDate lastDay(Sent sent) {
    return sent.observation().lastDayOf("P1");
  }

  @Test
  void aPeriodIsObservedToTheEndOfItsLastDay() {
    var sent = Sent.of("a complaint 2020-03-30T10:00 2020-04-02T10:00 -");

    assertThat(lastDay(sent.inAPeriodUntil("2020-04-10"))).isEqualTo("2020-04-10");
  }

  @Test
  void orToTheDayBeforeTheLastReplyThatIsKnownIfThatCameLater() {
    var sent =
        Sent.of(
            "a complaint 2020-03-30T10:00 2020-04-21T16:15 -", "b complaint 2020-03-31T10:00 - -");

    assertThat(lastDay(sent.inAPeriodUntil("2020-04-10"))).isEqualTo("2020-04-20");
  }

  @Test
  void butNeverToTheDayItWasLoadedNorBeyond() {
    var sent = Sent.of("a complaint 2020-03-30T10:00 2020-04-02T10:00 -");

    assertThat(lastDay(sent.inAPeriodUntil("2020-04-30").loadedOn("2020-04-16")))
        .isEqualTo("2020-04-15");
  }

  @Test
  void whenOneEnquiryWasLookedAtSaysNothingOfTheOthers() {
    var sent = Sent.of("a complaint 2020-03-30T10:00 - 2020-06-01T10:00");

    assertThat(lastDay(sent.inAPeriodUntil("2020-04-10"))).isEqualTo("2020-04-10");
    assertThat(sent.observation().last()).isEqualTo("2020-06-01");
  }

  @Test
  void aYearWithoutANoticeIsAskedForAndNotGuessed() {
    var sent = Sent.of("a consultation 2017-12-29T10:00 2018-01-02T10:00 -");

    assertThatThrownBy(sent::ended)
        .isInstanceOf(YearNotCovered.class)
        .hasMessageContaining("Working days of 2017 cannot be counted");
  }
}
