package dev.tidemark.text.embed;

/** Arithmetic of vectors. */
final class Vectors {
  private Vectors() {}

  /** The same direction with length 1, in place; all 0 stays. */
  static float[] ofLengthOne(float[] vector) {
    double square = 0;
    for (float part : vector) {
      square += (double) part * part;
    }
    if (square > 0) {
      double length = Math.sqrt(square);
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / length);
      }
    }
    return vector;
  }

  /** A vector times a factor, in single precision. */
  static float[] scaled(double[] vector, double factor) {
    var scaled = new float[vector.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (vector[i] * factor);
    }
    return scaled;
  }
}
