package dev.tidemark.issues.theme;

import java.io.Serializable;

/**
 * Texts as directions from the mean of all texts. Vectors of a language model share a large part
 * that says nothing; without it two texts have a mean cosine near 0, and "like" means more like
 * than two texts are on average (Mu and Viswanath 2018, <a
 * href="https://arxiv.org/abs/1702.01417">All-but-the-Top</a>).
 */
@SuppressWarnings("ArrayRecordComponent")
record Space(double[] mean) implements Serializable {
  /** Seen from the mean of these vectors; there is at least one. */
  static Space of(float[][] vectors) {
    var mean = new double[vectors[0].length];
    for (var vector : vectors) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += (double) vector[j] / vectors.length;
      }
    }
    return new Space(mean);
  }

  /** The direction of a vector, of length 1; all 0 at the mean itself. */
  float[] direction(float[] vector) {
    var from = new double[mean.length];
    for (int j = 0; j < from.length; j++) {
      from[j] = vector[j] - mean[j];
    }
    return ofLengthOne(from);
  }

  /** A sum of directions as one; all 0 if they cancel out. */
  static float[] ofLengthOne(double[] sum) {
    double square = 0;
    for (double part : sum) {
      square += part * part;
    }
    var direction = new float[sum.length];
    // Rounding leaves a little of nothing.
    if (square > 1e-12) {
      double length = Math.sqrt(square);
      for (int j = 0; j < direction.length; j++) {
        direction[j] = (float) (sum[j] / length);
      }
    }
    return direction;
  }

  /** The cosine of two directions. */
  static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int j = 0; j < one.length; j++) {
      sum += (double) one[j] * other[j];
    }
    return sum;
  }
}
