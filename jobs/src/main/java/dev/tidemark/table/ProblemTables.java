package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The tables that {@code findings} writes about problems. */
final class ProblemTables {
  private static final ColumnSpec THE_PROBLEM =
      required(
          PROBLEM_ID,
          StringType,
          "the problem in all periods and versions: a hash of framework, rule, unit and item");
  private static final ColumnSpec THE_RULE = required(RULE, StringType, "id of the rule");
  private static final ColumnSpec THE_THING =
      optional(
          ITEM,
          StringType,
          "what has the problem, by the rule's item, parts joined by ' / '; null if the unit itself");
  private static final ColumnSpec ITS_TABLE =
      required(SOURCE_TABLE, StringType, "the table or view the rule looks at");
  private static final ColumnSpec ITS_OWNER =
      optional(
          OWNER, StringType, "the department that has to mend it; null if the rule names none");

  static final TableSpec PROBLEM_SIGHTINGS =
      new TableSpec(
          "problem_sightings",
          TableSpec.Role.OUTPUT,
          "What each rule looked at in each period, and whether it saw the problem.",
          "one thing of one unit that a rule looked at in one period, seen to have the problem or not",
          List.of(PERIOD, PROBLEM_ID),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              THE_PROBLEM,
              THE_RULE,
              THE_UNIT,
              THE_THING,
              required(IS_SEEN, BooleanType, "whether a row shows the problem"),
              required(N_ROWS, LongType, "rows that show it, a count"),
              required(SEVERITY, StringType, "critical, major or minor"),
              ITS_TABLE,
              ITS_OWNER,
              optional(MESSAGE_ZH, StringType, "what is wrong, in Chinese; null if not seen"),
              optional(MESSAGE_EN, StringType, "the same in English"),
              optional(
                  EVIDENCE,
                  StringType,
                  "JSON of the row that shows it, of several the first by its text: its key and what"
                      + " the rule judged; null if not seen")),
          List.of(
              new Check("what_is_seen_is_shown", EVIDENCE, "is_seen = (evidence IS NOT NULL)"),
              new Check("rows_show_it", N_ROWS, "is_seen = (n_rows > 0)")));

  static final TableSpec PROBLEMS =
      new TableSpec(
          "problems",
          TableSpec.Role.OUTPUT,
          "Every problem that was ever seen, from when to when, and how it stands.",
          "one problem: one rule of the framework, broken by one thing of one of its units",
          List.of(PROBLEM_ID),
          List.of(),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              THE_PROBLEM,
              THE_UNIT,
              THE_THING,
              THE_RULE,
              required(SEVERITY, StringType, "critical, major or minor, when it was last seen"),
              required(
                  STATUS,
                  StringType,
                  "fixed: looked at after it was last seen, and not seen; reopened: else, seen again"
                      + " after it was fixed; open: else, also where nobody looked since"),
              required(FIRST_SEEN, StringType, "the first period it was seen in"),
              required(LAST_SEEN, StringType, "the last period it was seen in"),
              required(
                  LAST_LOOKED,
                  StringType,
                  "the last period in which it was looked for, seen or not"),
              optional(FIXED_IN, StringType, "the period it was found fixed in; null unless fixed"),
              required(
                  TIMES_REOPENED, LongType, "how often it came back after it was fixed, a count"),
              required(
                  DAYS_OPEN,
                  IntegerType,
                  "days from the last day of the period in which it was first seen, or last came back,"
                      + " to the last day of fixed_in; while open, of the last period in which any"
                      + " rule looked at anything"),
              ITS_TABLE,
              ITS_OWNER,
              required(MESSAGE_ZH, StringType, "what was wrong when it was last seen, in Chinese"),
              required(MESSAGE_EN, StringType, "the same in English"),
              required(N_ROWS, LongType, "rows that showed it when it was last seen, a count"),
              required(EVIDENCE, StringType, "JSON of a row that showed it when it was last seen")),
          List.of(
              new Check("status_is_known", STATUS, "status IN ('open', 'fixed', 'reopened')"),
              new Check(
                  "what_is_fixed_has_a_period",
                  FIXED_IN,
                  "(status = 'fixed') = (fixed_in IS NOT NULL)"),
              new Check("days_pass", DAYS_OPEN, "days_open >= 0")));

  static final TableSpec RECTIFICATION =
      new TableSpec(
          "rectification",
          TableSpec.Role.OUTPUT,
          "How many problems each unit, group and owner had, mended and got in each period.",
          "one severity of one group, unit or owner in one period in which a rule looked at anything,"
              + " if it ever had a problem of it",
          List.of(PERIOD, GROUP_BY, GROUP_ID, SEVERITY),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              required(
                  GROUP_BY,
                  StringType,
                  "the grouping column; 'unit' for a unit, 'owner' for a department, 'all' for every"
                      + " unit"),
              required(
                  GROUP_ID, StringType, "the group, the unit or the owner; 'all' for every unit"),
              required(
                  SEVERITY, StringType, "critical, major or minor, when last seen; 'all' for each"),
              required(OPEN_AT_START, LongType, "problems open before the period, a count"),
              required(FIXED, LongType, "of these found fixed in it, a count"),
              required(
                  NOT_LOOKED_AT,
                  LongType,
                  "of open_at_start those nobody looked at in it, which stay open, a count"),
              required(NEW_PROBLEMS, LongType, "problems first seen in it, a count"),
              required(REOPENED, LongType, "problems fixed before it and seen again, a count"),
              required(
                  OPEN_AT_END,
                  LongType,
                  "open_at_start − fixed + new_problems + reopened, a count"),
              optional(
                  RECTIFICATION_RATE,
                  DoubleType,
                  "fixed / open_at_start, 0 to 1; null if none was open")),
          List.of(
              new Check(
                  "problems_add_up",
                  OPEN_AT_END,
                  "open_at_end = open_at_start - fixed + new_problems + reopened"),
              new Check(
                  "fixed_were_looked_at",
                  NOT_LOOKED_AT,
                  "fixed + not_looked_at <= open_at_start")));

  static final List<TableSpec> ALL = List.of(PROBLEM_SIGHTINGS, PROBLEMS, RECTIFICATION);

  private ProblemTables() {}
}
