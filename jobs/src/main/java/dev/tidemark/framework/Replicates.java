package dev.tidemark.framework;

/** How several observations of one unit, period and leaf become one raw value. */
public enum Replicates {
  /** Their arithmetic mean; the default. */
  MEAN,
  /** Their median, between the middle two of an even number. */
  MEDIAN,
  /** The smallest. */
  MIN,
  /** The largest. */
  MAX,
  /** Their sum. */
  SUM,
  /** The latest by {@code observed_at}, then by observer and channel. */
  LAST
}
