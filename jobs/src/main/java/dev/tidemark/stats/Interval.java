package dev.tidemark.stats;

/**
 * A confidence interval; its level is the caller's.
 *
 * @param low lower end, in the unit of the estimate; negative infinity where there is no bound
 * @param high upper end, not below {@code low}; positive infinity where there is no bound
 */
public record Interval(double low, double high) {
  /**
   * @throws IllegalArgumentException if an end is NaN or {@code low} is above {@code high}
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no interval from " + low + " to " + high);
    }
  }

  /** Whether a value lies in the interval, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
