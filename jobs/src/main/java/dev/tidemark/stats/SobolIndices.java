package dev.tidemark.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * How much of a result's variance each uncertain factor makes, by itself and together with others.
 *
 * @param factors one entry for each factor, in order
 */
public record SobolIndices(List<Factor> factors) {
  /**
   * Indices of one factor, means over the replicates.
   *
   * @param first share of the variance that fixing this factor alone would remove; an estimate may
   *     lie a little outside 0 to 1
   * @param firstError standard error of {@code first}
   * @param total share that would be left if all other factors were fixed
   * @param totalError standard error of {@code total}
   */
  public record Factor(double first, double firstError, double total, double totalError) {}

  /** Independently shifted point sets, whose spread is the error. */
  private static final int REPLICATES = 8;

  /** The generator has 1,000 dimensions, two for each factor. */
  private static final int MOST_FACTORS = 500;

  /** The generator's points have 52 binary digits. */
  private static final double DIGITS = 0x1.0p52;

  public SobolIndices {
    factors = List.copyOf(factors);
  }

  /**
   * First-order indices by Saltelli's estimator, total ones by Jansen's, from 8 sets of Sobol'
   * points, each shifted by its own random digits.
   *
   * @param model the result at a point of the unit cube, one coordinate per factor, each above or
   *     equal to 0 and below 1; a discrete factor takes {@link #level}. Called 8 × {@code points} ×
   *     (factors + 2) times; the array is reused
   * @param points of a set, best a power of 2
   * @return {@link NotTestable} if the result is the same everywhere
   * @throws IllegalArgumentException if {@code factors} is not 1 to 500, {@code points} is below 2
   *     or the model returns NaN or infinity
   * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al., Computer Physics
   *     Communications 181 (2010), table 2, (b) and (f)</a>
   */
  public static Outcome<SobolIndices> of(
      ToDoubleFunction<double[]> model, int factors, int points, long seed) {
    Arguments.atLeast(1, factors, "factors");
    if (factors > MOST_FACTORS) {
      throw new IllegalArgumentException("factors must be at most 500, are " + factors);
    }
    Arguments.atLeast(2, points, "points");
    var first = new double[factors][REPLICATES];
    var total = new double[factors][REPLICATES];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      var results = Results.of(model, factors, points, SeededStream.of(seed, replicate));
      double variance = results.variance();
      if (variance == 0) {
        return new NotTestable<>(Reason.NO_VARIATION);
      }
      for (int factor = 0; factor < factors; factor++) {
        first[factor][replicate] = results.covariance(factor) / variance;
        total[factor][replicate] = results.halfSquare(factor) / variance;
      }
    }
    return new Tested<>(
        new SobolIndices(
            IntStream.range(0, factors).mapToObj(i -> factor(first[i], total[i])).toList()));
  }

  /**
   * The level of a discrete factor, each level equally likely.
   *
   * @param coordinate 0 to below 1
   * @param levels at least 1
   * @return 0 to {@code levels} − 1
   */
  public static int level(double coordinate, int levels) {
    return (int) (coordinate * levels);
  }

  private static Factor factor(double[] first, double[] total) {
    var firstMoments = Moments.of(first);
    var totalMoments = Moments.of(total);
    return new Factor(
        firstMoments.mean(),
        firstMoments.standardError(),
        totalMoments.mean(),
        totalMoments.standardError());
  }

  /** Results of one set at points A and B, and at A with one coordinate taken from B. */
  private static final class Results {
    private final double[] atA;
    private final double[] atB;
    private final double[][] mixed;

    private Results(int factors, int points) {
      atA = new double[points];
      atB = new double[points];
      mixed = new double[factors][points];
    }

    static Results of(
        ToDoubleFunction<double[]> model, int factors, int points, SeededStream stream) {
      var results = new Results(factors, points);
      var shift = DoubleStream.generate(stream::nextDouble).limit(2L * factors).toArray();
      var generator = new SobolSequenceGenerator(2 * factors);
      var a = new double[factors];
      var b = new double[factors];
      for (int i = 0; i < points; i++) {
        var point = generator.nextVector();
        for (int factor = 0; factor < factors; factor++) {
          a[factor] = shifted(point[factor], shift[factor]);
          b[factor] = shifted(point[factors + factor], shift[factors + factor]);
        }
        results.atA[i] = result(model, a);
        results.atB[i] = result(model, b);
        for (int factor = 0; factor < factors; factor++) {
          double own = a[factor];
          a[factor] = b[factor];
          results.mixed[factor][i] = result(model, a);
          a[factor] = own;
        }
      }
      return results;
    }

    /** Exclusive or of the binary digits: unlike a sum, it keeps the points evenly spread. */
    private static double shifted(double coordinate, double shift) {
      return ((long) (coordinate * DIGITS) ^ (long) (shift * DIGITS)) / DIGITS;
    }

    private static double result(ToDoubleFunction<double[]> model, double[] point) {
      double result = model.applyAsDouble(point);
      if (!Double.isFinite(result)) {
        throw new IllegalArgumentException(
            "the model must be finite, is %s at %s".formatted(result, Arrays.toString(point)));
      }
      return result;
    }

    private double mean() {
      return (Arrays.stream(atA).average().orElseThrow()
              + Arrays.stream(atB).average().orElseThrow())
          / 2;
    }

    double variance() {
      return Moments.of(DoubleStream.concat(Arrays.stream(atA), Arrays.stream(atB)).toArray()).m2()
          / (2 * atA.length);
    }

    double covariance(int factor) {
      double mean = mean();
      double sum = 0;
      for (int i = 0; i < atA.length; i++) {
        sum += (atB[i] - mean) * (mixed[factor][i] - atA[i]);
      }
      return sum / atA.length;
    }

    double halfSquare(int factor) {
      double sum = 0;
      for (int i = 0; i < atA.length; i++) {
        double difference = atA[i] - mixed[factor][i];
        sum += difference * difference;
      }
      return sum / (2 * atA.length);
    }
  }
}
