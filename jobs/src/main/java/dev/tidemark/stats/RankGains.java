package dev.tidemark.stats;

import java.util.OptionalDouble;

/**
 * In which share of the draws of perturbed weights a unit ranks better, or worse, in a later period
 * than in an earlier one, both ranked with the same weights.
 */
public final class RankGains {
  private static final int BATCH = 256;

  private final int[] better;
  private final int[] worse;
  private final boolean[] ranked;
  private final int draws;

  private RankGains(int[] better, int[] worse, boolean[] ranked, int draws) {
    this.better = better;
    this.worse = worse;
    this.ranked = ranked;
    this.draws = draws;
  }

  /**
   * Compares two periods draw by draw.
   *
   * @param before ranks of the earlier period
   * @param after ranks of the later one, of the same units in the same order, with the same seed
   * @param draws at least 1
   * @throws IllegalArgumentException if the numbers of units differ or {@code draws} is below 1
   */
  public static RankGains between(RankDraws before, RankDraws after, int draws) {
    Arguments.atLeast(1, draws, "draws");
    if (before.units() != after.units()) {
      throw new IllegalArgumentException(
          "%d units before, %d after".formatted(before.units(), after.units()));
    }
    int units = before.units();
    var better = new int[units];
    var worse = new int[units];
    for (int first = 0; first < draws; first += BATCH) {
      var earlier = new int[Math.min(BATCH, draws - first)][units];
      var later = new int[earlier.length][units];
      before.fill(first, earlier);
      after.fill(first, later);
      for (int draw = 0; draw < earlier.length; draw++) {
        for (int unit = 0; unit < units; unit++) {
          better[unit] += later[draw][unit] < earlier[draw][unit] ? 1 : 0;
          worse[unit] += later[draw][unit] > earlier[draw][unit] ? 1 : 0;
        }
      }
    }
    return new RankGains(better, worse, ranked(before, after), draws);
  }

  /** Share of the draws, 0 to 1, with a better rank; empty if a period has no rank of the unit. */
  public OptionalDouble shareBetter(int unit) {
    return share(better, unit);
  }

  /** Share of the draws, 0 to 1, with a worse rank; empty if a period has no rank of the unit. */
  public OptionalDouble shareWorse(int unit) {
    return share(worse, unit);
  }

  private OptionalDouble share(int[] times, int unit) {
    return ranked[unit] ? OptionalDouble.of(times[unit] / (double) draws) : OptionalDouble.empty();
  }

  private static boolean[] ranked(RankDraws before, RankDraws after) {
    var earlier = before.declaredRanks();
    var later = after.declaredRanks();
    var ranked = new boolean[earlier.length];
    for (int unit = 0; unit < ranked.length; unit++) {
      ranked[unit] =
          earlier[unit] != CompetitionRanks.UNRANKED && later[unit] != CompetitionRanks.UNRANKED;
    }
    return ranked;
  }
}
