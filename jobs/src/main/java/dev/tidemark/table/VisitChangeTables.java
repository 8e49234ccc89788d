package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The tables that {@code visits} writes of two periods. */
final class VisitChangeTables {
  static final TableSpec VISIT_CHANGES =
      new TableSpec(
          "visit_changes",
          TableSpec.Role.OUTPUT,
          "Whether, by how much and how surely the visits changed between two periods.",
          "one scope (all units, a group, a unit) in one pair of periods",
          List.of(PERIOD_FROM, PERIOD_TO, SCOPE, GROUP_BY, SCOPE_ID),
          List.of(PERIOD_TO),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              FROM,
              TO,
              required(SCOPE, StringType, "all, group or unit"),
              required(
                  GROUP_BY, StringType, "the grouping column of a group; else the scope's name"),
              required(SCOPE_ID, StringType, "the group or the unit; 'all' for every unit"),
              required(
                  N,
                  IntegerType,
                  "what the change is over, a count: units for all and group, stages for unit"),
              required(
                  COVERAGE,
                  DoubleType,
                  "share of the two periods' stages that was observed in both, 0 to 1; of all and"
                      + " group the mean over the n units"),
              optional(
                  MEAN_FROM,
                  DoubleType,
                  "visits in the earlier period over the stages observed in both, mean over the"
                      + " units; null if nothing was"),
              optional(MEAN_TO, DoubleType, "the same in the later period"),
              optional(CHANGE, DoubleType, "mean_to − mean_from, visits"),
              optional(
                  CI_LOW,
                  DoubleType,
                  "lower end of the change's confidence interval, visits; null if there is none"),
              optional(CI_HIGH, DoubleType, "its upper end"),
              required(TEST, StringType, "sign-flip for all and group, poisson for unit"),
              optional(P_VALUE, DoubleType, "its two-sided p; null if it could not be made"),
              optional(
                  P_ERROR,
                  DoubleType,
                  "Monte Carlo standard error of p_value; 0 where every case was counted"),
              optional(
                  P_ADJUSTED,
                  DoubleType,
                  "p_value adjusted for the others of the scope and grouping column"),
              optional(NOT_TESTED_REASON, StringType, "why there is no p_value; else null"),
              optional(NOT_COMPARED_REASON, StringType, "why there is no change; else null"),
              required(
                  THRESHOLD_UNITS,
                  IntegerType,
                  "units with a total in both periods, a count: those of the next columns"),
              required(AT_MOST_ONCE_FROM, IntegerType, "of these at most once earlier, a count"),
              required(AT_MOST_ONCE_TO, IntegerType, "of these at most once later, a count"),
              required(REACHED_UNITS, IntegerType, "of these at most once only later, a count"),
              required(LOST_UNITS, IntegerType, "of these at most once only earlier, a count"),
              optional(
                  P_AT_MOST_ONCE,
                  DoubleType,
                  "two-sided p of McNemar's exact test that reaching and losing are equally likely;"
                      + " null for a unit, and if none did")),
          List.of(
              new Check("scope_is_known", SCOPE, "scope IN ('all', 'group', 'unit')"),
              new Check("interval_is_ordered", CI_LOW, "ci_low <= ci_high"),
              new Check(
                  "thresholds_add_up",
                  REACHED_UNITS,
                  "at_most_once_to - at_most_once_from = reached_units - lost_units")));

  static final TableSpec VISIT_DRIVERS =
      new TableSpec(
          "visit_drivers",
          TableSpec.Role.OUTPUT,
          "What each stage did to a unit's visits between two periods, and how.",
          "one stage of one unit in one pair of periods, if it was observed in either",
          List.of(PERIOD_FROM, PERIOD_TO, UNIT, STAGE),
          List.of(PERIOD_TO),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              FROM,
              TO,
              THE_UNIT,
              required(STAGE, StringType, "id of the stage"),
              optional(
                  FROM_VISITS, IntegerType, "visits in the earlier period; null if not observed"),
              optional(TO_VISITS, IntegerType, "visits in the later period; null if not observed"),
              optional(
                  CHANGE,
                  DoubleType,
                  "to_visits − from_visits; a unit's sum to its change in visit_changes; null if a"
                      + " period was not observed"),
              optional(
                  HOW,
                  StringType,
                  "how the handling changed, with an arrow if it did: hall→mail, hall:"
                      + " apply→collect; else handled_by; ? is not told; null if a period was not"
                      + " observed"),
              optional(FROM_HANDLED_BY, StringType, "handled_by earlier; null if not told"),
              optional(TO_HANDLED_BY, StringType, "handled_by later; null if not told"),
              optional(FROM_STEP, StringType, "step earlier; null if not told"),
              optional(TO_STEP, StringType, "step later; null if not told"),
              optional(FROM_REASON, StringType, "reason earlier; null if not told"),
              optional(TO_REASON, StringType, "reason later; null if not told"),
              optional(
                  NOT_COMPARED_REASON,
                  StringType,
                  "not_observed_earlier or not_observed_later; null where there is a change")),
          List.of(
              new Check("change_is_the_difference", CHANGE, "change = to_visits - from_visits")));

  static final List<TableSpec> ALL = List.of(VISIT_CHANGES, VISIT_DRIVERS);

  private VisitChangeTables() {}
}
