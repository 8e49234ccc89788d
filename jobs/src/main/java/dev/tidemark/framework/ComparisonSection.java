package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

/** The section {@code compare} of the file. */
final class ComparisonSection {
  private static final Value.Range POINTS =
      new Value.Range(1e-9, 100, "a number of points above 0, at most 100");
  private static final Value.Range ALPHAS =
      new Value.Range(1e-6, 0.499, "a number above 0 and below 0.5 (1e-6 to 0.499)");
  private static final Value.Range SPREADS =
      new Value.Range(1e-6, 0.999, "a number above 0 and below 1 (1e-6 to 0.999)");
  private static final Value.Range CONCENTRATIONS =
      new Value.Range(1, 1e6, "a number from 1 to 1000000");

  private ComparisonSection() {}

  /** What the section says, and the defaults for what it does not; any values with faults. */
  static Comparison of(YamlNode node, Faults faults) {
    var defaults = Comparison.DEFAULT;
    return Fields.of(node, Shape.COMPARISON, faults)
        .map(
            fields ->
                new Comparison(
                    fields.number(SMALLEST_CHANGE, POINTS).orElse(defaults.smallestChange()),
                    fields.number(ALPHA, ALPHAS).orElse(defaults.alpha()),
                    fields.choice(TEST, Comparison.Test.class).orElse(defaults.test()),
                    fields
                        .choice(ADJUST, Comparison.Adjustment.class)
                        .orElse(defaults.adjustment()),
                    fields.choice(FAMILY, Comparison.Family.class).orElse(defaults.family()),
                    draws(fields, RESAMPLES, defaults.resamples(), faults),
                    fields.get(RANKS).map(ranks -> ranks(ranks, faults)).orElse(defaults.ranks())))
        .orElse(defaults);
  }

  private static Comparison.Ranks ranks(YamlNode node, Faults faults) {
    var defaults = Comparison.Ranks.DEFAULT;
    return Fields.of(node, Shape.SHAKEN_RANKS, faults)
        .map(
            fields ->
                new Comparison.Ranks(
                    draws(fields, DRAWS, defaults.draws(), faults),
                    fields.choice(WEIGHTS, Comparison.Weights.class).orElse(defaults.weights()),
                    fields.number(SPREAD, SPREADS).orElse(defaults.spread()),
                    fields.number(CONCENTRATION, CONCENTRATIONS).orElse(defaults.concentration())))
        .orElse(defaults);
  }

  private static int draws(Fields fields, String key, int otherwise, Faults faults) {
    return fields.get(key).flatMap(node -> Value.draws(node, faults)).orElse(otherwise);
  }
}
