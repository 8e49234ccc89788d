package dev.tidemark.stats;

/** Why data do not allow an answer. Each is a property of the data, not a mistake of the caller. */
public enum Reason {
  /** Fewer observations than the method needs. */
  TOO_FEW,
  /**
   * All values, or all differences, are the same: there is no chance to compare the change with.
   */
  NO_VARIATION,
  /** Every difference is zero: nothing changed anywhere. */
  ALL_ZERO,
  /** All values of a ranking are tied: there is no order to test. */
  ALL_TIED,
  /** Nothing was counted on either side. */
  NO_EVENTS
}
