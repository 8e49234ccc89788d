package dev.tidemark.visits;

import dev.tidemark.framework.Comparison;
import dev.tidemark.stats.Interval;
import dev.tidemark.stats.Outcome;
import dev.tidemark.stats.PairedDifferences;
import dev.tidemark.stats.PairedT;
import dev.tidemark.stats.PoissonRates;
import dev.tidemark.stats.Reason;
import dev.tidemark.stats.Resampling;
import dev.tidemark.stats.SignFlipTest;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a change of visits is more than chance, by tests that small whole numbers allow:
 * docs/adr/0050 says why these.
 *
 * @param name of the test
 * @param p two-sided p-value; empty if the data do not allow one
 * @param error Monte Carlo standard error of {@code p}; 0 where every case was counted
 * @param interval confidence interval of the change, visits; empty if the data do not allow one
 * @param reason why there is no {@code p}
 */
record Significance(
    String name,
    OptionalDouble p,
    double error,
    Optional<Interval> interval,
    Optional<Reason> reason) {
  static final String SIGN_FLIP = "sign-flip";
  static final String POISSON = "poisson";

  /**
   * The mean change of many units: the paired sign-flip test, counted out for up to 40 units that
   * changed, and the interval of the paired t test.
   *
   * @param differences of units observed in both periods
   */
  static Significance ofUnits(PairedDifferences differences, Comparison how, long seed) {
    var flip =
        SignFlipTest.exactIfPossible(differences.rounded(), new Resampling(how.resamples(), seed));
    return new Significance(
        SIGN_FLIP,
        p(flip.result().map(SignFlipTest::p)),
        flip.result().map(SignFlipTest::standardError).orElse(0.0),
        PairedT.of(differences, 1 - how.alpha()).result().map(PairedT::interval),
        flip.reason());
  }

  /**
   * The change of one unit: the exact conditional test of two Poisson counts over the same stages.
   * Given their sum, the later count is binomial; the interval of its share becomes one of the
   * change.
   */
  static Significance ofUnit(UnitPair visits, Comparison how) {
    Outcome<PoissonRates> rates =
        PoissonRates.of(visits.from(), 1, visits.to(), 1, 1 - how.alpha());
    int sum = visits.from() + visits.to();
    return new Significance(
        POISSON,
        p(rates.result().map(PoissonRates::p)),
        0,
        rates
            .result()
            .map(PoissonRates::interval)
            .map(ratio -> new Interval(change(ratio.low(), sum), change(ratio.high(), sum))),
        rates.reason());
  }

  /** The change that a ratio of two counts means, given their sum: at most the sum itself. */
  private static double change(double ratio, int sum) {
    return Double.isInfinite(ratio) ? sum : sum * (ratio - 1) / (ratio + 1);
  }

  private static OptionalDouble p(Optional<Double> p) {
    return p.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
