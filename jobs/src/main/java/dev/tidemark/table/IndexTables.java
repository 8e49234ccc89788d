package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.util.List;

/** The tables that {@code index} writes. */
final class IndexTables {
  private static final String SCORE_RANGE = "score >= 0 AND score <= 100";

  static final TableSpec INDEX_SCORES =
      new TableSpec(
          "index_scores",
          TableSpec.Role.OUTPUT,
          "The score and rank of every unit, on every node of the indicator tree.",
          "one node of one unit in one period, for every node, unit and period, and 'all'",
          List.of(PERIOD, UNIT, NODE),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              MEAN_OVER_PERIODS,
              THE_UNIT,
              THE_NODE,
              optional(
                  SCORE,
                  DoubleType,
                  "points, 0 to 100; null if not observed or below the node's min-coverage"),
              required(WEIGHT, DoubleType, "the node's weight in the whole index, 0 to 1"),
              required(
                  COVERAGE,
                  DoubleType,
                  "share of the node's children that have a score, by weight or by count as the"
                      + " framework says, 0 to 1; for a leaf 1 if observed, else 0"),
              optional(
                  RANK,
                  IntegerType,
                  "1 = highest score among the units of the period and node, ties share the smaller;"
                      + " null without a score"),
              required(N_UNITS, LongType, "units with a score in this period and node, a count")),
          List.of(
              new Check("score_is_points", SCORE, SCORE_RANGE),
              new Check("coverage_is_a_share", COVERAGE, "coverage >= 0 AND coverage <= 1")));

  static final TableSpec GROUP_SCORES =
      new TableSpec(
          "group_scores",
          TableSpec.Role.OUTPUT,
          "The mean score of every group of units, on every node of the indicator tree.",
          "one node of one group in one period; group_by = 'all' is every unit",
          List.of(PERIOD, GROUP_BY, GROUP_ID, NODE),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              MEAN_OVER_PERIODS,
              THE_COLUMN,
              THE_GROUP,
              THE_NODE,
              optional(
                  SCORE,
                  DoubleType,
                  "unweighted mean of the units' scores, points; null if no unit has one"),
              required(N_UNITS, LongType, "units with a score, a count"),
              optional(
                  RANK,
                  IntegerType,
                  "1 = highest mean among the groups of the same grouping column, period and node,"
                      + " ties share the smaller; null without a score")),
          List.of(new Check("score_is_points", SCORE, SCORE_RANGE)));

  static final TableSpec NODES =
      new TableSpec(
          "nodes",
          TableSpec.Role.OUTPUT,
          "The indicator tree the scores were computed with, in every version that computed some.",
          "one node in one version of the framework",
          List.of(FRAMEWORK_VERSION, NODE),
          List.of(FRAMEWORK_VERSION),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              THE_NODE,
              required(ORDINAL, IntegerType, "place in the tree, parents first, from 0"),
              optional(PARENT, StringType, "id of its parent; null for the root"),
              required(DEPTH, IntegerType, "0 for the root, 1 for its children, …"),
              required(KIND, StringType, "how it is scored, or how it aggregates its children"),
              required(WEIGHT, DoubleType, "its weight in the whole index, 0 to 1"),
              required(TITLE_ZH, StringType, "its Chinese name"),
              required(TITLE_EN, StringType, "its English name")),
          List.of());

  static final TableSpec UNITS =
      new TableSpec(
          "units",
          TableSpec.Role.OUTPUT,
          "The units assessed and the groups they belong to, in every version that scored some.",
          "one unit in one version of the framework",
          List.of(FRAMEWORK_VERSION, UNIT),
          List.of(FRAMEWORK_VERSION),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              THE_UNIT,
              required(TITLE_ZH, StringType, "its Chinese name"),
              required(TITLE_EN, StringType, "its English name"),
              required(
                  GROUPS,
                  createMapType(StringType, StringType, false),
                  "its group by grouping column; a column is absent if it belongs to none")),
          List.of());

  static final List<TableSpec> ALL = List.of(INDEX_SCORES, GROUP_SCORES, NODES, UNITS);

  private IndexTables() {}
}
