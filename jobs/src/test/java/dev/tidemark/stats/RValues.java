package dev.tidemark.stats;

import org.assertj.core.api.AbstractDoubleAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;

/** Comparison with values R printed with 17 digits. */
final class RValues {
  private RValues() {}

  /** Estimates, statistics and ends of intervals agree to 10<sup>−10</sup> of their size. */
  static void assertValue(double actual, double expected) {
    assertRelative(actual, expected, 1e-10);
  }

  /** p-values agree to 10<sup>−8</sup> of their size. */
  static void assertP(double actual, double expected) {
    assertRelative(actual, expected, 1e-8);
  }

  /** Both ends of an interval, as {@link #assertValue}. */
  static void assertInterval(Interval actual, double low, double high) {
    assertValue(actual.low(), low);
    assertValue(actual.high(), high);
  }

  private static void assertRelative(double actual, double expected, double tolerance) {
    AbstractDoubleAssert<?> assertion = Assertions.assertThat(actual);
    if (Double.isInfinite(expected)) {
      assertion.isEqualTo(expected);
    } else {
      assertion.isCloseTo(expected, Offset.offset(Math.abs(expected) * tolerance + 1e-300));
    }
  }
}
