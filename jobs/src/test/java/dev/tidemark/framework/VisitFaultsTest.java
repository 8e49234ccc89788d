package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisitFaultsTest {
  @TempDir private Path folder;

  /** What the section holds, and the only fault that makes. */
  static Stream<Arguments> sections() {
    return Stream.of(
        with(
            "",
            "visits, line 3: must be a mapping with the keys stages, at-most, open-at-beginning,"
                + " open-at-end; is empty"),
        with("{stage: [seal]}", "visits.stage, line 3: unknown key; did you mean stages?"),
        with("{stages: seal}", "visits.stages, line 3: must be a list; is the text \"seal\""),
        with(
            "{stages: []}",
            "visits.stages, line 3: is empty; list at least one stage, or remove the key"),
        with(
            "{stages: [seal]}",
            "visits.stages[0], line 3: must be a mapping with the keys id; is the text \"seal\""),
        with(
            "{stages: [{title: Seal}]}",
            "visits.stages[0].id, line 3: is missing; it is required here"),
        with(
            "{stages: [{id: seal}, {id: tax}, {id: seal}]}",
            "visits.stages[2].id, line 3: \"seal\" is a second time the id of a stage; first"
                + " visits.stages[0].id, line 3"),
        with(
            "{at-most: 1.5}",
            "visits.at-most, line 3: must be a whole number from 0 to 1000; is 1.5"),
        with(
            "{at-most: once}",
            "visits.at-most, line 3: must be a whole number from 0 to 1000; is the text \"once\""),
        with(
            "{open-at-end: [pay, pay]}",
            "visits.open-at-end[1], line 3: \"pay\" is listed twice; remove one"),
        with(
            "{open-at-end: [pay+collect]}",
            "visits.open-at-end[0], line 3: \"pay+collect\" joins several steps; list each by"
                + " itself, without +"),
        with(
            "{open-at-beginning: [sign, collect]}",
            "visits.open-at-beginning, line 3: \"collect\" opens the loop at its beginning and at"
                + " its end; list it once"),
        with(
            "{open-at-beginning: [pay], open-at-end: [pay]}",
            "visits.open-at-end, line 3: \"pay\" opens the loop at its beginning and at its end;"
                + " list it once"));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void aFaultOfTheVisitsIsToldWithItsPathItsLineItsValueAndWhatToDo(
      String yaml, List<String> faults) {
    assertThat(Written.in(folder, yaml).faults()).containsExactlyElementsOf(faults);
  }

  private static Arguments with(String section, String fault) {
    return Written.change("version: 1", "version: 1\nvisits: " + section, fault);
  }
}
