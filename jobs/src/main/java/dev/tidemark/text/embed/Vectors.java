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
}
