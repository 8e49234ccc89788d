package dev.tidemark.index;

/**
 * Means of scores that do not depend on the order the scores arrive in: they are added as whole
 * numbers, in two parts.
 *
 * <p>Exact for scores of 0 to 100 in steps of 2<sup>-60</sup>, finer than a double of that size
 * from 1/128 point upwards, and for up to 2<sup>26</sup> of them.
 */
final class ExactMeans {
  private static final double STEP = 1L << 30;

  private final long[] wholes;
  private final long[] rests;
  private final long[] counts;

  ExactMeans(int size) {
    this.wholes = new long[size];
    this.rests = new long[size];
    this.counts = new long[size];
  }

  /** Adds a score to one of the means; NaN is none. */
  void add(int place, double score) {
    if (Double.isNaN(score)) {
      return;
    }
    double whole = Math.floor(score * STEP);
    wholes[place] += (long) whole;
    rests[place] += (long) Math.floor((score * STEP - whole) * STEP);
    counts[place]++;
  }

  /** How many scores one of the means has. */
  long count(int place) {
    return counts[place];
  }

  /** Points, 0 to 100; NaN without a score. */
  double mean(int place) {
    double points = (wholes[place] + rests[place] / STEP) / STEP / counts[place];
    return Math.max(0.0, Math.min(100.0, points));
  }
}
