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
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;

import java.util.List;
import org.apache.spark.sql.types.DataType;

/** The tables that {@code visits} writes of one period. */
final class VisitTables {
  static final TableSpec UNIT_VISITS =
      new TableSpec(
          "unit_visits",
          TableSpec.Role.OUTPUT,
          "How many office visits each unit needs, all stages together.",
          "one unit in one period, for every unit and period, and 'all'",
          List.of(PERIOD, UNIT),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              MEAN_OVER_PERIODS,
              THE_UNIT,
              optional(
                  TOTAL_VISITS,
                  LongType,
                  "office visits, a count; in 'all' those of the periods that have a total; null if"
                      + " a stage was not observed"),
              required(
                  N_PERIODS,
                  LongType,
                  "periods with a total, a count: 1 or 0; in 'all' how many of all"),
              optional(
                  MEAN_VISITS,
                  DoubleType,
                  "total_visits / n_periods, visits per period; null without a total"),
              required(
                  N_STAGES, LongType, "stages observed, a count; in 'all' of all periods together"),
              required(
                  COVERAGE,
                  DoubleType,
                  "share of the period's stages that was observed, 0 to 1; in 'all' the mean over"
                      + " all periods"),
              optional(
                  IS_AT_MOST_ONCE,
                  BooleanType,
                  "whether the total is within the framework's at-most; in 'all' whether it is in"
                      + " every period with a total; null without one"),
              optional(
                  IS_ZERO_VISIT,
                  BooleanType,
                  "whether the total is 0; in 'all' in every period with a total; null without"
                      + " one")),
          List.of(
              new Check("coverage_is_a_share", COVERAGE, "coverage >= 0 AND coverage <= 1"),
              new Check(
                  "a_total_has_a_period", N_PERIODS, "(total_visits IS NULL) = (n_periods = 0)")));

  static final TableSpec VISIT_SUMMARY =
      new TableSpec(
          "visit_summary",
          TableSpec.Role.OUTPUT,
          "How many office visits the units of a group need, and how many need one at most.",
          "one group in one period, and 'all'; group_by = 'all' is every unit",
          List.of(PERIOD, GROUP_BY, GROUP_ID),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              MEAN_OVER_PERIODS,
              THE_COLUMN,
              THE_GROUP,
              optional(
                  MEAN_VISITS,
                  DoubleType,
                  "unweighted mean of the units' mean_visits; null if no unit has one"),
              required(N_UNITS, LongType, "units with a total, a count"),
              required(
                  INCOMPLETE_UNITS,
                  LongType,
                  "units of the group without a total, a count: a stage was not observed"),
              required(
                  AT_MOST_ONCE_UNITS,
                  LongType,
                  "of n_units those within the framework's at-most, a count"),
              optional(
                  AT_MOST_ONCE_RATE,
                  DoubleType,
                  "at_most_once_units / n_units, 0 to 1; null if n_units is 0"),
              required(ZERO_VISIT_UNITS, LongType, "of n_units those without a visit, a count"),
              optional(
                  ZERO_VISIT_RATE,
                  DoubleType,
                  "zero_visit_units / n_units, 0 to 1; null if n_units is 0")),
          List.of(
              new Check(
                  "units_are_of_the_counted",
                  AT_MOST_ONCE_UNITS,
                  "zero_visit_units <= at_most_once_units AND at_most_once_units <= n_units")));

  static final TableSpec VISIT_STAGES =
      new TableSpec(
          "visit_stages",
          TableSpec.Role.OUTPUT,
          "Which stages cost most visits, why, and where the online loop stays open.",
          "one stage of one group in one period, if a unit of it was observed",
          List.of(PERIOD, GROUP_BY, GROUP_ID, STAGE),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              THE_COLUMN,
              THE_GROUP,
              required(STAGE, StringType, "id of the stage"),
              required(ORDINAL, IntegerType, "its place in the life event, from 0"),
              required(TITLE_ZH, StringType, "its Chinese name"),
              required(TITLE_EN, StringType, "its English name"),
              required(N_UNITS, LongType, "units whose stage was observed, a count"),
              required(TOTAL_VISITS, LongType, "visits the stage costs them together, a count"),
              required(MEAN_VISITS, DoubleType, "total_visits / n_units, visits per unit"),
              optional(
                  SHARE,
                  DoubleType,
                  "of the visits of all stages of the group and period, 0 to 1; null if there are"
                      + " none"),
              required(
                  RANK,
                  IntegerType,
                  "1 = highest mean_visits of the group and period, ties share the smaller"),
              required(VISITED_UNITS, LongType, "of n_units those whose stage costs a visit"),
              required(
                  OPEN_AT_BEGINNING_UNITS,
                  LongType,
                  "of visited_units those whose step opens the online loop at its beginning"),
              required(
                  OPEN_AT_END_UNITS,
                  LongType,
                  "of visited_units those whose step opens it at its end; a unit may be in both"),
              required(
                  OPEN_ELSEWHERE_UNITS,
                  LongType,
                  "of visited_units those whose step does neither, or was not told"),
              required(
                  REASONS,
                  reasons(),
                  "why visits are needed, most visits first: reason (null if not told), n_units and"
                      + " visits, counts")),
          List.of(
              new Check(
                  "open_units_are_visited",
                  VISITED_UNITS,
                  "open_at_beginning_units <= visited_units AND open_at_end_units <= visited_units"
                      + " AND open_elsewhere_units <= visited_units")));

  static final List<TableSpec> ALL = List.of(UNIT_VISITS, VISIT_SUMMARY, VISIT_STAGES);

  private VisitTables() {}

  /** Delta has no NOT NULL inside an array; the two counts are always there. */
  /** Delta refuses NOT NULL inside an array: the counts are never null all the same. */
  private static DataType reasons() {
    return createArrayType(
        createStructType(
            List.of(
                createStructField(REASON, StringType, true),
                createStructField(N_UNITS, LongType, true),
                createStructField(VISITS, LongType, true))),
        false);
  }
}
