package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

/** The part {@code identity} of the section {@code issues}. */
final class IssueIdentityPart {
  private static final Value.Range DAYS =
      new Value.Range(0, 3_660, "a whole number of days from 0 to 3660");
  private static final Value.Range OVERLAPS = new Value.Range(0.01, 1, "a share from 0.01 to 1");
  private static final Value.Range LEVELS = new Value.Range(1e-6, 0.5, "a level from 1e-6 to 0.5");

  private IssueIdentityPart() {}

  static IssueIdentity of(YamlNode node, Faults faults) {
    var defaults = IssueIdentity.DEFAULT;
    return Fields.of(node, Shape.ISSUE_IDENTITY, faults)
        .map(
            fields ->
                new IssueIdentity(
                    fields
                        .get(WINDOW_DAYS)
                        .flatMap(number -> Value.whole(number, DAYS, faults))
                        .map(Long::intValue)
                        .orElse(defaults.windowDays()),
                    fields.number(OVERLAP, OVERLAPS).orElse(defaults.overlap()),
                    fields.number(SIMILARITY, Value.Range.SHARE).orElse(defaults.similarity()),
                    fields.number(ALPHA, LEVELS).orElse(defaults.alpha())))
        .orElse(defaults);
  }
}
