package dev.tidemark.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What p-values of a family of tests become when one of many may be small by chance. */
public enum MultipleTesting {
  /**
   * Holds the probability of any false finding, however the tests depend on each other.
   *
   * @see <a href="https://www.jstor.org/stable/4615733">Holm, Scandinavian Journal of Statistics 6
   *     (1979)</a>
   */
  HOLM {
    @Override
    double[] ascending(double[] p) {
      int m = p.length;
      var adjusted = new double[m];
      double largest = 0;
      for (int i = 0; i < m; i++) {
        largest = Math.max(largest, (m - i) * p[i]);
        adjusted[i] = Math.min(1, largest);
      }
      return adjusted;
    }
  },
  /**
   * Holds the expected share of false findings among findings, for tests that are independent or
   * positively dependent.
   *
   * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg,
   *     Journal of the Royal Statistical Society B 57 (1995)</a>
   */
  BENJAMINI_HOCHBERG {
    @Override
    double[] ascending(double[] p) {
      return stepUp(p, 1);
    }
  },
  /**
   * Holds the expected share of false findings among findings, however the tests depend on each
   * other.
   *
   * @see <a href="https://doi.org/10.1214/aos/1013699998">Benjamini and Yekutieli, Annals of
   *     Statistics 29 (2001)</a>
   */
  BENJAMINI_YEKUTIELI {
    @Override
    double[] ascending(double[] p) {
      double harmonic = IntStream.rangeClosed(1, p.length).mapToDouble(i -> 1.0 / i).sum();
      return stepUp(p, harmonic);
    }
  };

  /**
   * Adjusted p-values of one family, as R's {@code p.adjust}: in the order of the p-values, at most
   * 1.
   *
   * @param family p-values, 0 to 1; empty where nothing could be tested, which stays empty and does
   *     not count as a test
   * @throws IllegalArgumentException if a p-value is NaN or not between 0 and 1
   */
  public List<OptionalDouble> adjust(List<OptionalDouble> family) {
    var tested =
        IntStream.range(0, family.size())
            .filter(i -> family.get(i).isPresent())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p(family, i)))
            .toList();
    var adjusted = ascending(tested.stream().mapToDouble(i -> p(family, i)).toArray());
    var result = new OptionalDouble[family.size()];
    Arrays.fill(result, OptionalDouble.empty());
    for (int i = 0; i < adjusted.length; i++) {
      result[tested.get(i)] = OptionalDouble.of(adjusted[i]);
    }
    return List.of(result);
  }

  /** Adjusts p-values given in ascending order. */
  abstract double[] ascending(double[] p);

  private static double[] stepUp(double[] p, double factor) {
    int m = p.length;
    var adjusted = new double[m];
    double smallest = 1;
    for (int i = m - 1; i >= 0; i--) {
      smallest = Math.min(smallest, factor * m / (i + 1) * p[i]);
      adjusted[i] = smallest;
    }
    return adjusted;
  }

  private static double p(List<OptionalDouble> family, int i) {
    double p = family.get(i).orElseThrow();
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p-value " + i + " must lie in 0 to 1, is " + p);
    }
    return p;
  }
}
