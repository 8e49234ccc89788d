package dev.tidemark.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The share still waiting over time, where some waits ended after the observation did: Kaplan and
 * Meier's product-limit curve.
 */
public final class KaplanMeier {
  /** A curve this close to a level runs along it: the tolerance of R's {@code survfit}. */
  private static final double TOLERANCE = 0x1.0p-26;

  private final int n;
  private final int events;
  private final double last;
  private final double[] eventTimes;
  private final double[] survival;
  private final double[] errors;

  private KaplanMeier(
      int n, int events, double last, double[] eventTimes, double[] survival, double[] errors) {
    this.n = n;
    this.events = events;
    this.last = last;
    this.eventTimes = eventTimes;
    this.survival = survival;
    this.errors = errors;
  }

  /**
   * The curve of waits. A wait censored at the time of an event counts as waiting then.
   *
   * @param times length of each wait so far, not negative, in any unit; equal ones as equal numbers
   * @param ended whether the wait ended then; if not, it was still going on
   * @return {@link NotTestable} of no wait
   * @throws IllegalArgumentException if lengths differ, or a time is negative, NaN or infinite
   * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier, JASA 53
   *     (1958)</a>; R's {@code survfit(Surv(times, ended) ~ 1)}
   */
  public static Outcome<KaplanMeier> of(double[] times, boolean[] ended) {
    Arguments.finite(times, "times");
    if (times.length != ended.length) {
      throw new IllegalArgumentException("%d times, %d ends".formatted(times.length, ended.length));
    }
    if (Arrays.stream(times).anyMatch(time -> time < 0)) {
      throw new IllegalArgumentException("a time is negative");
    }
    if (times.length == 0) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    var order =
        IntStream.range(0, times.length)
            .boxed()
            .sorted((a, b) -> Double.compare(times[a], times[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    var eventTimes = new double[times.length];
    var survival = new double[times.length];
    var errors = new double[times.length];
    double share = 1;
    double variance = 0;
    int steps = 0;
    int events = 0;
    for (int first = 0, next; first < order.length; first = next) {
      double time = times[order[first]];
      double endings = 0;
      for (next = first; next < order.length && times[order[next]] == time; next++) {
        endings += ended[order[next]] ? 1 : 0;
      }
      if (endings > 0) {
        double waiting = order.length - first;
        share *= (waiting - endings) / waiting;
        variance += endings / (waiting * (waiting - endings));
        eventTimes[steps] = time;
        survival[steps] = share;
        errors[steps] = Math.sqrt(variance);
        steps++;
        events += (int) endings;
      }
    }
    return new Tested<>(
        new KaplanMeier(
            times.length,
            events,
            times[order[order.length - 1]],
            Arrays.copyOf(eventTimes, steps),
            Arrays.copyOf(survival, steps),
            Arrays.copyOf(errors, steps)));
  }

  /** Number of waits. */
  public int n() {
    return n;
  }

  /** Number of waits that ended. */
  public int events() {
    return events;
  }

  /** Share, 0 to 1, that waits longer than a time. */
  public double survivalAfter(double time) {
    int later = Arrays.binarySearch(eventTimes, time);
    int step = later >= 0 ? later : -later - 2;
    return step < 0 ? 1 : survival[step];
  }

  /**
   * The time by which a share of the waits had ended. Where the curve runs exactly along that
   * level, as the median of an even number of complete waits does, the middle of that stretch,
   * which ends with the next event or, without one, the last observation.
   *
   * @param share 0.5 for the median, 0.9, …
   * @return empty if fewer had ended by the last observation
   * @throws IllegalArgumentException if {@code share} is not between 0 and 1
   */
  public OptionalDouble quantile(double share) {
    Arguments.share(share, "share");
    return crossing(1 - share, step -> survival[step]);
  }

  /**
   * Confidence interval of {@link #quantile}: where the pointwise limits of the curve, symmetric in
   * its logarithm (R's default), first cross the level (as R prints the median's).
   *
   * @param share 0.5 for the median, 0.9, …
   * @param level confidence, between 0 and 1
   * @return ends are infinite where the data do not bound them, as R's are {@code NA}; both are if
   *     even the lower limit stays above the level. A curve that falls to 0 has no upper limit
   *     there, and its lower limit is 0
   * @throws IllegalArgumentException if {@code share} or {@code level} is not between 0 and 1
   * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer and Crowley, Biometrics 38 (1982)</a>
   */
  public Interval quantileInterval(double share, double level) {
    Arguments.share(share, "share");
    Arguments.share(level, "level");
    double z = StandardNormal.quantile((1 + level) / 2);
    var low = crossing(1 - share, step -> limit(step, -z));
    var high = crossing(1 - share, step -> limit(step, z));
    return new Interval(
        low.orElse(Double.POSITIVE_INFINITY), high.orElse(Double.POSITIVE_INFINITY));
  }

  private double limit(int step, double z) {
    if (survival[step] == 0) {
      return z < 0 ? 0 : 1;
    }
    return Math.min(1, survival[step] * Math.exp(z * errors[step]));
  }

  private OptionalDouble crossing(double level, IntToDoubleFunction curve) {
    for (int step = 0; step < eventTimes.length; step++) {
      double value = curve.applyAsDouble(step);
      if (Math.abs(value - level) < TOLERANCE) {
        double end = step + 1 < eventTimes.length ? eventTimes[step + 1] : last;
        return OptionalDouble.of((eventTimes[step] + end) / 2);
      }
      if (value < level) {
        return OptionalDouble.of(eventTimes[step]);
      }
    }
    return OptionalDouble.empty();
  }
}
