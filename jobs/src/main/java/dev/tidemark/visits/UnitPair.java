package dev.tidemark.visits;

/**
 * One unit's visits in two periods.
 *
 * @param stages observed in both, a count
 * @param from visits in the earlier period over these stages
 * @param to visits in the later period over these stages
 * @param threshold whether its total is within the framework's at-most, earlier and later
 */
record UnitPair(int stages, int from, int to, Threshold threshold) {
  /** On which side of "at most once" a unit was and is. */
  enum Threshold {
    /** At most once in both periods. */
    KEPT,
    /** At most once only in the later period. */
    REACHED,
    /** At most once only in the earlier period. */
    LOST,
    /** In neither. */
    MISSED,
    /** A period has no total. */
    UNKNOWN;

    /** Of two answers, each null without a total. */
    static Threshold of(Boolean earlier, Boolean later) {
      if (earlier == null || later == null) {
        return UNKNOWN;
      }
      if (earlier) {
        return later ? KEPT : LOST;
      }
      return later ? REACHED : MISSED;
    }
  }
}
