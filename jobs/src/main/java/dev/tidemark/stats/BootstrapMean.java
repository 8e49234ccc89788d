package dev.tidemark.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Bootstrap intervals of a mean: how far it would move had other units been drawn, each as likely
 * as the next.
 *
 * @param n observations
 * @param mean their mean, in their unit
 * @param standardError standard deviation of the resampled means
 * @param percentile interval between quantiles of the resampled means
 * @param bca the same, corrected for bias and for acceleration (a spread that moves with the mean),
 *     the latter from the jackknife
 * @see <a href="https://doi.org/10.1080/01621459.1987.10478410">Efron, Journal of the American
 *     Statistical Association 82 (1987)</a>
 */
public record BootstrapMean(
    int n, double mean, double standardError, Interval percentile, Interval bca) {
  /** Resamples whose weights are held at a time: with 36 observations they fit a core's cache. */
  private static final int BLOCK = 256;

  /** Means this close, relative to the mean, are the same but for rounding. */
  private static final double TIE = 1e-12;

  /**
   * Intervals of one mean; see {@link #ofEach}.
   *
   * @param values finite numbers, such as {@link PairedDifferences#rounded()}; their order counts
   *     among what is reproduced
   */
  public static Outcome<BootstrapMean> of(double[] values, Resampling resampling, double level) {
    return ofEach(List.of(values), resampling, level).get(0);
  }

  /**
   * Intervals of the mean of each of many samples, such as the differences of every node. Samples
   * of one size share their resamples, which saves most of the time and changes nothing: a sample
   * has the intervals it has by itself.
   *
   * @param samples for each node, its values of the units observed, finite, in a fixed order of
   *     units
   * @param resampling draws of n values with replacement, and their seed
   * @param level confidence of the intervals, between 0 and 1
   * @return one outcome for each sample: {@link NotTestable} below two values, or if all are the
   *     same
   * @throws IllegalArgumentException if a value is NaN or infinite, or {@code level} not between 0
   *     and 1
   */
  public static List<Outcome<BootstrapMean>> ofEach(
      List<double[]> samples, Resampling resampling, double level) {
    Arguments.share(level, "level");
    var bySize = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < samples.size(); i++) {
      var values = Arguments.finite(samples.get(i), "values");
      if (obstacle(values).isEmpty()) {
        bySize.computeIfAbsent(values.length, size -> new ArrayList<>()).add(i);
      }
    }
    var means = new double[samples.size()][0];
    bySize.forEach((size, places) -> resample(samples, places, size, resampling, means));
    return IntStream.range(0, means.length)
        .mapToObj(i -> outcome(samples.get(i), means[i], level))
        .toList();
  }

  /** Writes the resampled means of the samples at some places, all of one size. */
  private static void resample(
      List<double[]> samples,
      List<Integer> places,
      int size,
      Resampling resampling,
      double[][] means) {
    int resamples = resampling.resamples();
    places.forEach(place -> means[place] = new double[resamples]);
    var weights = new ResampleWeights(resampling.seed(), size, BLOCK);
    for (int first = 0; first < resamples; first += BLOCK) {
      int count = Math.min(BLOCK, resamples - first);
      weights.draw(first, count);
      for (int place : places) {
        weights.means(samples.get(place), means[place], first, count);
      }
    }
  }

  private static Outcome<BootstrapMean> outcome(double[] values, double[] means, double level) {
    return obstacle(values)
        .<Outcome<BootstrapMean>>map(NotTestable::new)
        .orElseGet(() -> new Tested<>(from(values, means, level)));
  }

  /** Intervals from the means of the resamples, which are reordered. */
  static BootstrapMean from(double[] values, double[] means, double level) {
    var observed = Moments.of(values);
    double standardError = Moments.of(means).standardDeviation();
    double bias = StandardNormal.quantile(shareBelow(means, observed.mean()));
    double acceleration = acceleration(values, observed);
    double z = -StandardNormal.quantile((1 - level) / 2);
    var ordered = new OrderStatistics(means);
    var percentile =
        new Interval(ordered.quantile((1 - level) / 2), ordered.quantile((1 + level) / 2));
    var bca =
        new Interval(
            ordered.quantile(corrected(bias, acceleration, -z)),
            ordered.quantile(corrected(bias, acceleration, z)));
    return new BootstrapMean(observed.n(), observed.mean(), standardError, percentile, bca);
  }

  /** The share of resampled means below the mean, those equal to it counted half. */
  private static double shareBelow(double[] means, double mean) {
    double margin = TIE * Math.abs(mean);
    long below = 0;
    long notAbove = 0;
    for (double resampled : means) {
      below += resampled < mean - margin ? 1 : 0;
      notAbove += resampled <= mean + margin ? 1 : 0;
    }
    double share = (below + notAbove) / 2.0 / means.length;
    // A mean beyond all resampled ones says that its share is small, not that it is none.
    double least = 0.5 / means.length;
    return Math.min(Math.max(share, least), 1 - least);
  }

  /** The jackknife estimate; for a mean, a sixth of the skewness of the values over √n. */
  private static double acceleration(double[] values, Moments observed) {
    double cubes = 0;
    for (double value : values) {
      double deviation = value - observed.mean();
      cubes += deviation * deviation * deviation;
    }
    return cubes / (6 * Math.pow(observed.m2(), 1.5));
  }

  /** The share of the resampled means below the end that z would be without correction. */
  private static double corrected(double bias, double acceleration, double z) {
    double moved = bias + z;
    return StandardNormal.lower(bias + moved / (1 - acceleration * moved));
  }

  private static Optional<Reason> obstacle(double[] values) {
    if (values.length < 2) {
      return Optional.of(Reason.TOO_FEW);
    }
    if (Arrays.stream(values).allMatch(value -> value == 0)) {
      return Optional.of(Reason.ALL_ZERO);
    }
    return Arrays.stream(values).allMatch(value -> value == values[0])
        ? Optional.of(Reason.NO_VARIATION)
        : Optional.empty();
  }
}
