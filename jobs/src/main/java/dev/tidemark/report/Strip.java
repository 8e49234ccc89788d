package dev.tidemark.report;

import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A change and its interval on a scale that all rows of a table share, in hundredths of its width.
 *
 * @param low where the interval begins; equal to {@code at} if there is none
 * @param high where it ends
 * @param at where the change is
 * @param zero where no change is
 * @param verdict improved, declined, unchanged, inconclusive, or none
 * @param words what a reader hears who does not see it
 * @param sort the change; null if there is none, and nothing is drawn
 */
public record Strip(
    double low, double high, double at, double zero, String verdict, String words, Double sort) {

  /** Whether there is anything to draw. */
  public boolean isDrawn() {
    return sort != null;
  }

  /** Whether its interval has a length. */
  public boolean hasInterval() {
    return low < high;
  }

  /** The width of the interval. */
  public double width() {
    return high - low;
  }

  /** A scale that holds every number given, and 0 in its middle. */
  static Scale over(Stream<Double> numbers) {
    var far = numbers.filter(Objects::nonNull).mapToDouble(Math::abs).max().orElse(0);
    return new Scale(far == 0 ? 1 : far);
  }

  /** From −far to +far. */
  record Scale(double far) {
    Strip of(Double change, Double low, Double high, String verdict) {
      var words = Rounding.signed(change) + " (" + Rounding.interval(low, high) + ")";
      if (change == null) {
        return new Strip(0, 0, 0, 50, "none", Rounding.NONE, null);
      }
      var ends =
          low == null || high == null
              ? DoubleStream.of(change, change).toArray()
              : DoubleStream.of(low, high).toArray();
      return new Strip(
          place(ends[0]),
          place(ends[1]),
          place(change),
          50,
          Objects.requireNonNullElse(verdict, "none"),
          words,
          change);
    }

    private double place(double number) {
      return Math.round(10 * (50 + 46 * Math.max(-far, Math.min(far, number)) / far)) / 10.0;
    }
  }
}
