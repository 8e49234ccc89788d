package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every table of the warehouse. */
public final class Tables {
  /** What observers recorded. */
  public static final TableSpec OBSERVATIONS = InputTables.OBSERVATIONS;

  /** Questions and complaints sent. */
  public static final TableSpec ENQUIRIES = InputTables.ENQUIRIES;

  /** What the guide on each channel says. */
  public static final TableSpec GUIDE_AUDITS = InputTables.GUIDE_AUDITS;

  /** What citizens wrote. */
  public static final TableSpec MESSAGES = InputTables.MESSAGES;

  /** The mobile channels each unit offers, with any features. */
  public static final TableSpec MOBILE_CHANNELS = InputTables.MOBILE_CHANNELS;

  private static final ColumnSpec THE_FRAMEWORK =
      required(FRAMEWORK_ID, StringType, "id of the framework");
  private static final ColumnSpec ITS_VERSION =
      required(FRAMEWORK_VERSION, StringType, "version of the framework");
  private static final ColumnSpec THE_PERIOD =
      required(PERIOD, StringType, "id of the period; 'all' is the mean over the periods");
  private static final String SCORE_RANGE = "score >= 0 AND score <= 100";

  /** Scores of every node of the indicator tree. */
  public static final TableSpec INDEX_SCORES =
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
              THE_PERIOD,
              required(UNIT, StringType, "id of the unit"),
              required(NODE, StringType, "id of the node"),
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

  /** Mean scores of groups of units. */
  public static final TableSpec GROUP_SCORES =
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
              THE_PERIOD,
              required(GROUP_BY, StringType, "the grouping column; 'all' for every unit"),
              required(GROUP_ID, StringType, "the group; 'all' for every unit"),
              required(NODE, StringType, "id of the node"),
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

  /** The indicator tree. */
  public static final TableSpec NODES =
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
              required(NODE, StringType, "id of the node"),
              required(ORDINAL, IntegerType, "place in the tree, parents first, from 0"),
              optional(PARENT, StringType, "id of its parent; null for the root"),
              required(DEPTH, IntegerType, "0 for the root, 1 for its children, …"),
              required(KIND, StringType, "how it is scored, or how it aggregates its children"),
              required(WEIGHT, DoubleType, "its weight in the whole index, 0 to 1"),
              required(TITLE_ZH, StringType, "its Chinese name"),
              required(TITLE_EN, StringType, "its English name")),
          List.of());

  /** The units assessed. */
  public static final TableSpec UNITS =
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
              required(UNIT, StringType, "id of the unit"),
              required(TITLE_ZH, StringType, "its Chinese name"),
              required(TITLE_EN, StringType, "its English name"),
              required(
                  GROUPS,
                  createMapType(StringType, StringType, false),
                  "its group by grouping column; a column is absent if it belongs to none")),
          List.of());

  /** Rows that were not loaded. */
  public static final TableSpec QUARANTINE = LoadTables.QUARANTINE;

  /** Files that were loaded. */
  public static final TableSpec INGESTED_FILES = LoadTables.INGESTED_FILES;

  /** Whether, by how much and how surely each score changed. */
  public static final TableSpec SCORE_CHANGES = ComparisonTables.SCORE_CHANGES;

  /** What each node contributed to the change of the whole index. */
  public static final TableSpec CHANGE_DRIVERS = ComparisonTables.CHANGE_DRIVERS;

  /** Each node's level, change and importance. */
  public static final TableSpec PRIORITIES = ComparisonTables.PRIORITIES;

  /** How far each unit's rank could move. */
  public static final TableSpec RANK_UNCERTAINTY = RankTables.RANK_UNCERTAINTY;

  /** Which choice of the index moves the ranking most. */
  public static final TableSpec RANK_SENSITIVITY = RankTables.RANK_SENSITIVITY;

  /** How often one must go to an office, stage by stage, as delivered. */
  public static final TableSpec VISITS = InputTables.VISITS_TABLE;

  /** How many office visits each unit needs. */
  public static final TableSpec UNIT_VISITS = VisitTables.UNIT_VISITS;

  /** How many office visits the units of a group need. */
  public static final TableSpec VISIT_SUMMARY = VisitTables.VISIT_SUMMARY;

  /** Which stages cost most visits. */
  public static final TableSpec VISIT_STAGES = VisitTables.VISIT_STAGES;

  /** Whether, by how much and how surely the visits changed. */
  public static final TableSpec VISIT_CHANGES = VisitChangeTables.VISIT_CHANGES;

  /** What each stage did to a unit's visits. */
  public static final TableSpec VISIT_DRIVERS = VisitChangeTables.VISIT_DRIVERS;

  /** How soon enquiries are answered, and whether they are resolved. */
  public static final TableSpec SERVICE_LEVELS = ServiceTables.SERVICE_LEVELS;

  /** Whether that changed. */
  public static final TableSpec SERVICE_CHANGES = ServiceTables.SERVICE_CHANGES;

  /** Units that do not keep the floor. */
  public static final TableSpec SERVICE_SHORTFALLS = ServiceTables.SERVICE_SHORTFALLS;

  /** What the channels say of each element of a guide. */
  public static final TableSpec GUIDE_ELEMENTS = ChannelTables.GUIDE_ELEMENTS;

  /** How consistent each unit's guides are. */
  public static final TableSpec CHANNEL_CONSISTENCY = ChannelTables.CHANNEL_CONSISTENCY;

  /** How consistent the guides of groups are. */
  public static final TableSpec CONSISTENCY_SUMMARY = ChannelTables.CONSISTENCY_SUMMARY;

  /** Which elements of guides differ most. */
  public static final TableSpec ELEMENT_CONSISTENCY = ChannelTables.ELEMENT_CONSISTENCY;

  /** Which mobile channels each unit has. */
  public static final TableSpec UNIT_MOBILE_CHANNELS = MobileTables.UNIT_MOBILE_CHANNELS;

  /** How many units offer each mix of mobile channels. */
  public static final TableSpec MOBILE_SUMMARY = MobileTables.MOBILE_SUMMARY;

  /** How many units have each mobile channel and feature. */
  public static final TableSpec MOBILE_COVERAGE = MobileTables.MOBILE_COVERAGE;

  /** Which mobile channels and features were gained and lost. */
  public static final TableSpec MOBILE_CHANGES = MobileTables.MOBILE_CHANGES;

  private static final List<TableSpec> ALL =
      Stream.of(
              InputTables.ALL,
              List.of(INDEX_SCORES, GROUP_SCORES, NODES, UNITS),
              ComparisonTables.ALL,
              RankTables.ALL,
              VisitTables.ALL,
              VisitChangeTables.ALL,
              ServiceTables.ALL,
              ChannelTables.ALL,
              MobileTables.ALL,
              LoadTables.ALL)
          .flatMap(List::stream)
          .toList();

  private Tables() {}

  /** Every table, inputs first. */
  public static List<TableSpec> all() {
    return ALL;
  }

  /** The tables that ingest fills. */
  public static List<TableSpec> inputs() {
    return InputTables.ALL;
  }

  /** The table of this name; empty if there is none. */
  public static Optional<TableSpec> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
