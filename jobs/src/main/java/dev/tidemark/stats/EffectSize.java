package dev.tidemark.stats;

/**
 * A change in standard deviations.
 *
 * @param value above 0 where the mean rose
 * @param interval its confidence interval
 */
public record EffectSize(double value, Interval interval) {
  EffectSize times(double factor) {
    return new EffectSize(
        value * factor, new Interval(interval.low() * factor, interval.high() * factor));
  }
}
