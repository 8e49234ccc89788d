package dev.tidemark.stats;

/**
 * Size, mean and spread of a sample: all that a t test needs to know of it.
 *
 * @param n observations, at least 1
 * @param mean arithmetic mean, in the unit of the values
 * @param m2 sum of squared deviations from the mean, in the squared unit
 */
public record Moments(int n, double mean, double m2) {
  /**
   * @throws IllegalArgumentException if {@code n} is below 1, the mean is not finite or {@code m2}
   *     is negative, NaN or infinite
   */
  public Moments {
    Arguments.atLeast(1, n, "n");
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean must be finite, is " + mean);
    }
    if (!(m2 >= 0 && Double.isFinite(m2))) {
      throw new IllegalArgumentException("m2 must be finite and not negative, is " + m2);
    }
  }

  /**
   * Moments in two passes, the rounding of the first corrected in the second, as R's {@code mean}
   * and {@code var} do.
   *
   * @param values at least one finite number
   * @throws IllegalArgumentException if there is no value, or one is NaN or infinite
   * @see <a href="https://doi.org/10.1080/00031305.1983.10483115">Chan, Golub and LeVeque, The
   *     American Statistician 37 (1983), corrected two-pass algorithm</a>
   */
  public static Moments of(double... values) {
    Arguments.atLeast(1, values.length, "the number of values");
    Arguments.finite(values, "values");
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double roughMean = sum / values.length;
    double residual = 0;
    double squares = 0;
    for (double value : values) {
      double deviation = value - roughMean;
      residual += deviation;
      squares += deviation * deviation;
    }
    double correction = residual / values.length;
    return new Moments(
        values.length, roughMean + correction, Math.max(0, squares - residual * correction));
  }

  /**
   * Unbiased variance, with n − 1 in the denominator.
   *
   * @throws IllegalStateException if there is one observation
   */
  public double variance() {
    if (n < 2) {
      throw new IllegalStateException("one observation has no variance");
    }
    return m2 / (n - 1);
  }

  /**
   * Root of the unbiased variance, in the unit of the values.
   *
   * @throws IllegalStateException if there is one observation
   */
  public double standardDeviation() {
    return Math.sqrt(variance());
  }

  /**
   * Standard error of the mean, in the unit of the values.
   *
   * @throws IllegalStateException if there is one observation
   */
  public double standardError() {
    return standardDeviation() / Math.sqrt(n);
  }
}
