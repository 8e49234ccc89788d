package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The tables about replies to enquiries. */
final class ServiceTables {
  private static final ColumnSpec THE_KIND =
      required(KIND, StringType, "consultation or complaint");
  private static final ColumnSpec BY =
      required(GROUP_BY, StringType, "the grouping column; 'unit' for a unit, 'all' for every one");
  private static final ColumnSpec GROUP =
      required(GROUP_ID, StringType, "the group or the unit; 'all' for every unit");
  private static final ColumnSpec DUE =
      optional(
          N_DUE,
          LongType,
          "enquiries whose floor ended within the observation, a count; null without a floor");
  private static final ColumnSpec IN_TIME =
      optional(WITHIN_DUE, LongType, "of n_due answered within the floor, a count");
  private static final ColumnSpec TOO_LATE =
      optional(LATE, LongType, "of n_due answered after the floor had ended, a count");
  private static final ColumnSpec NEVER =
      optional(UNANSWERED, LongType, "of n_due not answered, a count");
  private static final ColumnSpec SHARE_IN_TIME =
      optional(WITHIN_SHARE, DoubleType, "within_due / n_due, 0 to 1; null if none was due");
  private static final ColumnSpec SHARE_LOW =
      optional(WITHIN_LOW, DoubleType, "lower end of its confidence interval (Wilson)");
  private static final ColumnSpec SHARE_HIGH = optional(WITHIN_HIGH, DoubleType, "its upper end");

  static final TableSpec SERVICE_LEVELS =
      new TableSpec(
          "service_levels",
          TableSpec.Role.OUTPUT,
          "How many enquiries were answered within the floor, how soon, and how many were resolved.",
          "one kind of enquiry to one group of units, or one unit, in one period; none if none was sent",
          List.of(PERIOD, KIND, GROUP_BY, GROUP_ID),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              required(PERIOD, StringType, "id of the period"),
              THE_KIND,
              BY,
              GROUP,
              required(
                  OBSERVED_UNTIL,
                  DateType,
                  "last day the period's enquiries were observed to its end, of those without a day"
                      + " of their own (enquiries.observed_at)"),
              optional(
                  FLOOR_WORKING_DAYS,
                  IntegerType,
                  "working days within which a reply is due; null if the framework sets none for the"
                      + " kind, as are then the columns judged by it"),
              required(N, LongType, "enquiries sent, a count"),
              required(ANSWERED, LongType, "of these answered, a count"),
              optional(WITHIN_FLOOR, LongType, "of n answered within the floor, a count"),
              TOO_LATE,
              NEVER,
              optional(
                  UNDETERMINED,
                  LongType,
                  "of n not answered while observed, with the floor still running: neither kept nor"
                      + " missed, a count"),
              DUE,
              IN_TIME,
              SHARE_IN_TIME,
              SHARE_LOW,
              SHARE_HIGH,
              required(
                  RESOLVED,
                  LongType,
                  "enquiries the reply resolved, a count; none without a reply"),
              required(
                  RESOLVED_TOLD, LongType, "enquiries of which is told whether it did, a count"),
              optional(
                  RESOLVED_SHARE,
                  DoubleType,
                  "resolved / resolved_told, 0 to 1; null if told of none"),
              optional(RESOLVED_LOW, DoubleType, "lower end of its confidence interval (Wilson)"),
              optional(RESOLVED_HIGH, DoubleType, "its upper end"),
              optional(
                  MEDIAN_WORKING_DAYS,
                  DoubleType,
                  "working days by which half were answered, those still waiting counted as such"
                      + " (Kaplan and Meier); null if fewer were while observed"),
              optional(MEDIAN_LOW, DoubleType, "lower end of its confidence interval"),
              optional(MEDIAN_HIGH, DoubleType, "its upper end; null if there is no bound"),
              optional(
                  P90_WORKING_DAYS, DoubleType, "working days by which nine in ten were, likewise"),
              optional(P90_LOW, DoubleType, "lower end of its confidence interval"),
              optional(P90_HIGH, DoubleType, "its upper end; null if there is no bound")),
          List.of(
              new Check(
                  "every_enquiry_has_one_outcome",
                  N,
                  "n = within_floor + late + unanswered + undetermined"),
              new Check("the_due_are_judged", N_DUE, "n_due = within_due + late + unanswered")));

  static final TableSpec SERVICE_CHANGES =
      new TableSpec(
          "service_changes",
          TableSpec.Role.OUTPUT,
          "Whether the shares of enquiries answered in time and resolved changed.",
          "one measure of one kind of enquiry to one group of units, or one unit, in one pair of periods",
          List.of(PERIOD_FROM, PERIOD_TO, KIND, GROUP_BY, GROUP_ID, MEASURE),
          List.of(PERIOD_TO),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              FROM,
              TO,
              THE_KIND,
              BY,
              GROUP,
              required(
                  MEASURE, StringType, "within_floor (of n_due) or resolved (of resolved_told)"),
              required(
                  N,
                  LongType,
                  "pairs the change is tested over: units with such enquiries in both periods; of"
                      + " one unit 1 or 0"),
              optional(
                  LEVEL_FROM, DoubleType, "share of the earlier period as service_levels has it"),
              optional(LEVEL_TO, DoubleType, "the same of the later period"),
              optional(
                  SHARE_FROM,
                  DoubleType,
                  "share of the earlier period, mean over the units that count, 0 to 1; null if n"
                      + " is 0"),
              optional(SHARE_TO, DoubleType, "the same of the later period"),
              optional(CHANGE, DoubleType, "share_to − share_from"),
              optional(
                  CI_LOW,
                  DoubleType,
                  "lower end of the change's confidence interval; null if it has none"),
              optional(CI_HIGH, DoubleType, "its upper end"),
              optional(
                  METHOD,
                  StringType,
                  "mcnemar (one enquiry per unit), sign_flip (several), fisher or chi_squared (one"
                      + " unit); null if not tested"),
              optional(P_VALUE, DoubleType, "its two-sided p; null if not tested"),
              optional(
                  P_ERROR,
                  DoubleType,
                  "Monte Carlo standard error of p_value; 0 where every case was counted"),
              required(
                  FAMILY, StringType, "the family of tests p_adjusted is adjusted for: its name"),
              optional(P_ADJUSTED, DoubleType, "p_value adjusted for its family"),
              required(
                  VERDICT,
                  StringType,
                  "improved, declined, unchanged (no unit changed) or inconclusive"),
              optional(NOT_TESTED_REASON, StringType, "why there is no test; else null")),
          List.of(
              new Check("measure_is_known", MEASURE, "measure IN ('within_floor', 'resolved')"),
              new Check(
                  "verdict_is_known",
                  VERDICT,
                  "verdict IN ('improved', 'declined', 'unchanged', 'inconclusive')"),
              new Check("interval_is_ordered", CI_LOW, "ci_low <= ci_high")));

  static final TableSpec SERVICE_SHORTFALLS =
      new TableSpec(
          "service_shortfalls",
          TableSpec.Role.OUTPUT,
          "The units that do not keep the floor, and by how much.",
          "one kind of enquiry to one unit in one period, where too few were answered in time",
          List.of(PERIOD, KIND, UNIT),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              required(PERIOD, StringType, "id of the period"),
              THE_KIND,
              THE_UNIT,
              required(FLOOR_WORKING_DAYS, IntegerType, "working days within which a reply is due"),
              required(
                  MIN_SHARE, DoubleType, "share of n_due that must be answered in time, 0 to 1"),
              DUE,
              IN_TIME,
              TOO_LATE,
              NEVER,
              SHARE_IN_TIME,
              SHARE_LOW,
              SHARE_HIGH,
              required(
                  LACKING,
                  LongType,
                  "replies in time that were lacking to reach min_share, a count above 0"),
              required(
                  LONGEST_WORKING_DAYS,
                  IntegerType,
                  "working days the longest wait beyond the floor lasted, or had lasted when it was"
                      + " last observed"),
              required(
                  EXAMPLE,
                  StringType,
                  "id of one enquiry beyond the floor: of those the one sent first (of several, the"
                      + " first by its text)")),
          List.of(new Check("too_few", LACKING, "lacking > 0")));

  static final List<TableSpec> ALL = List.of(SERVICE_LEVELS, SERVICE_CHANGES, SERVICE_SHORTFALLS);

  private ServiceTables() {}
}
