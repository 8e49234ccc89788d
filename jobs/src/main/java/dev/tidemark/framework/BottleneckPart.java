package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

/** The part {@code bottlenecks} of the section {@code issues}. */
final class BottleneckPart {
  private static final Value.Range MESSAGES =
      new Value.Range(5, 10_000, "a whole number from 5 to 10000");

  private BottleneckPart() {}

  static BottleneckRules of(YamlNode node, Faults faults) {
    var defaults = BottleneckRules.DEFAULT;
    return Fields.of(node, IssueShapes.BOTTLENECKS, faults)
        .map(
            fields -> {
              var rules =
                  new BottleneckRules(
                      fields
                          .get(MIN_MESSAGES)
                          .flatMap(number -> Value.whole(number, MESSAGES, faults))
                          .map(Long::intValue)
                          .orElse(defaults.minMessages()),
                      fields
                          .number(UNRESOLVED, IssueScoresPart.WEIGHTS)
                          .orElse(defaults.unresolved()),
                      fields.number(LATE, IssueScoresPart.WEIGHTS).orElse(defaults.late()));
              IssueScoresPart.checkAny(
                  node, faults, UNRESOLVED + " and " + LATE, rules.unresolved() + rules.late());
              return rules;
            })
        .orElse(defaults);
  }
}
