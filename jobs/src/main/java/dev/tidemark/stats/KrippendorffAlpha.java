package dev.tidemark.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

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
    for (var ratings : ratingsByUnit) {
      Arguments.finite(ratings, "ratings");
    }
    var pairable = Arrays.stream(ratingsByUnit).filter(unit -> unit.length >= 2).toList();
    if (pairable.isEmpty()) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    var values = values(pairable.stream().flatMapToDouble(Arrays::stream));
    if (values.length < 2) {
      return new NotTestable<>(Reason.NO_VARIATION);
    }
    var coincidences = new double[values.length][values.length];
    int ratings = 0;
    for (var unit : pairable) {
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
    double alpha = 1 - (ratings - 1) * observed / expected;
    return new Tested<>(new KrippendorffAlpha(alpha, pairable.size(), ratings));
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
