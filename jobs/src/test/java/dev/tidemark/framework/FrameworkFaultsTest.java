package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.FrameworkInvalid;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameworkFaultsTest {
  private static final String P1 = "{id: P1, start: 2020-01-01, end: 2020-06-30}";

  @TempDir private Path folder;

  @Test
  void everyFaultIsInOneMessageInTheOrderOfTheFile() {
    var yaml =
        """
        id: water
        verson: 1
        periods: [{id: P1, start: 2020-01-01, end: 2020-06-30}]
        units: unit.csv
        index:
          id: overall
          aggregate: mean
          children:
            - id: a
              weight: 0.2
              score: {kind: linear, worst: 5, best: 5}
            - id: a
              weight: 0.75
              scor: {kind: direct}
        """;
    var file = Written.in(folder, yaml);

    assertThatThrownBy(file::read)
        .isInstanceOf(FrameworkInvalid.class)
        .hasMessage(
            """
            %s cannot be used, 9 faults:
              version, line 1: is missing; it is required here
              verson, line 2: unknown key; did you mean version?
              units, line 4: "unit.csv" cannot be read: it does not exist; name a CSV file of units, seen from this file
              index.aggregate, line 7: must be one of arithmetic, geometric, harmonic; is the text "mean"
              index.children, line 8: the weights of a, a sum to 0.95, and must sum to 1 or 100; correct them, or rescale them with weights: relative
              index.children[0].score.best, line 11: worst and best are both 5; they must differ
              index.children[1].score, line 12: is missing; a node needs either a score, such as {kind: direct}, or children
              index.children[1].id, line 12: "a" is a second time the id of a node (upper and lower case are the same); first index.children[0].id, line 9
              index.children[1].scor, line 14: unknown key; did you mean score?"""
                .formatted(file.file()));
  }

  /** What is changed in the smallest framework, into what, and the only fault that makes. */
  static Stream<Arguments> changes() {
    return Stream.of(
        Written.change("id: water", "id: our water", NO_ID.formatted("id, line 1", "our water")),
        Written.change("id: water", "id: -a", NO_ID.formatted("id, line 1", "-a")),
        Written.change(
            "version: 1",
            "version: true",
            "version, line 2: must be text; is true; put it in quotes"),
        Written.change("version: 1", "version:", "version, line 2: must be text; is empty"),
        Written.change(
            "version: 1",
            "version: ' '",
            "version, line 2: is blank; write some text, or remove the key"),
        Written.change(
            "version: 1",
            "version: 1\ntitle: |\n  two\n  lines",
            "title, line 3: must be one line of at most 200 characters; is the text"
                + " \"two\\u000alines\\u000a\""),
        Written.change(
            "version: 1",
            "version: 1\nid: again",
            "id, line 3: the key is already in line 1; keep one of the two"),
        Written.change(
            "version: 1",
            "version: 1\ncolour: red",
            "colour, line 3: unknown key; known here: id, version, periods, units, index, title,"
                + " timezone, groups, group-titles, weights, missing-values, seed, compare, calendar,"
                + " visits, service-levels, channels, promotion, catalogue, problems, issues"),
        Written.change(
            "version: 1",
            "version: 1\n<<: {title: x}",
            "<<, line 3: merge keys are not read; write the keys out"),
        Written.change(
            "version: 1",
            "version: 1\n? [a, b]\n: c",
            "[\"?\"], line 3: a key must be text, not a list or a mapping"),
        Written.change(
            "version: 1", "version: 1\ntitle: {}", "title, line 3: is empty; give zh, en or both"),
        Written.change(
            "version: 1",
            "version: 1\ntitle: [a]",
            "title, line 3: must be a mapping with the keys zh, en; is a list"),
        Written.change(
            "version: 1",
            "version: 1\ntimezone: Asia/Shangai",
            "timezone, line 3: \"Asia/Shangai\" is no time zone; write one such as Asia/Shanghai or"
                + " +08:00; did you mean Asia/Shanghai?"),
        Written.change(
            "version: 1",
            "version: 1\nweights: relativ",
            "weights, line 3: must be one of exact, relative; is the text \"relativ\"; did you mean"
                + " relative?"),
        Written.change(
            "version: 1",
            "version: 1\nmissing-values: n/a",
            "missing-values, line 3: must be a list; is the text \"n/a\""),
        Written.change("id: P1", "id: ALL", "periods[0].id, line 4: " + Identifier.NOT_ALL),
        Written.change(
            "id: P2",
            "id: p1",
            "periods[1].id, line 5: \"p1\" is a second time the id of a period; first periods[0].id,"
                + " line 4"),
        Written.change(
            "2020-06-30",
            "2020-06-31",
            "periods[0].end, line 4: \"2020-06-31\" is no day; write it as 2020-03-28"),
        Written.change(
            "2020-06-30",
            "2019-06-30",
            "periods[0].start, line 4: P1 starts on 2020-01-01, after its end 2019-06-30"),
        Written.change(
            "2020-07-01",
            "2020-06-30",
            "periods[1].start, line 5: P2 starts on 2020-06-30 and overlaps P1, which ends on"
                + " 2020-06-30; let it start later"),
        Written.change(
            P1,
            "{id: P1, start: 2021-01-01, end: 2021-06-30}",
            "periods[1].start, line 5: P2 starts on 2020-07-01, before P1, which starts on"
                + " 2021-01-01; list periods in time order"),
        Written.change(
            P1,
            "P1",
            "periods[0], line 4: must be a mapping with the keys id, start, end; is the"
                + " text \"P1\""),
        Written.change(
            "[region]",
            "[region, regio]",
            "groups[1], line 7: units.csv has no column \"regio\"; did you mean region?"),
        Written.change(
            "[region]",
            "[region, Region]",
            "groups[1], line 7: \"Region\" is listed twice; remove one"),
        Written.change("[region]", "[name]", "groups[0], line 7: \"name\" is no grouping column"),
        Written.change(
            "[region]",
            "[region]\ngroup-titles: {region: {est: East}}",
            "group-titles.region.est, line 8: no unit has the region \"est\"; did you mean east?"),
        Written.change(
            "[region]",
            "[region]\ngroup-titles: {regio: {east: East}}",
            "group-titles.regio, line 8: \"regio\" is none of the groups; did you mean region?"),
        Written.change(
            "version: 1",
            "version: !!javax.script.ScriptEngineManager [a]",
            List.of(
                "version, line 2: the tag \"tag:yaml.org,2002:javax.script.ScriptEngineManager\" is"
                    + " not allowed; write the value without it",
                "version, line 2: must be text; is a list")));
  }

  private static final String NO_ID =
      "%s: \"%s\" is no id; ids are letters (of any script), digits, _ and -, beginning with a letter"
          + " or a digit, at most 64";

  @ParameterizedTest
  @MethodSource("changes")
  void aFaultIsToldWithItsPathItsLineItsValueAndWhatToDo(String yaml, List<String> faults) {
    assertThat(Written.in(folder, yaml).faults()).containsExactlyElementsOf(faults);
  }
}
