package dev.tidemark.refresh;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a job is stale.
 *
 * @param isAll every period, and what the framework no longer has
 * @param periods ids of stale periods; none if all are, or none is
 * @param why in words; none if nothing is
 */
public record Need(boolean isAll, Set<String> periods, List<String> why) {
  /** Nothing is stale. */
  static final Need NONE = new Need(false, Set.of(), List.of());

  public Need {
    periods = Set.copyOf(periods);
    why = List.copyOf(why);
  }

  static Need all(String why) {
    return new Need(true, Set.of(), List.of(why));
  }

  /** Some periods are; nothing, if there is none of them. */
  static Need of(Collection<String> periods, String why) {
    return periods.isEmpty() ? NONE : new Need(false, Set.copyOf(periods), List.of(why));
  }

  /** Whether anything is stale. */
  public boolean isAny() {
    return isAll || !periods.isEmpty();
  }

  Need and(Need other) {
    var both = new TreeSet<>(periods);
    both.addAll(other.periods);
    return new Need(
        isAll || other.isAll,
        isAll || other.isAll ? Set.of() : both,
        Stream.concat(why.stream(), other.why.stream()).distinct().toList());
  }

  /** The same, for all periods if it is for each of these. */
  Need widened(Collection<String> declared) {
    return !isAll && !declared.isEmpty() && periods.containsAll(declared)
        ? new Need(true, Set.of(), why)
        : this;
  }

  /** The stale periods in the framework's order; none if all are. */
  List<String> inOrder(List<String> declared) {
    return declared.stream().filter(periods::contains).toList();
  }
}
