package dev.tidemark.stats;

import java.util.Arrays;

/**
 * Sen's slope: the median of the slopes of all pairs, which a few odd values do not move.
 *
 * @param slope in the unit of the values per unit of time
 * @param interval confidence interval of the slope, between slopes that occur; infinite where there
 *     are too few pairs for the level
 */
public record SenSlope(double slope, Interval interval) {
  /**
   * Slope over equal or unequal steps of time.
   *
   * @param times when each value was measured, all different
   * @param values in any unit, one for each time
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} below three values
   * @throws IllegalArgumentException if a number is NaN or infinite, lengths differ, two times are
   *     equal or {@code level} is not between 0 and 1
   * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen, JASA 63 (1968)</a>; Gilbert,
   *     Statistical Methods for Environmental Pollution Monitoring (1987), 16.5, ranks of the
   *     interval rounded outwards
   */
  public static Outcome<SenSlope> of(double[] times, double[] values, double level) {
    Arguments.finite(times, "times");
    Arguments.finite(values, "values");
    Arguments.share(level, "level");
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "%d times, %d values".formatted(times.length, values.length));
    }
    if (Arrays.stream(times).distinct().count() < times.length) {
      throw new IllegalArgumentException("two times are equal");
    }
    if (values.length < 3) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    var slopes = slopes(times, values);
    return new Tested<>(new SenSlope(median(slopes), interval(slopes, MidRanks.of(values), level)));
  }

  private static double[] slopes(double[] times, double[] values) {
    int n = values.length;
    var slopes = new double[Math.multiplyExact(n, n - 1) / 2];
    int count = 0;
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < i; j++) {
        slopes[count++] = (values[i] - values[j]) / (times[i] - times[j]) + 0.0;
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  private static double median(double[] ascending) {
    int middle = ascending.length / 2;
    return ascending.length % 2 == 1
        ? ascending[middle]
        : (ascending[middle - 1] + ascending[middle]) / 2;
  }

  private static Interval interval(double[] ascending, MidRanks ranks, double level) {
    double width =
        StandardNormal.quantile((1 + level) / 2) * Math.sqrt(MannKendall.variance(ranks));
    int low = (int) Math.floor((ascending.length - width) / 2);
    int high = (int) Math.ceil((ascending.length + width) / 2) + 1;
    return new Interval(
        low < 1 ? Double.NEGATIVE_INFINITY : ascending[low - 1],
        high > ascending.length ? Double.POSITIVE_INFINITY : ascending[high - 1]);
  }
}
