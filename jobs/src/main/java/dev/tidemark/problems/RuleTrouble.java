package dev.tidemark.problems;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.ProblemRule;
import dev.tidemark.table.SqlTrouble;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a rule whose SQL fails on some rows from a bug. */
final class RuleTrouble {
  private RuleTrouble() {}

  /** What the framework's author must know, or the failure itself if no rule's SQL is to blame. */
  static RuntimeException explained(RuntimeException failure, List<ProblemRule> rules) {
    var trouble = SqlTrouble.of(failure).orElse(null);
    if (trouble == null) {
      return failure;
    }
    var ids =
        rules.stream()
            .filter(rule -> trouble.isOf(rule.expressions()))
            .map(ProblemRule::id)
            .collect(Collectors.joining(" or "));
    return ids.isEmpty()
        ? failure
        : new UsageWrong(
            "Rule %s cannot be looked at, since its SQL fails on some rows: %s No problem was written. Mend the framework file; docs/problems.md says what a rule may call."
                .formatted(ids, trouble.inWords()),
            failure);
  }
}
