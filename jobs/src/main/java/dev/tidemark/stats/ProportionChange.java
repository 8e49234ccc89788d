package dev.tidemark.stats;

/**
 * The change of a share from before to after with Newcombe's score interval, which stays within −1
 * to 1 and does not vanish at shares of 0 and 1.
 *
 * @param change share after minus share before, −1 to 1
 * @param interval confidence interval of the change
 */
public record ProportionChange(double change, Interval interval) {
  /**
   * Change between two independent samples, without continuity correction.
   *
   * @param before successes among {@code nBefore}
   * @param after successes among {@code nAfter}
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} if a sample has no observation
   * @throws IllegalArgumentException if successes are not 0 to n or {@code level} is not between 0
   *     and 1
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">
   *     Newcombe, Statistics in Medicine 17 (1998) 873, method 10</a>
   */
  public static Outcome<ProportionChange> independent(
      int before, int nBefore, int after, int nAfter, double level) {
    Proportion.check(before, nBefore, level);
    Proportion.check(after, nAfter, level);
    return nBefore == 0 || nAfter == 0
        ? new NotTestable<>(Reason.TOO_FEW)
        : of(before, nBefore, after, nAfter, 0, level);
  }

  /**
   * Change of the same units' answers.
   *
   * @param bothYes units with "yes" before and after
   * @param gained units from "no" to "yes"
   * @param lost units from "yes" to "no"
   * @param bothNo units with "no" before and after
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} of no unit
   * @throws IllegalArgumentException if a count is negative or {@code level} is not between 0 and 1
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19981130)17:22%3C2635::AID-SIM954%3E3.0.CO;2-C">
   *     Newcombe, Statistics in Medicine 17 (1998) 2635, method 10</a>
   */
  public static Outcome<ProportionChange> paired(
      int bothYes, int gained, int lost, int bothNo, double level) {
    Arguments.atLeast(0, bothYes, "bothYes");
    Arguments.atLeast(0, gained, "gained");
    Arguments.atLeast(0, lost, "lost");
    Arguments.atLeast(0, bothNo, "bothNo");
    Arguments.share(level, "level");
    int n = Math.addExact(Math.addExact(bothYes, gained), Math.addExact(lost, bothNo));
    if (n == 0) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    double correlation = correlation(bothYes, gained, lost, bothNo);
    return of(bothYes + lost, n, bothYes + gained, n, correlation, level);
  }

  private static Outcome<ProportionChange> of(
      int before, int nBefore, int after, int nAfter, double correlation, double level) {
    double shareBefore = (double) before / nBefore;
    double shareAfter = (double) after / nAfter;
    var intervalBefore = Proportion.score(before, nBefore, level);
    var intervalAfter = Proportion.score(after, nAfter, level);
    double down =
        distance(
            shareAfter - intervalAfter.low(), intervalBefore.high() - shareBefore, correlation);
    double up =
        distance(
            intervalAfter.high() - shareAfter, shareBefore - intervalBefore.low(), correlation);
    double change = shareAfter - shareBefore;
    return new Tested<>(new ProportionChange(change, new Interval(change - down, change + up)));
  }

  private static double distance(double a, double b, double correlation) {
    return Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
  }

  /** φ with the paper's continuity correction of a positive association; 0 if a margin is empty. */
  private static double correlation(double bothYes, double gained, double lost, double bothNo) {
    double margins = (bothYes + gained) * (lost + bothNo) * (bothYes + lost) * (gained + bothNo);
    if (margins == 0) {
      return 0;
    }
    double n = bothYes + gained + lost + bothNo;
    double association = bothYes * bothNo - gained * lost;
    return (association > 0 ? Math.max(association - n / 2, 0) : association) / Math.sqrt(margins);
  }
}
