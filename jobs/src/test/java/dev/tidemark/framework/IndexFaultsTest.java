package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IndexFaultsTest {
  private static final String DIRECT = "{kind: direct}";
  private static final String LINEAR = "{kind: linear, worst: 10, best: 0}";
  private static final String WEIGHT =
      "index.children[0].weight, line 11: must be a number above 0 (1e-9 to 1e9); is %s";

  @TempDir private Path folder;

  /** What is changed in the tree of the smallest framework, into what, and the fault that makes. */
  static Stream<Arguments> changes() {
    return Stream.of(
        Written.change(
            "id: overall",
            "id: overall\n  weight: 1",
            "index.weight, line 10: the root of the index has no weight; remove it"),
        Written.change(
            "id: overall",
            "id: overall\n  min-coverage: 50",
            "index.min-coverage, line 10: must be a number from 0 to 1; is 50"),
        Written.change(
            "id: overall",
            "id: overall\n  min-coverage-by: number",
            "index.min-coverage-by, line 10: must be one of weight, count; is the text \"number\""),
        Written.change(
            "id: b",
            "id: B, replicates: latest",
            "index.children[1].replicates, line 12: must be one of mean, median, min, max, sum,"
                + " last; is the text \"latest\"; did you mean last?"),
        Written.change(
            "id: b",
            "id: A",
            "index.children[1].id, line 12: \"A\" is a second time the id of a node (upper and lower"
                + " case are the same); first index.children[0].id, line 11"),
        Written.change(
            "id: b",
            "id: b, replicates: max, from: {table: visits, value: sum(visits)}",
            "index.children[1].replicates, line 12: belongs to an observed leaf, a derived one has"
                + " one value; remove it"),
        Written.change(
            DIRECT,
            "{kind: categories, map: {a: 1}}, from: {table: visits, value: max(step)}",
            "index.children[0].score, line 11: categories score names, and a derived leaf is a"
                + " number; choose another kind"),
        Written.change("weight: 0.25", "weight: 0", WEIGHT.formatted("0")),
        Written.change("weight: 0.25", "weight: -0.25", WEIGHT.formatted("-0.25")),
        Written.change("weight: 0.25", "weight: .nan", WEIGHT.formatted("the text \".nan\"")),
        Written.change("weight: 0.25", "weight: 1e400", WEIGHT.formatted("1e400")),
        Written.change(
            "weight: 0.25",
            "weight: '0.25'",
            WEIGHT.formatted("the text \"0.25\"") + "; remove its quotes"),
        Written.change(
            "weight: 0.25, ",
            "",
            "index.children[0].weight, line 11: is missing; it is required here"),
        Written.change(
            "weight: 0.25",
            "weight: 0.250002",
            "index.children, line 10: the weights of a, b sum to 1.000002, and must sum to 1 or 100;"
                + " correct them, or rescale them with weights: relative"),
        Written.change(
            LINEAR,
            DIRECT + ", children: [{id: c, weight: 1, score: {kind: direct}}]",
            "index.children[1].score, line 12: belongs to a node without children; remove it, or"
                + " remove the children"),
        Written.change(
            DIRECT,
            DIRECT + ", aggregate: harmonic",
            "index.children[0].aggregate, line 11: belongs to a node with children; remove it, or"
                + " give the node children"),
        Written.change(
            "score: " + DIRECT,
            "children: []",
            "index.children[0].children, line 11: is empty; list at least one child"),
        Written.change(
            DIRECT,
            "{kind: liner}",
            "index.children[0].score.kind, line 11: must be one of direct, binary, linear, min-max,"
                + " z-score, categories; is the text \"liner\"; did you mean linear?"),
        Written.change(
            DIRECT,
            "direct",
            "index.children[0].score, line 11: must be a mapping such as {kind: direct}; is the text"
                + " \"direct\""),
        Written.change(
            DIRECT,
            "{worst: 1}",
            "index.children[0].score.kind, line 11: is missing; it is one of direct, binary, linear,"
                + " min-max, z-score, categories"),
        Written.change(
            DIRECT,
            "{kind: direct, worst: 1}",
            "index.children[0].score.worst, line 11: unknown key; known here: kind"),
        Written.change(
            "worst: 10, ",
            "",
            "index.children[1].score.worst, line 12: is missing; it is required here"),
        Written.change(
            "worst: 10",
            "worst: ten",
            "index.children[1].score.worst, line 12: must be a number; is the text \"ten\""),
        Written.change(
            DIRECT,
            "{kind: min-max, direction: upward}",
            "index.children[0].score.direction, line 11: must be one of up, down; is the text"
                + " \"upward\""),
        Written.change(
            DIRECT,
            "{kind: categories, map: {}}",
            "index.children[0].score.map, line 11: is empty; give the points of at least one"
                + " category"),
        Written.change(
            DIRECT,
            "{kind: categories, map: {full: 101}}",
            "index.children[0].score.map.full, line 11: must be a number of points from 0 to 100; is"
                + " 101"));
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
