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
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.util.List;

/** The tables that {@code findings} writes about guides on several channels. */
final class ChannelTables {
  private static final ColumnSpec THE_PERIOD_OR_ALL =
      required(PERIOD, StringType, "id of the period; 'all' is over the periods");
  private static final ColumnSpec THE_ELEMENT =
      required(ELEMENT, StringType, "the element of its guide");

  static final TableSpec GUIDE_ELEMENTS =
      new TableSpec(
          "guide_elements",
          TableSpec.Role.OUTPUT,
          "What the channels say of each element of a guide, and whether they agree.",
          "one element of one item of one unit in one period, if it was read on a channel",
          List.of(PERIOD, UNIT, ITEM, ELEMENT),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              THE_UNIT,
              THE_ITEM,
              THE_ELEMENT,
              required(
                  OUTCOME,
                  StringType,
                  "differing: two channels say different things; silent: else, a channel says"
                      + " nothing; not_compared: else, a channel was not read; consistent: all say"
                      + " the same"),
              required(N_VERSIONS, IntegerType, "different texts after normalisation, a count"),
              required(N_CHANNELS, IntegerType, "channels it was read on, a count"),
              required(
                  EXPECTED_CHANNELS,
                  IntegerType,
                  "channels it should have been read on, a count: those the framework compares, else"
                      + " those the item was read on"),
              required(
                  TEXTS,
                  createMapType(StringType, StringType, true),
                  "what each channel says, as written; null if it is silent")),
          List.of(
              new Check(
                  "outcome_is_known",
                  OUTCOME,
                  "outcome IN ('consistent', 'differing', 'silent', 'not_compared')")));

  static final TableSpec CHANNEL_CONSISTENCY =
      new TableSpec(
          "channel_consistency",
          TableSpec.Role.OUTPUT,
          "How many guide elements of each unit say the same on all channels.",
          "one unit in one period, for every unit and period, and 'all'",
          List.of(PERIOD, UNIT),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              THE_PERIOD_OR_ALL,
              THE_UNIT,
              required(
                  ELEMENTS,
                  LongType,
                  "elements compared, a count: consistent + differing + silent; in 'all' of all"
                      + " periods together, as the next four"),
              required(CONSISTENT, LongType, "of these the same on all channels, a count"),
              required(DIFFERING, LongType, "of these with two channels that differ, a count"),
              required(
                  SILENT, LongType, "of these with a silent channel and none that differ, a count"),
              required(
                  NOT_COMPARED,
                  LongType,
                  "elements beside these that were not read on every channel, a count"),
              optional(
                  SHARE,
                  DoubleType,
                  "consistent / elements, 0 to 1; in 'all' the mean over the periods that have one;"
                      + " null if nothing was compared"),
              optional(
                  IS_FULLY_CONSISTENT,
                  BooleanType,
                  "whether every element is consistent; in 'all' whether in every period in which"
                      + " some unit was read; null if what was not compared or not observed could"
                      + " decide it")),
          List.of(
              new Check("elements_add_up", ELEMENTS, "elements = consistent + differing + silent"),
              new Check("share_is_a_share", SHARE, "share >= 0 AND share <= 1")));

  static final TableSpec CONSISTENCY_SUMMARY =
      new TableSpec(
          "consistency_summary",
          TableSpec.Role.OUTPUT,
          "How consistent the guides of a group's units are, and how many units fully.",
          "one group in one period, and 'all'; group_by = 'all' is every unit",
          List.of(PERIOD, GROUP_BY, GROUP_ID),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              THE_PERIOD_OR_ALL,
              THE_COLUMN,
              THE_GROUP,
              required(N_UNITS, LongType, "units with a share, a count"),
              optional(
                  MEAN_SHARE,
                  DoubleType,
                  "unweighted mean of the units' shares, 0 to 1; null if no unit has one"),
              required(
                  JUDGED_UNITS,
                  LongType,
                  "units of which it is known whether they are fully consistent, a count"),
              required(
                  FULLY_CONSISTENT_UNITS,
                  LongType,
                  "of judged_units those fully consistent, a count; in 'all' in every period"),
              optional(
                  FULLY_CONSISTENT_RATE,
                  DoubleType,
                  "fully_consistent_units / judged_units, 0 to 1; null if judged_units is 0")),
          List.of(
              new Check(
                  "fully_consistent_are_judged",
                  JUDGED_UNITS,
                  "fully_consistent_units <= judged_units")));

  static final TableSpec ELEMENT_CONSISTENCY =
      new TableSpec(
          "element_consistency",
          TableSpec.Role.OUTPUT,
          "Which elements of guides differ most between channels.",
          "one element of one item in one group and period, if a unit's was read",
          List.of(PERIOD, GROUP_BY, GROUP_ID, ITEM, ELEMENT),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              THE_COLUMN,
              THE_GROUP,
              THE_ITEM,
              THE_ELEMENT,
              required(N_UNITS, LongType, "units whose element was compared, a count"),
              required(CONSISTENT_UNITS, LongType, "of these consistent, a count"),
              required(DIFFERING_UNITS, LongType, "of these differing, a count"),
              required(SILENT_UNITS, LongType, "of these silent, a count"),
              required(NOT_COMPARED_UNITS, LongType, "units beside these, not compared, a count"),
              optional(
                  SHARE, DoubleType, "consistent_units / n_units, 0 to 1; null if n_units is 0"),
              optional(
                  DIFFERING_SHARE,
                  DoubleType,
                  "differing_units / n_units, 0 to 1; null if n_units is 0"),
              optional(
                  RANK,
                  IntegerType,
                  "1 = highest differing_share of the group and period, ties share the smaller;"
                      + " null if n_units is 0")),
          List.of(
              new Check(
                  "units_add_up",
                  N_UNITS,
                  "n_units = consistent_units + differing_units + silent_units")));

  static final List<TableSpec> ALL =
      List.of(GUIDE_ELEMENTS, CHANNEL_CONSISTENCY, CONSISTENCY_SUMMARY, ELEMENT_CONSISTENCY);

  private ChannelTables() {}
}
