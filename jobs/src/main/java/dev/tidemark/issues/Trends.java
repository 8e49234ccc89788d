package dev.tidemark.issues;

import dev.tidemark.stats.MultipleTesting;
import dev.tidemark.stats.PoissonRates;
import dev.tidemark.stats.Tested;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Whether issues grow: exact tests of how many voices each had, held against all issues. */
final class Trends {
  private static final double LEVEL = 0.95;

  /** How an issue develops. */
  enum Trend {
    NEW,
    GROWING,
    STEADY,
    FADING,
    GONE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The voices of an issue.
   *
   * @param isNew whether the issue was not there before the period
   */
  record Counts(int before, int now, boolean isNew) {}

  /**
   * What the test says.
   *
   * @param p two-sided, not adjusted; empty where nothing could be tested
   * @param adjusted by Benjamini and Hochberg over the issues of the period
   */
  record Outcome(Trend trend, OptionalDouble p, OptionalDouble adjusted) {}

  private Trends() {}

  /**
   * Judges the issues of a period together.
   *
   * @param voicesBefore voices in all messages of the period before
   * @param voicesNow voices in all messages of the period
   * @param alpha share of false findings that is accepted among those found to grow or fade
   */
  static List<Outcome> of(List<Counts> issues, int voicesBefore, int voicesNow, double alpha) {
    var p = new ArrayList<OptionalDouble>();
    for (var counts : issues) {
      p.add(
          counts.isNew() || voicesBefore == 0 || voicesNow == 0
              ? OptionalDouble.empty()
              : p(counts, voicesBefore, voicesNow));
    }
    var adjusted = MultipleTesting.BENJAMINI_HOCHBERG.adjust(p);
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < p.size(); i++) {
      var counts = issues.get(i);
      boolean isSure = adjusted.get(i).isPresent() && adjusted.get(i).getAsDouble() <= alpha;
      boolean isMore = (double) counts.now() * voicesBefore > (double) counts.before() * voicesNow;
      outcomes.add(new Outcome(trend(counts, isSure, isMore), p.get(i), adjusted.get(i)));
    }
    return outcomes;
  }

  private static Trend trend(Counts counts, boolean isSure, boolean isMore) {
    if (counts.isNew()) {
      return Trend.NEW;
    }
    if (counts.now() == 0) {
      return Trend.GONE;
    }
    if (!isSure) {
      return Trend.STEADY;
    }
    return isMore ? Trend.GROWING : Trend.FADING;
  }

  private static OptionalDouble p(Counts counts, int voicesBefore, int voicesNow) {
    return PoissonRates.of(counts.before(), voicesBefore, counts.now(), voicesNow, LEVEL)
            instanceof Tested<PoissonRates> tested
        ? OptionalDouble.of(tested.value().p())
        : OptionalDouble.empty();
  }
}
