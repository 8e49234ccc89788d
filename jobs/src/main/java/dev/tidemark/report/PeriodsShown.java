package dev.tidemark.report;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import java.util.stream.Stream;

/** Which two periods a report sets beside each other. */
final class PeriodsShown {
  /** Ids of the earlier and the later one; the same twice where there is only one. */
  record Pair(String from, String to) {}

  private PeriodsShown() {}

  /**
   * Those asked for; the last if none, and the one before it.
   *
   * @throws UsageWrong if one is not the framework's, or they are not in order
   */
  static Pair of(EvaluationFramework framework, String from, String to) {
    var ids = framework.periods().stream().map(Period::id).toList();
    Stream.of(from == null ? ids.get(0) : from, to == null ? ids.get(0) : to)
        .filter(id -> !ids.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new UsageWrong(
                  "%s: no such period. The framework has: %s."
                      .formatted(id, String.join(", ", ids)));
            });
    var later = to == null ? ids.get(ids.size() - 1) : to;
    var earlier = from == null ? ids.get(Math.max(0, ids.indexOf(later) - 1)) : from;
    if (ids.size() > 1 && ids.indexOf(earlier) >= ids.indexOf(later)) {
      throw new UsageWrong(
          "--from %s does not come before --to %s. The framework's order is: %s."
              .formatted(earlier, later, String.join(", ", ids)));
    }
    return new Pair(earlier, later);
  }
}
