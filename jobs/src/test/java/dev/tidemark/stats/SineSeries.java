package dev.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Data by a closed formula that R and Java compute alike: sines, rounded. */
final class SineSeries {
  private SineSeries() {}

  /** R: {@code round(10 * sin(step * (1:n)), 2)}. */
  static double[] fine(int n, double step) {
    return IntStream.rangeClosed(1, n)
        .mapToDouble(i -> Math.rint(1000 * Math.sin(step * i)) / 100)
        .toArray();
  }

  /** Full of ties; R: {@code round(3 * sin(step * (1:n)))}. */
  static double[] coarse(int n, double step) {
    return IntStream.rangeClosed(1, n)
        .mapToDouble(i -> Math.rint(3 * Math.sin(step * i)))
        .toArray();
  }

  /** R: {@code matrix(values, ncol = columns, byrow = TRUE)}. */
  static double[][] rows(double[] values, int columns) {
    return IntStream.range(0, values.length / columns)
        .mapToObj(row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns))
        .toArray(double[][]::new);
  }

  /** R: {@code 1:n}. */
  static double[] upTo(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }
}
