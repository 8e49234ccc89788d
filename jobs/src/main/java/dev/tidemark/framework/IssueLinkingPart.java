package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

/** The part {@code linking} of the section {@code issues}. */
final class IssueLinkingPart {
  private static final Value.Range COUNTS = new Value.Range(1, 200, "a whole number from 1 to 200");
  private static final Value.Range MESSAGES =
      new Value.Range(2, 1_000, "a whole number from 2 to 1000");

  private IssueLinkingPart() {}

  static IssueLinking of(YamlNode node, Faults faults) {
    var defaults = IssueLinking.DEFAULT;
    return Fields.of(node, Shape.ISSUE_LINKING, faults)
        .map(
            fields ->
                new IssueLinking(
                    fields
                        .get(Key.NEIGHBOURS)
                        .flatMap(number -> Value.whole(number, COUNTS, faults))
                        .map(Long::intValue)
                        .orElse(defaults.neighbours()),
                    fields.number(LINK_FROM, Value.Range.SHARE).orElse(defaults.linkFrom()),
                    fields.number(CUT, Value.Range.SHARE).orElse(defaults.cut()),
                    fields.number(MERGE_FROM, Value.Range.SHARE).orElse(defaults.mergeFrom()),
                    fields
                        .get(MIN_MESSAGES)
                        .flatMap(number -> Value.whole(number, MESSAGES, faults))
                        .map(Long::intValue)
                        .orElse(defaults.minMessages())))
        .orElse(defaults);
  }
}
