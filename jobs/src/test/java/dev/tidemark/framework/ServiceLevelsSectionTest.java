package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceLevelsSectionTest {
  @TempDir private Path folder;

  private Written with(String section) {
    return Written.in(folder, Written.SMALLEST + "service-levels: " + section);
  }

  @Test
  void eachKindHasATermAndTheShareThatMustKeepIt() {
    var floors =
        with("""
                {consultation: {reply-within: 5 working-days, min-share: 0.95},
                 complaint: {reply-within: 1 working-day}}
                """)
            .read()
            .serviceLevels();

    assertThat(floors)
        .isEqualTo(
            Map.of("consultation", new ServiceFloor(5, 0.95), "complaint", new ServiceFloor(1, 1)));
  }

  @Test
  void withoutTheSectionNoKindHasAFloor() {
    assertThat(Written.in(folder, Written.SMALLEST).read().serviceLevels()).isEmpty();
  }

  @Test
  void aLeafThatNeedsFloorsNeedsTheSection() {
    var derived =
        "from: {table: enquiry_outcomes, value: max(waited_working_days)}, score: {kind: direct}";
    var written = Written.in(folder, Written.SMALLEST.replace("score: {kind: direct}", derived));

    assertThat(written.faults())
        .singleElement()
        .asString()
        .startsWith("index, line ")
        .endsWith(
            "is derived from enquiry_outcomes, which judges enquiries against service-levels; add"
                + " that section");
  }

  static Stream<Arguments> faultySections() {
    return Stream.of(
        arguments(
            "",
            List.of(
                "service-levels, line 13: must be a mapping with the keys consultation, complaint; is"
                    + " empty")),
        arguments(
            "{complaints: {reply-within: 5 working-days}}",
            List.of("service-levels.complaints, line 13: unknown key; did you mean complaint?")),
        arguments(
            "{consultation: 5 working-days}",
            List.of(
                "service-levels.consultation, line 13: must be a mapping with the keys reply-within;"
                    + " is the text \"5 working-days\"")),
        arguments(
            "{consultation: {min-share: 95}, complaint: {reply-within: 5}}",
            List.of(
                "service-levels.consultation.reply-within, line 13: is missing; it is required here",
                "service-levels.consultation.min-share, line 13: must be a share above 0, at most 1"
                    + " (1e-6 to 1); is 95",
                "service-levels.complaint.reply-within, line 13: must be 1 to 366 working days,"
                    + " written as 5 working-days; is 5")),
        arguments(
            "{complaint: {reply-within: 15 days}}",
            List.of(
                "service-levels.complaint.reply-within, line 13: must be 1 to 366 working days,"
                    + " written as 5 working-days; is the text \"15 days\"")),
        arguments(
            "{complaint: {reply-within: 367 working-days}}",
            List.of(
                "service-levels.complaint.reply-within, line 13: must be 1 to 366 working days,"
                    + " written as 5 working-days; is the text \"367 working-days\"")));
  }

  @ParameterizedTest
  @MethodSource("faultySections")
  void everyFaultIsToldWithItsPlace(String section, List<String> faults) {
    assertThat(with(section).faults()).containsExactlyElementsOf(faults);
  }
}
