package dev.tidemark.text.near;

import java.util.Arrays;

/**
 * Vectors side by side, dimension by dimension, so that one more vector is multiplied with {@link
 * #WIDTH} of them at once: a form that the JVM compiles to vector instructions.
 *
 * <p>A product does not depend on which other vectors lie beside: every sum is added in the order
 * of the dimensions, four at a time.
 */
final class Panels {
  static final int WIDTH = 64;
  private static final int STRIDE = 4;

  private final int[] numbers;
  private final float[][] panels;

  /**
   * Lays out some of the vectors.
   *
   * @param numbers which
   */
  Panels(float[][] vectors, int[] numbers) {
    this.numbers = numbers;
    panels = new float[(numbers.length + WIDTH - 1) / WIDTH][];
    for (int i = 0; i < numbers.length; i++) {
      var vector = vectors[numbers[i]];
      if (i % WIDTH == 0) {
        panels[i / WIDTH] = new float[vector.length * WIDTH];
      }
      for (int d = 0; d < vector.length; d++) {
        panels[i / WIDTH][d * WIDTH + i % WIDTH] = vector[d];
      }
    }
  }

  int count() {
    return panels.length;
  }

  /** How many vectors lie in a panel. */
  int width(int panel) {
    return Math.min(WIDTH, numbers.length - panel * WIDTH);
  }

  /** Which vector lies at a place of a panel. */
  int number(int panel, int place) {
    return numbers[panel * WIDTH + place];
  }

  /**
   * The products of a vector with those of a panel.
   *
   * @param products of {@link #WIDTH}; beyond the panel's width they are 0
   */
  void multiply(float[] vector, int panel, float[] products) {
    Arrays.fill(products, 0);
    var laid = panels[panel];
    int whole = vector.length - vector.length % STRIDE;
    for (int d = 0; d < whole; d += STRIDE) {
      float a = vector[d];
      float b = vector[d + 1];
      float c = vector[d + 2];
      float e = vector[d + 3];
      int at = d * WIDTH;
      for (int j = 0; j < WIDTH; j++) {
        products[j] +=
            a * laid[at + j]
                + b * laid[at + WIDTH + j]
                + c * laid[at + 2 * WIDTH + j]
                + e * laid[at + 3 * WIDTH + j];
      }
    }
    for (int d = whole; d < vector.length; d++) {
      for (int j = 0; j < WIDTH; j++) {
        products[j] += vector[d] * laid[d * WIDTH + j];
      }
    }
  }
}
