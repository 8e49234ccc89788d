package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
  private static final String DIRECT = "{kind: direct}";
  private static final String LINEAR = "{kind: linear, worst: 10, best: 0}";
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
        change("id: water", "id: our water", NO_ID.formatted("id, line 1", "our water")),
        change("id: water", "id: -a", NO_ID.formatted("id, line 1", "-a")),
        change(
            "version: 1",
            "version: true",
            "version, line 2: must be text; is true; put it in quotes"),
        change("version: 1", "version:", "version, line 2: must be text; is empty"),
        change(
            "version: 1",
            "version: ' '",
            "version, line 2: is blank; write some text, or remove the key"),
        change(
            "version: 1",
            "version: 1\ntitle: |\n  two\n  lines",
            "title, line 3: must be one line of at most 200 characters; is the text"
                + " \"two\\u000alines\\u000a\""),
        change(
            "version: 1",
            "version: 1\nid: again",
            "id, line 3: the key is already in line 1; keep one of the two"),
        change(
            "version: 1",
            "version: 1\ncolour: red",
            "colour, line 3: unknown key; known here: id, version, periods, units, index, title,"
                + " timezone, groups, group-titles, weights, missing-values, compare, visits,"
                + " service-levels, channels, issues, problems, promotion, calendar, catalogue"),
        change(
            "version: 1",
            "version: 1\n<<: {title: x}",
            "<<, line 3: merge keys are not read; write the keys out"),
        change(
            "version: 1",
            "version: 1\n? [a, b]\n: c",
            "[\"?\"], line 3: a key must be text, not a list or a mapping"),
        change(
            "version: 1", "version: 1\ntitle: {}", "title, line 3: is empty; give zh, en or both"),
        change(
            "version: 1",
            "version: 1\ntitle: [a]",
            "title, line 3: must be a mapping with the keys zh, en; is a list"),
        change(
            "version: 1",
            "version: 1\ntimezone: Asia/Shangai",
            "timezone, line 3: \"Asia/Shangai\" is no time zone; write one such as Asia/Shanghai or"
                + " +08:00; did you mean Asia/Shanghai?"),
        change(
            "version: 1",
            "version: 1\nweights: relativ",
            "weights, line 3: must be one of exact, relative; is the text \"relativ\"; did you mean"
                + " relative?"),
        change(
            "version: 1",
            "version: 1\nmissing-values: n/a",
            "missing-values, line 3: must be a list; is the text \"n/a\""),
        change("id: P1", "id: ALL", "periods[0].id, line 4: " + Identifier.NOT_ALL),
        change(
            "id: P2",
            "id: p1",
            "periods[1].id, line 5: \"p1\" is a second time the id of a period; first periods[0].id,"
                + " line 4"),
        change(
            "2020-06-30",
            "2020-06-31",
            "periods[0].end, line 4: \"2020-06-31\" is no day; write it as 2020-03-28"),
        change(
            "2020-06-30",
            "2019-06-30",
            "periods[0].start, line 4: P1 starts on 2020-01-01, after its end 2019-06-30"),
        change(
            "2020-07-01",
            "2020-06-30",
            "periods[1].start, line 5: P2 starts on 2020-06-30 and overlaps P1, which ends on"
                + " 2020-06-30; let it start later"),
        change(
            P1,
            "{id: P1, start: 2021-01-01, end: 2021-06-30}",
            "periods[1].start, line 5: P2 starts on 2020-07-01, before P1, which starts on"
                + " 2021-01-01; list periods in time order"),
        change(
            P1,
            "P1",
            "periods[0], line 4: must be a mapping with the keys id, start, end; is the"
                + " text \"P1\""),
        change(
            "[region]",
            "[region, regio]",
            "groups[1], line 7: units.csv has no column \"regio\"; did you mean region?"),
        change(
            "[region]",
            "[region, Region]",
            "groups[1], line 7: \"Region\" is listed twice; remove one"),
        change("[region]", "[name]", "groups[0], line 7: \"name\" is no grouping column"),
        change(
            "[region]",
            "[region]\ngroup-titles: {region: {est: East}}",
            "group-titles.region.est, line 8: no unit has the region \"est\"; did you mean east?"),
        change(
            "[region]",
            "[region]\ngroup-titles: {regio: {east: East}}",
            "group-titles.regio, line 8: \"regio\" is none of the groups; did you mean region?"),
        change(
            "id: overall",
            "id: overall\n  weight: 1",
            "index.weight, line 10: the root of the index has no weight; remove it"),
        change(
            "id: overall",
            "id: overall\n  min-coverage: 50",
            "index.min-coverage, line 10: must be a number from 0 to 1; is 50"),
        change(
            "id: overall",
            "id: overall\n  min-coverage-by: number",
            "index.min-coverage-by, line 10: must be one of weight, count; is the text \"number\""),
        change(
            "id: b",
            "id: B, replicates: latest",
            "index.children[1].replicates, line 12: must be one of mean, median, min, max, sum,"
                + " last; is the text \"latest\"; did you mean last?"),
        change(
            "id: b",
            "id: A",
            "index.children[1].id, line 12: \"A\" is a second time the id of a node (upper and lower"
                + " case are the same); first index.children[0].id, line 11"),
        change(
            "id: b",
            "id: b, replicates: max, from: {table: visits, value: sum(visits)}",
            "index.children[1].replicates, line 12: belongs to an observed leaf, a derived one has"
                + " one value; remove it"),
        change(
            DIRECT,
            "{kind: categories, map: {a: 1}}, from: {table: visits, value: max(step)}",
            "index.children[0].score, line 11: categories score names, and a derived leaf is a"
                + " number; choose another kind"),
        change("weight: 0.25", "weight: 0", WEIGHT.formatted("0")),
        change("weight: 0.25", "weight: -0.25", WEIGHT.formatted("-0.25")),
        change("weight: 0.25", "weight: .nan", WEIGHT.formatted("the text \".nan\"")),
        change("weight: 0.25", "weight: 1e400", WEIGHT.formatted("1e400")),
        change(
            "weight: 0.25",
            "weight: '0.25'",
            WEIGHT.formatted("the text \"0.25\"") + "; remove its quotes"),
        change(
            "weight: 0.25, ",
            "",
            "index.children[0].weight, line 11: is missing; it is required here"),
        change(
            "weight: 0.25",
            "weight: 0.250002",
            "index.children, line 10: the weights of a, b sum to 1.000002, and must sum to 1 or 100;"
                + " correct them, or rescale them with weights: relative"),
        change(
            LINEAR,
            DIRECT + ", children: [{id: c, weight: 1, score: {kind: direct}}]",
            "index.children[1].score, line 12: belongs to a node without children; remove it, or"
                + " remove the children"),
        change(
            DIRECT,
            DIRECT + ", aggregate: harmonic",
            "index.children[0].aggregate, line 11: belongs to a node with children; remove it, or"
                + " give the node children"),
        change(
            "score: " + DIRECT,
            "children: []",
            "index.children[0].children, line 11: is empty; list at least one child"),
        change(
            DIRECT,
            "{kind: liner}",
            "index.children[0].score.kind, line 11: must be one of direct, binary, linear, min-max,"
                + " z-score, categories; is the text \"liner\"; did you mean linear?"),
        change(
            DIRECT,
            "direct",
            "index.children[0].score, line 11: must be a mapping such as {kind: direct}; is the text"
                + " \"direct\""),
        change(
            DIRECT,
            "{worst: 1}",
            "index.children[0].score.kind, line 11: is missing; it is one of direct, binary, linear,"
                + " min-max, z-score, categories"),
        change(
            DIRECT,
            "{kind: direct, worst: 1}",
            "index.children[0].score.worst, line 11: unknown key; known here: kind"),
        change(
            "worst: 10, ",
            "",
            "index.children[1].score.worst, line 12: is missing; it is required here"),
        change(
            "worst: 10",
            "worst: ten",
            "index.children[1].score.worst, line 12: must be a number; is the text \"ten\""),
        change(
            DIRECT,
            "{kind: min-max, direction: upward}",
            "index.children[0].score.direction, line 11: must be one of up, down; is the text"
                + " \"upward\""),
        change(
            DIRECT,
            "{kind: categories, map: {}}",
            "index.children[0].score.map, line 11: is empty; give the points of at least one"
                + " category"),
        change(
            DIRECT,
            "{kind: categories, map: {full: 101}}",
            "index.children[0].score.map.full, line 11: must be a number of points from 0 to 100; is"
                + " 101"),
        change(
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
  private static final String WEIGHT =
      "index.children[0].weight, line 11: must be a number above 0 (1e-9 to 1e9); is %s";

  private static Arguments change(String from, String to, String fault) {
    return change(from, to, List.of(fault));
  }

  private static Arguments change(String from, String to, List<String> faults) {
    assertThat(Written.SMALLEST).contains(from);
    return arguments(Written.SMALLEST.replace(from, to), faults);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aFaultIsToldWithItsPathItsLineItsValueAndWhatToDo(String yaml, List<String> faults) {
    assertThat(Written.in(folder, yaml).faults()).containsExactlyElementsOf(faults);
  }

  @Test
  void aCategoryThatMeansNotObservedIsRefused() {
    var yaml =
        Written.SMALLEST.replace(DIRECT, "{kind: categories, map: {none: 0, full: 100}}")
            + "missing-values: [none]\n";

    assertThat(Written.in(folder, yaml).faults())
        .containsExactly(
            "index.children[0].score.map.none, line 11: \"none\" is one of missing-values, and so"
                + " never observed; remove one of the two");
  }

  @Test
  void faultsOfTheSqlOfADerivedLeafJoinTheOthersAtTheirPlace() {
    var yaml =
        Written.SMALLEST.replace(
            DIRECT, "{kind: direct}, from: {table: visits, value: sum(visit), where: stage > 1}");
    var file = Written.in(folder, yaml).file();
    ExpressionCheck check =
        derivation ->
            List.of(
                new ExpressionCheck.Fault(ExpressionCheck.Part.VALUE, derivation.value() + "?"),
                new ExpressionCheck.Fault(
                    ExpressionCheck.Part.WHERE, derivation.where().orElseThrow() + "?"));

    assertThatThrownBy(() -> FrameworkYaml.read(file, check))
        .hasMessageContaining("index.children[0].from.value, line 11: sum(visit)?")
        .hasMessageContaining("index.children[0].from.where, line 11: stage > 1?");
  }
}
