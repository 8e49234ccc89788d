package dev.tidemark.index;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;

/**
 * A mean of scores that does not depend on the order rows arrive in: the scores are added as whole
 * numbers, in two parts.
 *
 * <p>Exact for scores of 0 to 100 in steps of 2<sup>-60</sup>, finer than a double of that size
 * from 1/128 point upwards, and for up to 2<sup>26</sup> of them.
 */
final class ExactMean {
  private static final double STEP = 1L << 30;

  private ExactMean() {}

  /** The whole part of the sum, in 2^-30 points; null if all scores are null. */
  static Column highSum(Column score) {
    return sum(high(score));
  }

  /** What the whole part leaves over, in 2^-60 points. */
  static Column lowSum(Column score) {
    var rest = score.multiply(STEP).minus(high(score).cast("double"));
    return sum(floor(rest.multiply(STEP)));
  }

  /** Points, from both parts and the number of scores; null if that is 0. */
  static Column of(Column highSum, Column lowSum, Column n) {
    var points = highSum.cast("double").plus(lowSum.cast("double").divide(STEP)).divide(STEP);
    return points.divide(org.apache.spark.sql.functions.nullif(n, lit(0L)));
  }

  private static Column high(Column score) {
    return floor(score.multiply(STEP));
  }
}
