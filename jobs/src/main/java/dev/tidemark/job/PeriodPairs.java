package dev.tidemark.job;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which periods are compared: each with the one before, those asked for, and those that were asked
 * for before and would else grow stale.
 */
public final class PeriodPairs {
  /** An earlier and a later period, by their ids. */
  public record Pair(String from, String to) {}

  private PeriodPairs() {}

  /**
   * The pair of {@code --from} and {@code --to}.
   *
   * @param from an earlier period; null for none
   * @param to a later period; null for none
   * @throws UsageWrong if one is given without the other
   */
  public static Optional<Pair> asked(String from, String to) {
    if ((from == null) != (to == null)) {
      throw new UsageWrong("--from and --to go together: give both, or neither.");
    }
    return from == null ? Optional.empty() : Optional.of(new Pair(from, to));
  }

  /**
   * Lists the pairs.
   *
   * @param asked the pair of {@code --from} and {@code --to}
   * @param kept pairs of the table as it is
   * @param periods only these periods have new rows; empty for all
   * @return pairs whose later period has a pair that was asked for or that one of {@code periods}
   *     is in, since the pairs of one later period are written together
   * @throws UsageWrong if a period asked for is not the framework's, or the two are not in order
   */
  public static List<Pair> of(
      EvaluationFramework framework,
      Optional<Pair> asked,
      Collection<Pair> kept,
      List<String> periods) {
    var ids = framework.periods().stream().map(Period::id).toList();
    asked.ifPresent(pair -> check(pair, ids));
    var pairs = new LinkedHashSet<Pair>();
    for (int i = 1; i < ids.size(); i++) {
      pairs.add(new Pair(ids.get(i - 1), ids.get(i)));
    }
    asked.ifPresent(pairs::add);
    kept.stream()
        .filter(pair -> ids.contains(pair.from()) && isInOrder(pair, ids))
        .forEach(pairs::add);
    if (periods.isEmpty()) {
      return List.copyOf(pairs);
    }
    var later =
        pairs.stream()
            .filter(
                pair ->
                    periods.contains(pair.from())
                        || periods.contains(pair.to())
                        || asked.equals(Optional.of(pair)))
            .map(Pair::to)
            .collect(Collectors.toSet());
    return pairs.stream().filter(pair -> later.contains(pair.to())).toList();
  }

  private static void check(Pair pair, List<String> ids) {
    var unknown = List.of(pair.from(), pair.to()).stream().filter(id -> !ids.contains(id)).toList();
    if (!unknown.isEmpty()) {
      throw new UsageWrong(
          "%s: no such period. The framework has: %s."
              .formatted(String.join(", ", unknown), String.join(", ", ids)));
    }
    if (!isInOrder(pair, ids)) {
      throw new UsageWrong(
          "--from %s does not come before --to %s. The framework's order is: %s."
              .formatted(pair.from(), pair.to(), String.join(", ", ids)));
    }
  }

  private static boolean isInOrder(Pair pair, List<String> ids) {
    return ids.indexOf(pair.from()) < ids.indexOf(pair.to());
  }
}
