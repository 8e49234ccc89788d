package dev.tidemark.services;

import dev.tidemark.stats.Interval;
import dev.tidemark.stats.McNemarExact;
import dev.tidemark.stats.NotTestable;
import dev.tidemark.stats.Outcome;
import dev.tidemark.stats.PairedDifferences;
import dev.tidemark.stats.PairedT;
import dev.tidemark.stats.ProportionChange;
import dev.tidemark.stats.Reason;
import dev.tidemark.stats.Resampling;
import dev.tidemark.stats.SignFlipTest;
import dev.tidemark.stats.TwoProportions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The change of a share of enquiries from one period to another, with the test that fits how they
 * were sampled: docs/services.md says which.
 *
 * @param n pairs: units with enquiries in both periods
 * @param changed of these, units whose share is another one
 * @param from mean of the units' shares in the earlier period; empty without a unit
 * @param to the same in the later one
 * @param interval of the change; empty if there is none
 * @param p two-sided; empty if not tested
 * @param error Monte Carlo standard error of {@code p}; 0 where every case was counted
 * @param method that gave {@code p}; empty if not tested
 * @param notTested why there is no {@code p}
 */
record ShareChange(
    int n,
    int changed,
    OptionalDouble from,
    OptionalDouble to,
    Optional<Interval> interval,
    OptionalDouble p,
    double error,
    Optional<String> method,
    Optional<Reason> notTested) {

  /**
   * A unit's enquiries in two periods.
   *
   * @param yesFrom of {@code nFrom} in the earlier period, which is above 0
   * @param yesTo of {@code nTo} in the later period, which is above 0
   */
  record Pair(int yesFrom, int nFrom, int yesTo, int nTo) {
    double from() {
      return (double) yesFrom / nFrom;
    }

    double to() {
      return (double) yesTo / nTo;
    }

    /** Equal shares of unequal numbers are equal doubles: each is the one nearest to both. */
    boolean isChanged() {
      return from() != to();
    }

    boolean isOneEach() {
      return nFrom == 1 && nTo == 1;
    }
  }

  /** Of a group: the units are what is sampled, their changes what may go either way. */
  static ShareChange ofUnits(List<Pair> units, double level, Resampling resampling) {
    if (units.isEmpty()) {
      return none(Reason.TOO_FEW);
    }
    return units.stream().allMatch(Pair::isOneEach)
        ? ofYesOrNo(units, level)
        : ofShares(units, level, resampling);
  }

  /** Of one unit: the enquiries are what is sampled. */
  static ShareChange ofOneUnit(Pair unit, double level) {
    var tested = TwoProportions.of(unit.yesFrom(), unit.nFrom(), unit.yesTo(), unit.nTo());
    var change =
        ProportionChange.independent(unit.yesFrom(), unit.nFrom(), unit.yesTo(), unit.nTo(), level);
    var method = tested.result().map(TwoProportions::method);
    return new ShareChange(
        1,
        unit.isChanged() ? 1 : 0,
        OptionalDouble.of(unit.from()),
        OptionalDouble.of(unit.to()),
        change.result().map(ProportionChange::interval),
        number(tested.result().map(TwoProportions::p)),
        0,
        method.map(m -> m == TwoProportions.Method.EXACT ? "fisher" : text(m)),
        tested.reason());
  }

  /** Nothing to compare. */
  static ShareChange none(Reason reason) {
    return new ShareChange(
        0,
        0,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        0,
        Optional.empty(),
        Optional.of(reason));
  }

  private static ShareChange ofYesOrNo(List<Pair> units, double level) {
    int gained = count(units, 0, 1);
    int lost = count(units, 1, 0);
    Outcome<McNemarExact> tested =
        units.size() < 2 ? new NotTestable<>(Reason.TOO_FEW) : McNemarExact.of(gained, lost, level);
    var change =
        ProportionChange.paired(count(units, 1, 1), gained, lost, count(units, 0, 0), level);
    return of(
        units,
        change.result().map(ProportionChange::interval),
        tested.result().map(McNemarExact::p),
        0,
        "mcnemar",
        tested.reason());
  }

  private static ShareChange ofShares(List<Pair> units, double level, Resampling resampling) {
    var differences =
        PairedDifferences.between(
            units.stream().mapToDouble(Pair::from).toArray(),
            units.stream().mapToDouble(Pair::to).toArray());
    var tested = SignFlipTest.exactIfPossible(differences.rounded(), resampling);
    return of(
        units,
        PairedT.of(differences, level).result().map(PairedT::interval),
        tested.result().map(SignFlipTest::p),
        tested.result().map(SignFlipTest::standardError).orElse(0.0),
        "sign_flip",
        tested.reason());
  }

  private static ShareChange of(
      List<Pair> units,
      Optional<Interval> interval,
      Optional<Double> p,
      double error,
      String method,
      Optional<Reason> reason) {
    return new ShareChange(
        units.size(),
        (int) units.stream().filter(Pair::isChanged).count(),
        units.stream().mapToDouble(Pair::from).average(),
        units.stream().mapToDouble(Pair::to).average(),
        interval,
        number(p),
        error,
        p.map(tested -> method),
        reason);
  }

  private static int count(List<Pair> units, int yesFrom, int yesTo) {
    return (int)
        units.stream().filter(unit -> unit.yesFrom() == yesFrom && unit.yesTo() == yesTo).count();
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Whether there are pairs, and none changed. */
  boolean isUnchanged() {
    return n > 0 && changed == 0;
  }

  /** {@code to − from}; empty without a pair. */
  OptionalDouble change() {
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(to.orElseThrow() - from.orElseThrow());
  }
}
