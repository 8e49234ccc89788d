package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

/** The part {@code scores} of the section {@code issues}. */
final class IssueScoresPart {
  static final Value.Range WEIGHTS = new Value.Range(0, 100, "a weight from 0 to 100");
  private static final Value.Range DAYS = new Value.Range(0.1, 3_660, "days from 0.1 to 3660");

  private IssueScoresPart() {}

  static IssueScores of(YamlNode node, Faults faults) {
    var defaults = IssueScores.DEFAULT;
    return Fields.of(node, IssueShapes.SCORES, faults)
        .map(
            fields ->
                new IssueScores(
                    fields.get(HEAT).map(heat -> heat(heat, faults)).orElse(defaults.heat()),
                    fields.get(CORE).map(core -> core(core, faults)).orElse(defaults.core())))
        .orElse(defaults);
  }

  private static IssueScores.Heat heat(YamlNode node, Faults faults) {
    var defaults = IssueScores.DEFAULT.heat();
    return Fields.of(node, IssueShapes.HEAT, faults)
        .map(
            fields -> {
              var heat =
                  new IssueScores.Heat(
                      fields.number(VOICES, WEIGHTS).orElse(defaults.voices()),
                      fields.number(GROWTH, WEIGHTS).orElse(defaults.growth()),
                      fields.number(SPAN, WEIGHTS).orElse(defaults.span()),
                      fields.number(APPROVAL, WEIGHTS).orElse(defaults.approval()),
                      fields.number(HALF_LIFE_DAYS, DAYS).orElse(defaults.halfLifeDays()));
              checkAny(
                  node,
                  faults,
                  "voices, growth, span and approval",
                  heat.voices() + heat.growth() + heat.span() + heat.approval());
              return heat;
            })
        .orElse(defaults);
  }

  private static IssueScores.Core core(YamlNode node, Faults faults) {
    var defaults = IssueScores.DEFAULT.core();
    return Fields.of(node, IssueShapes.CORE, faults)
        .map(
            fields -> {
              var core =
                  new IssueScores.Core(
                      fields.number(PERSISTENCE, WEIGHTS).orElse(defaults.persistence()),
                      fields.number(SPREAD, WEIGHTS).orElse(defaults.spread()),
                      fields.number(CENTRALITY, WEIGHTS).orElse(defaults.centrality()));
              checkAny(
                  node,
                  faults,
                  "persistence, spread and centrality",
                  core.persistence() + core.spread() + core.centrality());
              return core;
            })
        .orElse(defaults);
  }

  /** Something must be weighed. */
  static void checkAny(YamlNode node, Faults faults, String weights, double sum) {
    if (!(sum > 0)) {
      faults.add(node.place(), "the weights of %s are all 0; give one above 0".formatted(weights));
    }
  }
}
