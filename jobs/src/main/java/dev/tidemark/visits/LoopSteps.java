package dev.tidemark.visits;

import dev.tidemark.framework.VisitRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** At which end of the online loop the steps are that data name. */
final class LoopSteps {
  private LoopSteps() {}

  /**
   * Steps at neither end, as written, by name; a misspelt one is among them.
   *
   * @param told steps that need a visit, each perhaps several joined
   */
  static List<String> elsewhere(Collection<String> told, VisitRules rules) {
    return told.stream()
        .filter(
            step ->
                Arrays.stream(step.split(Pattern.quote(VisitRules.AND)))
                    .map(String::strip)
                    .noneMatch(one -> rules.beginning().contains(one) || rules.end().contains(one)))
        .distinct()
        .sorted()
        .toList();
  }
}
