package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The part {@code themes} of the section {@code issues}. */
final class IssueThemesPart {
  private static final Value.Range NEIGHBOURS =
      new Value.Range(2, 200, "a whole number from 2 to 200");
  private static final Value.Range RESOLUTION =
      new Value.Range(0.01, 100, "a number from 0.01 to 100");
  private static final Value.Range K = new Value.Range(2, 200, "a whole number from 2 to 200");
  private static final Value.Range TEXTS =
      new Value.Range(2, 1_000, "a whole number from 2 to 1000");

  private static final List<String> OF_GRAPH = List.of(Key.NEIGHBOURS, Key.RESOLUTION, MIN_FIT);
  private static final List<String> OF_MEANS = List.of(Key.K, MOST_K);

  private IssueThemesPart() {}

  static IssueThemes of(YamlNode node, Faults faults) {
    return Fields.of(node, Shape.ISSUE_THEMES, faults)
        .map(fields -> themes(fields, faults))
        .orElse(IssueThemes.DEFAULT);
  }

  private static IssueThemes themes(Fields fields, Faults faults) {
    var defaults = IssueThemes.DEFAULT;
    var method = fields.choice(METHOD, IssueThemes.Method.class).orElse(defaults.method());
    switch (method) {
      case GRAPH -> refuse(OF_MEANS, "k-means", "graph", fields, faults);
      case K_MEANS -> refuse(OF_GRAPH, "graph", "k-means", fields, faults);
    }
    var k = whole(Key.K, K, fields, faults);
    if (k.isPresent() && fields.get(MOST_K).isPresent()) {
      faults.add(fields.place(MOST_K), "is for where no k is given; remove it, or k");
    }
    return new IssueThemes(
        method,
        whole(Key.NEIGHBOURS, NEIGHBOURS, fields, faults).orElse(defaults.neighbours()),
        fields.number(Key.RESOLUTION, RESOLUTION).orElse(defaults.resolution()),
        fields.number(MIN_FIT, Value.Range.SHARE).orElse(defaults.minFit()),
        k.map(OptionalInt::of).orElse(defaults.k()),
        whole(MOST_K, K, fields, faults).orElse(defaults.mostK()),
        whole(MIN_TEXTS, TEXTS, fields, faults).orElse(defaults.minTexts()));
  }

  /** What only another method reads would be without effect. */
  private static void refuse(
      List<String> keys, String theirs, String method, Fields fields, Faults faults) {
    keys.stream()
        .filter(key -> fields.get(key).isPresent())
        .forEach(
            key ->
                faults.add(
                    fields.place(key),
                    "is for the method %s; the method is %s".formatted(theirs, method)));
  }

  private static Optional<Integer> whole(
      String key, Value.Range range, Fields fields, Faults faults) {
    return fields.get(key).flatMap(node -> Value.whole(node, range, faults)).map(Long::intValue);
  }
}
