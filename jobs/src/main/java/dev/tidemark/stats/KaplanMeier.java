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

  private final long n;
  private final long events;
  private final double last;
  private final double[] eventTimes;
  private final double[] survival;
  private final double[] errors;

  private KaplanMeier(long n, double[] times, long[] ended, long[] open) {
    this.n = n;
    events = Arrays.stream(ended).sum();
    eventTimes =
        IntStream.range(0, times.length)
            .filter(i -> ended[i] > 0)
            .mapToDouble(i -> times[i])
            .toArray();
    survival = new double[eventTimes.length];
    errors = new double[eventTimes.length];
    double share = 1;
    double variance = 0;
    double waiting = n;
    double latest = 0;
    int step = 0;
    for (int i = 0; i < times.length; i++) {
      if (ended[i] > 0) {
        double left = waiting - ended[i];
        share *= left / waiting;
        variance += ended[i] / (waiting * left);
        survival[step] = share;
        errors[step] = Math.sqrt(variance);
        step++;
      }
      latest = ended[i] + open[i] > 0 ? times[i] : latest;
      waiting -= ended[i] + open[i];
    }
    last = latest;
  }

  /**
   * The curve of waits, one by one. A wait censored at the time of an event counts as waiting then.
   *
   * @param times length of each wait so far, not negative, in any unit; equal ones as equal numbers
   * @param ended whether the wait ended then; if not, it was still going on
   * @return {@link NotTestable} of no wait
   * @throws IllegalArgumentException if lengths differ, or a time is negative, NaN or infinite
   * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier, JASA 53
   *     (1958)</a>; R's {@code survfit(Surv(times, ended) ~ 1)}
   */
  public static Outcome<KaplanMeier> of(double[] times, boolean[] ended) {
    requireTimes(times);
    if (times.length != ended.length) {
      throw new IllegalArgumentException("%d times, %d ends".formatted(times.length, ended.length));
    }
    var distinct = Arrays.stream(times).map(KaplanMeier::unsigned).sorted().distinct().toArray();
    var endings = new long[distinct.length];
    var open = new long[distinct.length];
    for (int i = 0; i < times.length; i++) {
      (ended[i] ? endings : open)[Arrays.binarySearch(distinct, unsigned(times[i]))]++;
    }
    return of(distinct, endings, open);
  }

  /**
   * The curve of counted waits: the same as of each wait by itself.
   *
   * @param times lengths of waits, not negative, ascending and all different
   * @param ended how many waits ended at each time
   * @param open how many had lasted that long and were still going on
   * @return {@link NotTestable} of no wait
   * @throws IllegalArgumentException if lengths differ, times do not ascend or a number is
   *     negative, NaN or infinite
   */
  public static Outcome<KaplanMeier> of(double[] times, long[] ended, long[] open) {
    requireTimes(times);
    if (times.length != ended.length || times.length != open.length) {
      throw new IllegalArgumentException(
          "%d times, %d counts of ended, %d of open"
              .formatted(times.length, ended.length, open.length));
    }
    for (int i = 0; i < times.length; i++) {
      if (ended[i] < 0 || open[i] < 0) {
        throw new IllegalArgumentException("a count is negative");
      }
      if (i > 0 && times[i] <= times[i - 1]) {
        throw new IllegalArgumentException("times must ascend");
      }
    }
    long n = Arrays.stream(ended).sum() + Arrays.stream(open).sum();
    return n == 0
        ? new NotTestable<>(Reason.TOO_FEW)
        : new Tested<>(new KaplanMeier(n, times, ended, open));
  }

  /** Makes −0.0 equal 0.0, which sorting would hold apart. */
  private static double unsigned(double time) {
    return time + 0.0;
  }

  private static void requireTimes(double[] times) {
    Arguments.finite(times, "times");
    if (Arrays.stream(times).anyMatch(time -> time < 0)) {
      throw new IllegalArgumentException("a time is negative");
    }
  }

  /** Number of waits. */
  public long n() {
    return n;
  }

  /** Number of waits that ended. */
  public long events() {
    return events;
  }

  /**
   * Share, 0 to 1, that waits longer than a time.
   *
   * @throws IllegalArgumentException if {@code time} is NaN or infinite
   */
  public double survivalAfter(double time) {
    Arguments.finite(new double[] {time}, "time");
    int found = Arrays.binarySearch(eventTimes, unsigned(time));
    int step = found >= 0 ? found : -found - 2;
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
   * @return from the crossing of the lower limit to that of the upper; infinite where a limit stays
   *     above the level, for which R has {@code NA}. Where the curve falls to 0 its lower limit is
   *     0 and it has no upper one
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
