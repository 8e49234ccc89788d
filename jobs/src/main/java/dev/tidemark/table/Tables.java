package dev.tidemark.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every table of the warehouse. */
public final class Tables {
  /** What observers recorded. */
  public static final TableSpec OBSERVATIONS = InputTables.OBSERVATIONS;

  /** Questions and complaints sent. */
  public static final TableSpec ENQUIRIES = InputTables.ENQUIRIES;

  /** What became of them: a view, which is never stored. */
  public static final TableSpec ENQUIRY_OUTCOMES = InputTables.ENQUIRY_OUTCOMES;

  /** What the guide on each channel says. */
  public static final TableSpec GUIDE_AUDITS = InputTables.GUIDE_AUDITS;

  /** What citizens wrote. */
  public static final TableSpec MESSAGES = InputTables.MESSAGES;

  /** The catalogue of service items. */
  public static final TableSpec ITEMS = InputTables.ITEMS;

  /** The mobile channels each unit offers, with any features. */
  public static final TableSpec MOBILE_CHANNELS = InputTables.MOBILE_CHANNELS;

  /** Scores of every node of the indicator tree. */
  public static final TableSpec INDEX_SCORES = IndexTables.INDEX_SCORES;

  /** Mean scores of groups of units. */
  public static final TableSpec GROUP_SCORES = IndexTables.GROUP_SCORES;

  /** The indicator tree. */
  public static final TableSpec NODES = IndexTables.NODES;

  /** The units assessed. */
  public static final TableSpec UNITS = IndexTables.UNITS;

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

  /** What to put online next. */
  public static final TableSpec PROMOTION_LIST = PromotionTables.PROMOTION_LIST;

  /** What citizens are asked again. */
  public static final TableSpec DATA_SHARING_DEMANDS = PromotionTables.DATA_SHARING_DEMANDS;

  /** Where catalogues of items leave their standard, or changed. */
  public static final TableSpec CATALOGUE_DRIFT = CatalogueTables.CATALOGUE_DRIFT;

  /** How far catalogues of items keep to their standard. */
  public static final TableSpec CATALOGUE_SUMMARY = CatalogueTables.CATALOGUE_SUMMARY;

  /** What each rule looked at, and whether it saw the problem. */
  public static final TableSpec PROBLEM_SIGHTINGS = ProblemTables.PROBLEM_SIGHTINGS;

  /** Every problem, and how it stands. */
  public static final TableSpec PROBLEMS = ProblemTables.PROBLEMS;

  /** How many problems were mended. */
  public static final TableSpec RECTIFICATION = ProblemTables.RECTIFICATION;

  /** What citizens write about. */
  public static final TableSpec THEMES = ThemeTables.THEMES;

  /** Where work is stuck. */
  public static final TableSpec BOTTLENECKS = BottleneckTables.BOTTLENECKS;

  /** Texts as vectors. */
  public static final TableSpec EMBEDDINGS = TextTables.EMBEDDINGS;

  /** What static vectors were learnt. */
  public static final TableSpec TOKEN_VECTORS = TextTables.TOKEN_VECTORS;

  /** Issues, period by period. */
  public static final TableSpec ISSUES = IssueTables.ISSUES;

  /** The issue of each message. */
  public static final TableSpec ISSUE_MESSAGES = IssueTables.ISSUE_MESSAGES;

  /** Which issues came out of which. */
  public static final TableSpec ISSUE_LINEAGE = IssueTables.ISSUE_LINEAGE;

  /** Which periods were searched for issues, and in which messages. */
  public static final TableSpec ISSUE_PERIODS = IssueTables.ISSUE_PERIODS;

  /** What each refresh did, job by job. */
  public static final TableSpec REFRESH_RUNS = RefreshTables.REFRESH_RUNS;

  /** Which versions of the tables belong together. */
  public static final TableSpec PUBLICATIONS = RefreshTables.PUBLICATIONS;

  private static final List<TableSpec> ALL =
      Stream.of(
              InputTables.ALL,
              IndexTables.ALL,
              ComparisonTables.ALL,
              RankTables.ALL,
              VisitTables.ALL,
              VisitChangeTables.ALL,
              ServiceTables.ALL,
              ChannelTables.ALL,
              MobileTables.ALL,
              PromotionTables.ALL,
              CatalogueTables.ALL,
              ProblemTables.ALL,
              ThemeTables.ALL,
              BottleneckTables.ALL,
              TextTables.ALL,
              IssueTables.ALL,
              LoadTables.ALL,
              RefreshTables.ALL)
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

  /** Those that a leaf may be derived from: inputs, and views of them. */
  public static List<TableSpec> derivable() {
    return Stream.concat(inputs().stream(), Stream.of(ENQUIRY_OUTCOMES)).toList();
  }

  /** The table of this name; empty if there is none. */
  public static Optional<TableSpec> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
