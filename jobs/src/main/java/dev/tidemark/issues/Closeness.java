package dev.tidemark.issues;

import java.util.List;

/**
 * Cosines of vectors, seen from what all of them have in common. Letters to an office are all
 * somewhat alike, and what is typical of all says nothing about two: their mean is taken away, the
 * more of it the more vectors tell it. The cosines are then stretched, so that two vectors taken at
 * random are as near to each other as before.
 */
final class Closeness {
  /** So many vectors have half of their mean taken away. */
  private static final double HALF = 100;

  /** Where hardly any vector differs from the rest, the few that do are not brought nearer. */
  private static final double MOST = 0.6;

  private final List<float[]> vectors;

  /** The product of each vector with the mean. */
  private final double[] common;

  private final double share;
  private final double square;
  private final double random;

  private Closeness(List<float[]> vectors, double[] mean, double share) {
    this.vectors = vectors;
    this.share = share;
    common = vectors.stream().mapToDouble(vector -> product(vector, mean)).toArray();
    double sum = 0;
    for (double part : mean) {
      sum += part * part;
    }
    square = sum;
    double left = fromMean(square, square, square);
    random = left < square ? Math.min(MOST, (square - left) / (1 - left)) : 0;
  }

  /**
   * Looks at vectors.
   *
   * @param vectors of length 1; those that are all 0 say nothing and are not counted
   */
  static Closeness of(List<float[]> vectors) {
    var mean = new double[vectors.isEmpty() ? 0 : vectors.get(0).length];
    int telling = 0;
    for (var vector : vectors) {
      boolean tells = false;
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d];
        tells |= vector[d] != 0;
      }
      telling += tells ? 1 : 0;
    }
    for (int d = 0; d < mean.length; d++) {
      mean[d] /= Math.max(1, telling);
    }
    return new Closeness(vectors, mean, telling / (telling + HALF));
  }

  /** How near two of the vectors are: 1 if they are the same. */
  double of(int one, int other) {
    double product = Links.product(vectors.get(one), vectors.get(other));
    return random + (1 - random) * fromMean(product, common[one], common[other]);
  }

  /** The cosine of two vectors of length 1, each less a share of the mean. */
  private double fromMean(double product, double one, double other) {
    double taken = share * share * square;
    double lengths = (1 - 2 * share * one + taken) * (1 - 2 * share * other + taken);
    return lengths > 0 ? (product - share * (one + other) + taken) / Math.sqrt(lengths) : 0;
  }

  private static double product(float[] one, double[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }
}
