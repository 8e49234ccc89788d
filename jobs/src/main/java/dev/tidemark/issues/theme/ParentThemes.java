package dev.tidemark.issues.theme;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Themes that belong together: average linkage of their texts (Sokal and Michener 1958), as long as
 * the texts of two groups of themes are more like each other than two texts are on average.
 */
final class ParentThemes {
  /** Mean cosine of two texts, seen from the mean of all. */
  private static final double AVERAGE = 0;

  private ParentThemes() {}

  /**
   * Joins themes.
   *
   * @param themes the largest first
   * @return for each theme the number of the largest theme of those it belongs together with
   */
  static int[] of(List<Group> themes) {
    int n = themes.size();
    var parents = IntStream.range(0, n).toArray();
    var sums = themes.stream().map(theme -> theme.sum().clone()).toArray(double[][]::new);
    var sizes = themes.stream().mapToInt(theme -> theme.members().length).toArray();
    for (var pair = nearest(parents, sums, sizes); pair != null; ) {
      int one = pair[0];
      int other = pair[1];
      for (int j = 0; j < sums[one].length; j++) {
        sums[one][j] += sums[other][j];
      }
      sizes[one] += sizes[other];
      for (int i = 0; i < n; i++) {
        parents[i] = parents[i] == other ? one : parents[i];
      }
      pair = nearest(parents, sums, sizes);
    }
    return parents;
  }

  /** The two groups whose texts are most alike; null if none are more alike than any two texts. */
  private static int[] nearest(int[] parents, double[][] sums, int[] sizes) {
    int[] nearest = null;
    double highest = AVERAGE;
    for (int i = 0; i < parents.length; i++) {
      for (int j = i + 1; j < parents.length; j++) {
        if (parents[i] == i && parents[j] == j) {
          double mean = product(sums[i], sums[j]) / ((double) sizes[i] * sizes[j]);
          if (mean > highest) {
            highest = mean;
            nearest = new int[] {i, j};
          }
        }
      }
    }
    return nearest;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int j = 0; j < one.length; j++) {
      sum += one[j] * other[j];
    }
    return sum;
  }
}
