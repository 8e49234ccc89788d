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
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.util.List;

/** The tables that {@code findings} writes about mobile channels. */
final class MobileTables {
  private static final ColumnSpec THE_ASPECT =
      required(
          ASPECT,
          StringType,
          "what is counted: at_least (that many kinds), kind (that kind), feature (that feature on"
              + " any channel)");
  private static final ColumnSpec ITS_NAME =
      required(NAME, StringType, "the number of kinds, 1 or 2; the kind; or the feature");
  private static final Check THE_ASPECT_IS_KNOWN =
      new Check("aspect_is_known", ASPECT, "aspect IN ('at_least', 'kind', 'feature')");

  static final TableSpec UNIT_MOBILE_CHANNELS =
      new TableSpec(
          "unit_mobile_channels",
          TableSpec.Role.OUTPUT,
          "Which kinds of mobile channels each unit has, and which features on them.",
          "one unit in one period, for every unit and period",
          List.of(PERIOD, UNIT),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              THE_UNIT,
              optional(
                  N_KINDS, IntegerType, "kinds of mobile channels, a count; null if not observed"),
              optional(
                  CHANNEL_MIX,
                  StringType,
                  "its kinds by name, joined by +; none without any; null if not observed"),
              optional(
                  KINDS, createArrayType(StringType, false), "its kinds by name; null likewise"),
              optional(
                  FEATURES,
                  createMapType(StringType, BooleanType, true),
                  "whether any of its channels has each feature; a feature that was not told of any"
                      + " is absent; null likewise")),
          List.of(new Check("kinds_are_counted", N_KINDS, "n_kinds = size(kinds)")));

  static final TableSpec MOBILE_SUMMARY =
      new TableSpec(
          "mobile_summary",
          TableSpec.Role.OUTPUT,
          "How many units offer each mix of mobile channels.",
          "one mix in one period, if a unit has it",
          List.of(PERIOD, CHANNEL_MIX),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              required(
                  CHANNEL_MIX,
                  StringType,
                  "kinds of mobile channels by name, joined by +; none for units without any"),
              required(N_KINDS, IntegerType, "kinds in the mix, a count"),
              required(N_UNITS, LongType, "units with exactly this mix, a count"),
              required(KNOWN_UNITS, LongType, "units whose mix is known in the period, a count"),
              required(SHARE, DoubleType, "n_units / known_units, 0 to 1"),
              optional(
                  RANK,
                  IntegerType,
                  "1 = most units among the mixes of the period, ties share the smaller; null for"
                      + " none, which is no mix")),
          List.of(new Check("units_are_known", N_UNITS, "n_units <= known_units")));

  static final TableSpec MOBILE_COVERAGE =
      new TableSpec(
          "mobile_coverage",
          TableSpec.Role.OUTPUT,
          "How many units have a mobile channel, two kinds of them, each kind, and each feature.",
          "one aspect by name in one group and period, if it is known of a unit",
          List.of(PERIOD, GROUP_BY, GROUP_ID, ASPECT, NAME),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              THE_COLUMN,
              THE_GROUP,
              THE_ASPECT,
              ITS_NAME,
              required(N_UNITS, LongType, "units that have it, a count"),
              required(KNOWN_UNITS, LongType, "units of which it is known, a count"),
              required(SHARE, DoubleType, "n_units / known_units, 0 to 1")),
          List.of(
              THE_ASPECT_IS_KNOWN,
              new Check("units_are_known", N_UNITS, "n_units <= known_units")));

  static final TableSpec MOBILE_CHANGES =
      new TableSpec(
          "mobile_changes",
          TableSpec.Role.OUTPUT,
          "Which mobile channels and features units gained and lost between two periods.",
          "one aspect by name in one group and pair of consecutive periods, if known in both",
          List.of(PERIOD_FROM, PERIOD_TO, GROUP_BY, GROUP_ID, ASPECT, NAME),
          List.of(PERIOD_TO),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              FROM,
              TO,
              THE_COLUMN,
              THE_GROUP,
              THE_ASPECT,
              ITS_NAME,
              required(N, IntegerType, "units of which it is known in both periods, a count"),
              required(FROM_UNITS, IntegerType, "of these that had it earlier, a count"),
              required(TO_UNITS, IntegerType, "of these that have it later, a count"),
              required(GAINED_UNITS, IntegerType, "of these that have it only later, a count"),
              required(LOST_UNITS, IntegerType, "of these that had it only earlier, a count"),
              required(CHANGE, DoubleType, "(to_units − from_units) / n, of a share, −1 to 1"),
              optional(
                  P_VALUE,
                  DoubleType,
                  "two-sided p of McNemar's exact test that gaining and losing are equally likely,"
                      + " for one look alone; null if no unit did either")),
          List.of(
              THE_ASPECT_IS_KNOWN,
              new Check(
                  "gains_and_losses_add_up",
                  GAINED_UNITS,
                  "to_units - from_units = gained_units - lost_units")));

  static final List<TableSpec> ALL =
      List.of(UNIT_MOBILE_CHANNELS, MOBILE_SUMMARY, MOBILE_COVERAGE, MOBILE_CHANGES);

  private MobileTables() {}
}
