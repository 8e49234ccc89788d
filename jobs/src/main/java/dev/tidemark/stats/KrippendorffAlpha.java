package dev.tidemark.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Krippendorff's α: how far any number of observers agree, each unit having been rated by whichever
 * of them did.
 *
 * @param alpha 1 for full agreement, 0 for what chance gives, below 0 for less
 * @param units units with at least two ratings; the others say nothing about agreement
 * @param ratings ratings of these units
 */
public record KrippendorffAlpha(double alpha, int units, int ratings) {
  /** How far apart two ratings are. */
  public enum Scale {
    /** Equal or not. */
    NOMINAL,
    /** By the number of ratings between them. */
    ORDINAL,
    /** By the square of their difference. */
    INTERVAL
  }

  /**
   * α of ratings by unit.
   *
   * @param ratingsByUnit one row per unit with the ratings it got, in any order; missing ratings
   *     are left out, so rows differ in length
   * @return {@link NotTestable} if no unit has two ratings, or if all ratings of such units are
   *     equal
   * @throws IllegalArgumentException if a rating is NaN or infinite
   * @see <a href="https://repository.upenn.edu/handle/20.500.14332/2089">Krippendorff, Computing
   *     Krippendorff's Alpha-Reliability (2011)</a>
   */
  public static Outcome<KrippendorffAlpha> of(double[][] ratingsByUnit, Scale scale) {
    var pairable = pairable(ratingsByUnit);
    if (pairable.isEmpty()) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    int ratings = pairable.stream().mapToInt(unit -> unit.length).sum();
    var alpha = alpha(pairable, scale);
    return alpha.isPresent()
        ? new Tested<>(new KrippendorffAlpha(alpha.getAsDouble(), pairable.size(), ratings))
        : new NotTestable<>(Reason.NO_VARIATION);
  }

  /**
   * Percentile bootstrap interval of α over the units: how far it would move had other units been
   * rated. Resamples whose ratings are all equal have no α and are left out.
   *
   * @param ratingsByUnit as {@link #of}
   * @param level confidence of the interval, between 0 and 1
   * @return as {@link #of}; also {@link NotTestable} of a single unit
   * @throws IllegalArgumentException if a rating is NaN or infinite or {@code level} is not between
   *     0 and 1
   */
  public static Outcome<Interval> interval(
      double[][] ratingsByUnit, Scale scale, Resampling resampling, double level) {
    Arguments.share(level, "level");
    var pairable = pairable(ratingsByUnit);
    if (pairable.size() < 2) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    if (alpha(pairable, scale).isEmpty()) {
      return new NotTestable<>(Reason.NO_VARIATION);
    }
    var stream = SeededStream.of(resampling.seed(), 0);
    var alphas = DoubleStream.builder();
    for (int resample = 0; resample < resampling.resamples(); resample++) {
      stream.restart(resample);
      var units =
          Stream.generate(() -> pairable.get((int) (stream.nextDouble() * pairable.size())))
              .limit(pairable.size())
              .toList();
      alpha(units, scale).ifPresent(alphas);
    }
    var ordered = new OrderStatistics(alphas.build().toArray());
    return new Tested<>(
        new Interval(ordered.quantile((1 - level) / 2), ordered.quantile((1 + level) / 2)));
  }

  private static List<double[]> pairable(double[][] ratingsByUnit) {
    for (var ratings : ratingsByUnit) {
      Arguments.finite(ratings, "ratings");
    }
    return Arrays.stream(ratingsByUnit).filter(unit -> unit.length >= 2).toList();
  }

  /** α of units with at least two ratings; empty if all ratings are equal. */
  private static OptionalDouble alpha(List<double[]> units, Scale scale) {
    var values = values(units.stream().flatMapToDouble(Arrays::stream));
    if (values.length < 2) {
      return OptionalDouble.empty();
    }
    var coincidences = new double[values.length][values.length];
    int ratings = 0;
    for (var unit : units) {
      ratings += unit.length;
      addPairs(unit, values, coincidences);
    }
    var totals = Arrays.stream(coincidences).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < values.length; c++) {
      for (int k = 0; k < c; k++) {
        double distance = distance(scale, values, totals, k, c);
        observed += coincidences[c][k] * distance;
        expected += totals[c] * totals[k] * distance;
      }
    }
    return OptionalDouble.of(1 - (ratings - 1) * observed / expected);
  }

  /** The different values, ascending; −0 is 0. */
  private static double[] values(DoubleStream ratings) {
    return ratings.map(rating -> rating + 0.0).sorted().distinct().toArray();
  }

  private static void addPairs(double[] unit, double[] values, double[][] coincidences) {
    var index = Arrays.stream(unit).mapToInt(r -> Arrays.binarySearch(values, r + 0.0)).toArray();
    for (int i = 0; i < index.length; i++) {
      for (int j = 0; j < index.length; j++) {
        if (i != j) {
          coincidences[index[i]][index[j]] += 1.0 / (index.length - 1);
        }
      }
    }
  }

  /** Squared distance of two values, {@code low} before {@code high} in their order. */
  private static double distance(Scale scale, double[] values, double[] totals, int low, int high) {
    return switch (scale) {
      case NOMINAL -> 1;
      case INTERVAL -> (values[high] - values[low]) * (values[high] - values[low]);
      case ORDINAL -> {
        double between = (totals[low] + totals[high]) / 2;
        for (int i = low + 1; i < high; i++) {
          between += totals[i];
        }
        yield between * between;
      }
    };
  }
}
