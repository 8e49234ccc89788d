package dev.tidemark.framework;

import java.util.Map;

/** How a leaf's raw value becomes a score of 0 to 100 points. */
public sealed interface Scoring {
  /** The raw value is a score already, 0 to 100. */
  record Direct() implements Scoring {}

  /** 0 or no or false scores 0; 1 or yes or true scores 100. */
  record Binary() implements Scoring {}

  /**
   * A straight line from 0 points at {@code worst} to 100 points at {@code best}, clamped there.
   *
   * @param worst the raw value of 0 points; may be above {@code best}
   * @param best the raw value of 100 points; differs from {@code worst}
   */
  record Linear(double worst, double best) implements Scoring {}

  /**
   * A straight line between the smallest and the largest raw value found in the pool.
   *
   * @param direction which end scores 100
   * @param pool among which raw values the two are sought
   */
  record MinMax(Direction direction, Pool pool) implements Scoring {}

  /**
   * Standard deviations from the pool's mean, as 50 + 10 z points, clamped to 0 to 100.
   *
   * @param direction which end scores high
   * @param pool over which raw values mean and deviation are taken
   */
  record ZScore(Direction direction, Pool pool) implements Scoring {}

  /**
   * Points by category.
   *
   * @param points 0 to 100 by the category's name, as {@code observations.value} has it
   */
  record Categories(Map<String, Double> points) implements Scoring {
    public Categories {
      points = Map.copyOf(points);
    }
  }

  /** Whether more of the raw value is better. */
  enum Direction {
    /** More is better. */
    UP,
    /** Less is better. */
    DOWN
  }

  /** The raw values that bounds and moments are taken from. */
  enum Pool {
    /** All units in all periods, so that scores compare over time. */
    ALL,
    /** All units of the same period. */
    PERIOD
  }
}
