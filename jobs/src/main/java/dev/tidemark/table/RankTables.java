package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The tables that {@code compare} writes about the ranking of one period. */
final class RankTables {
  private static final ColumnSpec ITS_VERSION =
      required(FRAMEWORK_VERSION, StringType, "version the period was scored under");

  static final TableSpec RANK_UNCERTAINTY =
      new TableSpec(
          "rank_uncertainty",
          TableSpec.Role.OUTPUT,
          "How far each unit's rank could move with other leaves and other weights.",
          "one unit in one period",
          List.of(PERIOD, UNIT),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              MEAN_OVER_PERIODS,
              THE_UNIT,
              required(RANK, IntegerType, "its rank as published"),
              required(
                  RANK_P05, DoubleType, "5th percentile of its rank, leaves and weights drawn"),
              required(RANK_MEDIAN, DoubleType, "median of its rank, likewise"),
              required(RANK_P95, DoubleType, "95th percentile of its rank, likewise"),
              required(P_TOP10, DoubleType, "share of the draws that rank it among the first ten"),
              optional(
                  P_ABOVE_NEXT,
                  DoubleType,
                  "share of the draws that rank it above the unit ranked next; null for the last"),
              optional(
                  P_GAIN,
                  DoubleType,
                  "share of the draws that rank it higher than in the period before; null without"
                      + " one"),
              required(LEAF_RANK_P05, DoubleType, "5th percentile, only leaves drawn"),
              required(LEAF_RANK_MEDIAN, DoubleType, "median, only leaves drawn"),
              required(LEAF_RANK_P95, DoubleType, "95th percentile, only leaves drawn"),
              required(WEIGHT_RANK_P05, DoubleType, "5th percentile, only weights drawn"),
              required(WEIGHT_RANK_MEDIAN, DoubleType, "median, only weights drawn"),
              required(WEIGHT_RANK_P95, DoubleType, "95th percentile, only weights drawn")),
          List.of());

  static final TableSpec RANK_SENSITIVITY =
      new TableSpec(
          "rank_sensitivity",
          TableSpec.Role.OUTPUT,
          "Which choice of the index moves the ranking most.",
          "one factor in one period",
          List.of(PERIOD, FACTOR),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              MEAN_OVER_PERIODS,
              required(
                  FACTOR,
                  StringType,
                  "a level-1 node whose weight moves, aggregation, or normalisation"),
              optional(
                  FIRST_ORDER,
                  DoubleType,
                  "share of the variance of the mean rank shift that the factor explains alone;"
                      + " null if the ranking never moves"),
              optional(FIRST_ORDER_ERROR, DoubleType, "its standard error"),
              optional(
                  TOTAL_ORDER,
                  DoubleType,
                  "the same with all its interactions (Sobol); null if the ranking never moves"),
              optional(TOTAL_ORDER_ERROR, DoubleType, "its standard error")),
          List.of());

  static final List<TableSpec> ALL = List.of(RANK_UNCERTAINTY, RANK_SENSITIVITY);

  private RankTables() {}
}
