package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The tables about catalogues of items and their standard. */
final class CatalogueTables {
  static final TableSpec CATALOGUE_DRIFT =
      new TableSpec(
          "catalogue_drift",
          TableSpec.Role.OUTPUT,
          "Where catalogues of items leave the standard above them, changed, or are stale.",
          "one attribute of one item of one unit at one level, within one period or between two",
          List.of(PERIOD_FROM, PERIOD_TO, UNIT, LEVEL, ITEM, ATTRIBUTE),
          List.of(PERIOD_TO),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              required(
                  PERIOD_FROM,
                  StringType,
                  "id of the earlier period; that of period_to for what is seen within one period"),
              TO,
              THE_UNIT,
              required(LEVEL, StringType, "province, city, county or township"),
              THE_ITEM,
              required(ATTRIBUTE, StringType, "the attribute"),
              required(
                  DRIFT,
                  StringType,
                  "within a period differs_from_above, missing_below, only_below or stale; between"
                      + " two added, removed or changed"),
              optional(
                  EXPECTED,
                  StringType,
                  "as written: the standard's value, the earlier value, or the day of the policy;"
                      + " null of only_below and added"),
              optional(
                  VALUE,
                  StringType,
                  "the value found, as written; null of missing_below and removed"),
              optional(
                  STANDARD_LEVEL,
                  StringType,
                  "the level whose value is the standard; null where none is compared with")),
          List.of(
              new Check(
                  "drift_is_known",
                  DRIFT,
                  "drift IN ('differs_from_above', 'missing_below', 'only_below', 'stale', 'added',"
                      + " 'removed', 'changed')"),
              new Check(
                  "between_two_or_within_one",
                  DRIFT,
                  "(period_from <> period_to) = (drift IN ('added', 'removed', 'changed'))")));

  static final TableSpec CATALOGUE_SUMMARY =
      new TableSpec(
          "catalogue_summary",
          TableSpec.Role.OUTPUT,
          "How far catalogues of items keep to the standard, are reachable and up to date.",
          "one level of one group of units, or one unit, in one period, if a catalogue was"
              + " delivered; level 'all' is all levels together",
          List.of(PERIOD, LEVEL, GROUP_BY, GROUP_ID),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              required(LEVEL, StringType, "province, city, county, township, or 'all'"),
              required(
                  GROUP_BY,
                  StringType,
                  "the grouping column; 'unit' for a unit, 'all' for every one"),
              required(GROUP_ID, StringType, "the group or the unit; 'all' for every unit"),
              required(N_UNITS, LongType, "units with a catalogue of the level, a count"),
              required(N_ITEMS, LongType, "items of their catalogues, a count"),
              required(
                  COMPARED,
                  LongType,
                  "attributes that a level above sets, a count: standard + differing + missing"),
              required(STANDARD, LongType, "of these the same as above, a count"),
              required(DIFFERING, LongType, "of these different, a count"),
              required(MISSING, LongType, "of these not given here, a count"),
              required(
                  ONLY_BELOW,
                  LongType,
                  "attributes beside these that no level above gives of an item it has, a count"),
              required(RATED_UNITS, LongType, "units with something compared, a count"),
              optional(
                  STANDARDISATION_RATE,
                  DoubleType,
                  "of a unit standard / compared, 0 to 1; of a group the unweighted mean of its"
                      + " units' rates; null if nothing was compared"),
              required(
                  ENTRY_TOLD_ITEMS,
                  LongType,
                  "items that tell whether they are reachable from the single entry, a count"),
              required(SINGLE_ENTRY_ITEMS, LongType, "of these reachable, a count"),
              optional(
                  SINGLE_ENTRY_SHARE,
                  DoubleType,
                  "single_entry_items / entry_told_items, 0 to 1; null if none tells"),
              required(
                  DATED_ITEMS,
                  LongType,
                  "items with a day of their last update that a policy is about, a count"),
              required(STALE_ITEMS, LongType, "of these updated before the policy, a count"),
              optional(
                  STALE_SHARE,
                  DoubleType,
                  "stale_items / dated_items, 0 to 1; null if there are none")),
          List.of(
              new Check("compared_adds_up", COMPARED, "compared = standard + differing + missing"),
              new Check(
                  "shares_are_of_the_told",
                  ENTRY_TOLD_ITEMS,
                  "single_entry_items <= entry_told_items AND stale_items <= dated_items")));

  static final List<TableSpec> ALL = List.of(CATALOGUE_DRIFT, CATALOGUE_SUMMARY);

  private CatalogueTables() {}
}
