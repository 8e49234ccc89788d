package dev.tidemark.stats;

import org.apache.commons.math3.special.Gamma;

/** The χ² distribution, accurate in its upper tail. */
final class ChiSquared {
  private static final double PRECISION = 1e-15;
  private static final int MOST_TERMS = 100_000;

  private ChiSquared() {}

  /** P(X ≥ x) with {@code df} degrees of freedom. */
  static double upper(double x, double df) {
    return Gamma.regularizedGammaQ(df / 2, x / 2, PRECISION, MOST_TERMS);
  }
}
