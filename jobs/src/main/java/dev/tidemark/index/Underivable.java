package dev.tidemark.index;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.Leaf;
import dev.tidemark.table.SqlTrouble;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a derived leaf whose SQL fails on some rows from a bug. */
final class Underivable {
  private Underivable() {}

  /**
   * What the framework's author must know, or the failure itself if no leaf's SQL is to blame.
   *
   * @param leaves all of the framework
   */
  static RuntimeException explained(RuntimeException failure, List<Leaf> leaves) {
    var trouble = SqlTrouble.of(failure).orElse(null);
    if (trouble == null) {
      return failure;
    }
    var ids =
        leaves.stream()
            .filter(
                leaf ->
                    leaf.derivation().filter(from -> trouble.isOf(expressions(from))).isPresent())
            .map(Leaf::id)
            .collect(Collectors.joining(" or "));
    return ids.isEmpty()
        ? failure
        : new UsageWrong(
            "Leaf %s cannot be derived, since its SQL fails on some rows: %s No score was written. Mend the framework file; docs/sql.md lists what a leaf may call."
                .formatted(ids, trouble.inWords()),
            failure);
  }

  private static List<String> expressions(Derivation derivation) {
    return Stream.concat(Stream.of(derivation.value()), derivation.where().stream()).toList();
  }
}
