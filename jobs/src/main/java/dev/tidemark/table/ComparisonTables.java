package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The tables that {@code compare} writes about pairs of periods. */
final class ComparisonTables {
  private static final ColumnSpec VERSION_FROM =
      required(FRAMEWORK_VERSION_FROM, StringType, "version the earlier period was scored under");
  private static final ColumnSpec VERSION_TO =
      required(FRAMEWORK_VERSION, StringType, "version the later period was scored under");

  static final TableSpec SCORE_CHANGES =
      new TableSpec(
          "score_changes",
          TableSpec.Role.OUTPUT,
          "Whether, by how much and how surely each score changed between two periods.",
          "one node of one scope (all units, a group, a unit) in one pair of periods",
          List.of(PERIOD_FROM, PERIOD_TO, SCOPE, GROUP_BY, SCOPE_ID, NODE),
          List.of(PERIOD_TO),
          List.of(
              THE_FRAMEWORK,
              VERSION_FROM,
              VERSION_TO,
              FROM,
              TO,
              required(SCOPE, StringType, "all, group or unit"),
              required(
                  GROUP_BY, StringType, "the grouping column of a group; else the scope's name"),
              required(SCOPE_ID, StringType, "the group or the unit; 'all' for every unit"),
              THE_NODE,
              required(
                  N,
                  IntegerType,
                  "pairs the change is tested over, a count: units for all and group, leaves for"
                      + " unit"),
              optional(
                  MEAN_FROM,
                  DoubleType,
                  "points in the earlier period, mean over the units scored in both; of a unit, and"
                      + " under different versions, over the leaves scored in both with the later"
                      + " weights"),
              optional(MEAN_TO, DoubleType, "points in the later period, likewise"),
              optional(CHANGE, DoubleType, "mean_to − mean_from, points"),
              optional(
                  CI_LOW,
                  DoubleType,
                  "lower end of the change's confidence interval, points; null if not tested"),
              optional(CI_HIGH, DoubleType, "its upper end"),
              optional(BCA_LOW, DoubleType, "lower end of its BCa bootstrap interval, points"),
              optional(BCA_HIGH, DoubleType, "its upper end"),
              optional(
                  T,
                  DoubleType,
                  "t of the paired t test; null for a unit, whose leaves are no sample"),
              optional(DF, DoubleType, "its degrees of freedom"),
              optional(P_T, DoubleType, "its two-sided p"),
              optional(W, DoubleType, "V of Wilcoxon's signed-rank test: sum of positive ranks"),
              optional(P_WILCOXON, DoubleType, "its two-sided p"),
              optional(HODGES_LEHMANN, DoubleType, "Hodges-Lehmann estimate of the change, points"),
              optional(P_SIGN, DoubleType, "two-sided p of the sign test"),
              optional(P_PERMUTATION, DoubleType, "two-sided p of the sign-flip test of the mean"),
              optional(
                  P_PERMUTATION_ERROR,
                  DoubleType,
                  "its Monte Carlo standard error; 0 where every flip was counted"),
              required(
                  FAMILY, StringType, "the family of tests p_adjusted is adjusted for: its name"),
              optional(
                  P_ADJUSTED,
                  DoubleType,
                  "p of the declared test, adjusted for its family; null if not tested"),
              optional(
                  P_EQUIVALENCE,
                  DoubleType,
                  "p of the two one-sided tests that the change is smaller than the smallest that"
                      + " matters"),
              optional(EFFECT_DZ, DoubleType, "change in standard deviations of the changes"),
              optional(
                  EFFECT_DAV, DoubleType, "change in mean standard deviations of the two periods"),
              optional(EFFECT_G, DoubleType, "effect_dav without its small-sample bias (Hedges)"),
              optional(
                  P_SUPERIORITY,
                  DoubleType,
                  "probability that a unit's later score is above its earlier one, ties count half"),
              optional(
                  MINIMUM_DETECTABLE,
                  DoubleType,
                  "smallest true change a t test of this n and spread finds with 80 % power, points"),
              required(
                  VERDICT,
                  StringType,
                  "improved, declined, unchanged (equivalence shown) or inconclusive"),
              optional(
                  NOT_TESTED_REASON,
                  StringType,
                  "why the declared test could not be made; else null"),
              optional(NOT_COMPARED_REASON, StringType, "why there is no change at all; else null"),
              optional(
                  PUBLISHED_FROM,
                  DoubleType,
                  "points as index or group_scores has them for the earlier period"),
              optional(PUBLISHED_TO, DoubleType, "the same for the later period"),
              optional(
                  SCORE_EFFECT,
                  DoubleType,
                  "part of published_to − published_from due to scores, points"),
              optional(
                  WEIGHT_EFFECT,
                  DoubleType,
                  "part due to other weights, places or aggregation of the same leaves"),
              optional(COVERAGE_EFFECT, DoubleType, "part due to leaves only one period has"),
              optional(
                  UNIT_EFFECT,
                  DoubleType,
                  "part due to units that only one period has a score of, or that changed group")),
          List.of(
              new Check("scope_is_known", SCOPE, "scope IN ('all', 'group', 'unit')"),
              new Check(
                  "verdict_is_known",
                  VERDICT,
                  "verdict IN ('improved', 'declined', 'unchanged', 'inconclusive')"),
              new Check("interval_is_ordered", CI_LOW, "ci_low <= ci_high")));

  static final TableSpec CHANGE_DRIVERS =
      new TableSpec(
          "change_drivers",
          TableSpec.Role.OUTPUT,
          "What each node contributed to the change of the whole index.",
          "one node of one unit (or of all) in one pair of periods",
          List.of(PERIOD_FROM, PERIOD_TO, UNIT, NODE),
          List.of(PERIOD_TO),
          List.of(
              THE_FRAMEWORK,
              VERSION_FROM,
              VERSION_TO,
              FROM,
              TO,
              required(UNIT, StringType, "id of the unit; 'all' is the mean over the units"),
              THE_NODE,
              optional(
                  PARENT,
                  StringType,
                  "id of its parent, in the later version where that has the node; null for the root"),
              required(
                  CONTRIBUTION,
                  DoubleType,
                  "points of the root's change; nodes of one parent sum to their parent's"),
              required(SCORE_EFFECT, DoubleType, "its part due to scores, points"),
              required(
                  WEIGHT_EFFECT,
                  DoubleType,
                  "its part due to other weights, places or aggregation of the same leaves"),
              required(
                  COVERAGE_EFFECT,
                  DoubleType,
                  "its part due to leaves that only one of the periods has")),
          List.of());

  static final TableSpec PRIORITIES =
      new TableSpec(
          "priorities",
          TableSpec.Role.OUTPUT,
          "What to keep and what to improve: each node's level, change and importance.",
          "one node in one pair of periods",
          List.of(PERIOD_FROM, PERIOD_TO, NODE),
          List.of(PERIOD_TO),
          List.of(
              THE_FRAMEWORK,
              VERSION_FROM,
              VERSION_TO,
              FROM,
              TO,
              THE_NODE,
              required(LEVEL, DoubleType, "mean score in the later period, points"),
              required(IMPORTANCE, DoubleType, "declared weight in the whole index, 0 to 1"),
              optional(
                  IMPORTANCE_DERIVED,
                  DoubleType,
                  "Spearman's rank correlation with the whole index over the units, −1 to 1; null"
                      + " where one of the two does not vary"),
              required(CHANGE, DoubleType, "mean change of the units scored in both, points"),
              required(
                  QUADRANT,
                  StringType,
                  "keep (high, not falling), watch (high, falling), improve (low, not falling) or"
                      + " urgent (low, falling); high is the root's level or above")),
          List.of(
              new Check(
                  "quadrant_is_known",
                  QUADRANT,
                  "quadrant IN ('keep', 'watch', 'improve', 'urgent')")));

  static final List<TableSpec> ALL = List.of(SCORE_CHANGES, CHANGE_DRIVERS, PRIORITIES);

  private ComparisonTables() {}
}
