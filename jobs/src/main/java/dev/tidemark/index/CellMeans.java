package dev.tidemark.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The mean of the values of each cell, the same in whatever order they come.
 *
 * <p>It is the mean of the decimal numbers that the values are written as, rounded to a double
 * once, whatever their size: so equal means of different values tie, and no sum is too large.
 */
final class CellMeans {
  /** One more than a double tells apart. */
  private static final MathContext DIGITS = new MathContext(18);

  /** Whole numbers, hundredths and so on: what most values are. */
  private static final double[] POWERS = {1, 100, 10_000, 1_000_000};

  /** Up to so many of them add up without rounding, and each is the only one of its double. */
  private static final double LARGEST_EXACT = 1e15;

  private final int cells;
  private int[] places = new int[1024];
  private double[] values = new double[1024];
  private int size;

  CellMeans(int cells) {
    this.cells = cells;
  }

  void add(int cell, double value) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    places[size] = cell;
    values[size] = value;
    size++;
  }

  /** The means of what was added since the last call, one for each cell, NaN for none. */
  double[] take() {
    var ends = new int[cells + 1];
    for (int i = 0; i < size; i++) {
      ends[places[i] + 1]++;
    }
    for (int cell = 0; cell < cells; cell++) {
      ends[cell + 1] += ends[cell];
    }
    var grouped = new double[size];
    for (int i = 0; i < size; i++) {
      grouped[ends[places[i]]++] = values[i];
    }
    size = 0;
    var means = new double[cells];
    int from = 0;
    for (int cell = 0; cell < cells; cell++) {
      means[cell] = mean(grouped, from, ends[cell]);
      from = ends[cell];
    }
    return means;
  }

  private static double mean(double[] values, int from, int to) {
    int n = to - from;
    if (n <= 1) {
      return n == 0 ? Double.NaN : values[from];
    }
    for (double power : POWERS) {
      double mean = wholeMean(values, from, to, power);
      if (!Double.isNaN(mean)) {
        return mean;
      }
    }
    return decimalMean(values, from, to);
  }

  /** The mean of values that are whole numbers of a power's parts, else NaN: ten times as fast. */
  private static double wholeMean(double[] values, int from, int to, double power) {
    double sum = 0;
    double size = 0;
    for (int i = from; i < to; i++) {
      double whole = Math.rint(values[i] * power);
      if (whole / power != values[i]) {
        return Double.NaN;
      }
      sum += whole;
      size += Math.abs(whole);
    }
    return size <= LARGEST_EXACT ? sum / ((to - from) * power) : Double.NaN;
  }

  private static double decimalMean(double[] values, int from, int to) {
    var sum = BigDecimal.ZERO;
    for (int i = from; i < to; i++) {
      sum = sum.add(BigDecimal.valueOf(values[i]));
    }
    return sum.divide(BigDecimal.valueOf(to - from), DIGITS).doubleValue();
  }
}
