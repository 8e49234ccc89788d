package dev.tidemark.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The mean of the values of each cell, the same in whatever order they come.
 *
 * <p>One value is itself and two add up the same either way round; three or more are added from the
 * smallest up and their mean is cut off at the twelfth decimal, so that equal means of different
 * values tie.
 */
final class CellMeans {
  private static final int DECIMALS = 12;

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
    if (n <= 2) {
      return n == 0 ? Double.NaN : n == 1 ? values[from] : (values[from] + values[from + 1]) / 2;
    }
    Arrays.sort(values, from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return BigDecimal.valueOf(sum / n).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
  }
}
