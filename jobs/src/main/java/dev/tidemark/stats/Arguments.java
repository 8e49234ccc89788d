package dev.tidemark.stats;

/** What kernels ask of their arguments, in a form that NaN fails. */
final class Arguments {
  private Arguments() {}

  /**
   * A share strictly between 0 and 1, such as a confidence level.
   *
   * @throws IllegalArgumentException if it is not
   */
  static double share(double value, String name) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must lie between 0 and 1, is " + value);
    }
    return value;
  }

  /**
   * Numbers that are all finite.
   *
   * @throws IllegalArgumentException if one is NaN or infinite
   */
  static double[] finite(double[] values, String name) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] must be finite, is " + values[i]);
      }
    }
    return values;
  }

  /**
   * Numbers that are finite where they are not null.
   *
   * @throws IllegalArgumentException if one is NaN or infinite
   */
  static void finiteOrNull(Double[] values, String name) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null && !Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] must be finite, is " + values[i]);
      }
    }
  }

  /**
   * A finite number above 0.
   *
   * @throws IllegalArgumentException if it is not
   */
  static double positive(double value, String name) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be finite and above 0, is " + value);
    }
    return value;
  }

  /**
   * A count of at least {@code least}.
   *
   * @throws IllegalArgumentException if it is smaller
   */
  static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
    }
    return value;
  }
}
