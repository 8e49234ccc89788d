package dev.tidemark.notebook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where numbers are on an axis.
 *
 * @param low the number at {@code from}, in pixels
 * @param high the number at {@code to}; above {@code low}
 * @param step the distance of its ticks: 1, 2 or 5 times a power of ten
 */
record Scale(double low, double high, double step, double from, double to) {
  private static final int TICKS = 6;

  /** From a round number below the values to a round number above. */
  static Scale of(DoubleStream values, double from, double to) {
    var range = values.filter(Double::isFinite).summaryStatistics();
    if (range.getCount() == 0) {
      return new Scale(0, 1, 1, from, to);
    }
    double spread = range.getMax() - range.getMin();
    if (spread == 0) {
      spread = range.getMax() == 0 ? 1 : Math.abs(range.getMax());
    }
    double step = step(spread / TICKS);
    double low = Math.floor(range.getMin() / step) * step;
    double high = Math.ceil(range.getMax() / step) * step;
    return new Scale(low, high == low ? low + step : high, step, from, to);
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (var factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  List<Double> ticks() {
    var ticks = new ArrayList<Double>();
    long count = Math.round((high - low) / step);
    for (long i = 0; i <= count; i++) {
      // Whole multiples, so that no tick is 0.30000000000000004.
      ticks.add(Math.rint(low / step + i) * step);
    }
    return ticks;
  }
}
