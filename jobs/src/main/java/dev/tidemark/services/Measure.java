package dev.tidemark.services;

import java.util.Locale;
import java.util.Optional;

/** A share of enquiries: how many of how many. */
enum Measure {
  /** Answered within the floor, of those due. */
  WITHIN_FLOOR,
  /** Resolved, of those of which it is told. */
  RESOLVED;

  private int yes(Tally tally) {
    return switch (this) {
      case WITHIN_FLOOR -> tally.withinDue();
      case RESOLVED -> tally.resolved();
    };
  }

  private int n(Tally tally) {
    return switch (this) {
      case WITHIN_FLOOR -> tally.due();
      case RESOLVED -> tally.told();
    };
  }

  boolean isObserved(Optional<Tally> tally) {
    return tally.filter(t -> n(t) > 0).isPresent();
  }

  /** Null if it is not observed. */
  Double share(Optional<Tally> tally) {
    return tally.filter(t -> n(t) > 0).map(t -> (double) yes(t) / n(t)).orElse(null);
  }

  /** Both tallies are of one unit, and observed. */
  ShareChange.Pair pair(Tally from, Tally to) {
    return new ShareChange.Pair(yes(from), n(from), yes(to), n(to));
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
