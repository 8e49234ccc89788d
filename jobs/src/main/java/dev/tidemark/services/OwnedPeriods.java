package dev.tidemark.services;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.PeriodPairs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The periods that a run writes.
 *
 * @param owned those asked for; all if none was
 * @param pairs each period with the one before, where one of the two is owned
 */
record OwnedPeriods(List<String> owned, List<PeriodPairs.Pair> pairs) {
  /**
   * Of a run.
   *
   * @param asked ids of the periods asked for; empty for all
   */
  static OwnedPeriods of(EvaluationFramework framework, List<String> asked) {
    var ids = framework.periods().stream().map(Period::id).toList();
    return new OwnedPeriods(
        ids.stream().filter(id -> asked.isEmpty() || asked.contains(id)).toList(),
        PeriodPairs.of(framework, Optional.empty(), List.of(), asked));
  }

  /** Those it must read. */
  List<String> needed() {
    return Stream.concat(
            owned.stream(), pairs.stream().flatMap(pair -> Stream.of(pair.from(), pair.to())))
        .distinct()
        .toList();
  }
}
