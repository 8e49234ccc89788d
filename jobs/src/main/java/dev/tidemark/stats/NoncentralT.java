package dev.tidemark.stats;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The noncentral t distribution: how t falls when the mean did change.
 *
 * <p>Up to a noncentrality of 37 it is the series of Lenth, summed outwards from its largest term.
 * Beyond, where the series underflows and R's {@code pt} turns to a normal approximation, the
 * numerator never comes near zero, and the distribution is the mean of a smooth function over it.
 *
 * @see <a href="https://doi.org/10.2307/2347693">Lenth, Algorithm AS 243, Applied Statistics 38
 *     (1989)</a>
 */
final class NoncentralT {
  private static final double NEGLIGIBLE = 1e-18;
  private static final double SERIES_UP_TO = 37;

  /** No normal deviate farther out counts. */
  private static final double FARTHEST = 9;

  private static final double COARSEST = 0.25;

  /** A t so small that steps should be finer is below every t of such a noncentrality. */
  private static final double FINEST = 0.01;

  private NoncentralT() {}

  /**
   * P(T ≤ t).
   *
   * @param df degrees of freedom, above 0
   * @param noncentrality mean of the normal in the numerator; finite
   */
  static double lower(double t, double df, double noncentrality) {
    if (t < 0) {
      return 1 - lower(-t, df, -noncentrality);
    }
    if (noncentrality == 0) {
      return StudentT.lower(t, df);
    }
    if (t * t == 0) {
      return StandardNormal.lower(-noncentrality);
    }
    double lower =
        Math.abs(noncentrality) > SERIES_UP_TO
            ? overNumerator(t, df, noncentrality)
            : series(t, df, noncentrality);
    return Math.min(1, Math.max(0, lower));
  }

  /** The mean, over the normal deviate z in the numerator, of P(noncentrality + z ≤ t s). */
  private static double overNumerator(double t, double df, double noncentrality) {
    // The trapezoidal rule is exact to all digits once steps are finer than either curve.
    double step = Math.min(COARSEST, Math.max(FINEST, t / Math.sqrt(2 * df) / 2));
    long steps = (long) Math.ceil(FARTHEST / step);
    double sum = 0;
    double weights = 0;
    for (long i = -steps; i <= steps; i++) {
      double z = i * step;
      double weight = Math.exp(-z * z / 2);
      double s = (noncentrality + z) / t;
      weights += weight;
      sum += weight * (s <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, df * s * s / 2));
    }
    return sum / weights;
  }

  private static double series(double t, double df, double noncentrality) {
    double lambda = noncentrality * noncentrality / 2;
    double mode = Math.floor(lambda);
    double poisson = Math.exp(-lambda + mode * Math.log(lambda) - Gamma.logGamma(mode + 1));
    double half =
        Math.signum(noncentrality)
            * Math.exp(-lambda + (mode + 0.5) * Math.log(lambda) - Gamma.logGamma(mode + 1.5));
    double share = t * t / (t * t + df);
    var odd = new IncompleteBeta(share, mode + 0.5, df / 2);
    var even = new IncompleteBeta(share, mode + 1, df / 2);
    double sum = poisson * odd.value + half * even.value;
    sum += outwards(mode, lambda, poisson, half, odd.copy(), even.copy());
    sum += inwards(mode, lambda, poisson, half, odd, even);
    return StandardNormal.lower(-noncentrality) + sum / 2;
  }

  private static double outwards(
      double mode, double lambda, double p, double q, IncompleteBeta odd, IncompleteBeta even) {
    double sum = 0;
    double poisson = p;
    double half = q;
    for (double j = mode + 1; poisson + Math.abs(half) > NEGLIGIBLE; j++) {
      poisson *= lambda / j;
      half *= lambda / (j + 0.5);
      odd.stepUp();
      even.stepUp();
      sum += poisson * odd.value + half * even.value;
    }
    return sum;
  }

  private static double inwards(
      double mode, double lambda, double p, double q, IncompleteBeta odd, IncompleteBeta even) {
    double sum = 0;
    double poisson = p;
    double half = q;
    for (double j = mode; j > 0 && poisson + Math.abs(half) > NEGLIGIBLE; j--) {
      poisson *= j / lambda;
      half *= (j + 0.5) / lambda;
      odd.stepDown();
      even.stepDown();
      sum += poisson * odd.value + half * even.value;
    }
    return sum;
  }

  /** The regularised incomplete beta function, moved in steps of one along its first parameter. */
  private static final class IncompleteBeta {
    private final double x;
    private final double b;
    private double a;
    private double value;

    /** What {@code value} loses on the way from a to a + 1. */
    private double loss;

    IncompleteBeta(double x, double a, double b) {
      this.x = x;
      this.a = a;
      this.b = b;
      value = Beta.regularizedBeta(x, a, b);
      loss = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - Math.log(a) - Beta.logBeta(a, b));
    }

    private IncompleteBeta(IncompleteBeta other) {
      x = other.x;
      a = other.a;
      b = other.b;
      value = other.value;
      loss = other.loss;
    }

    IncompleteBeta copy() {
      return new IncompleteBeta(this);
    }

    void stepUp() {
      value = Math.max(0, value - loss);
      loss *= x * (a + b) / (a + 1);
      a++;
    }

    void stepDown() {
      loss *= a / (x * (a - 1 + b));
      value = Math.min(1, value + loss);
      a--;
    }
  }
}
