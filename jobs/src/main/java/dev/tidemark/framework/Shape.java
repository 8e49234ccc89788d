package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which keys a mapping of the framework file has.
 *
 * @param name its name in {@code docs/framework.schema.json}
 * @param required keys it cannot do without
 * @param optional keys it may have
 * @param hints what to say of a key that is missing, or that is known but does not belong here
 */
record Shape(String name, List<String> required, List<String> optional, Map<String, String> hints) {
  static final Shape FRAMEWORK =
      new Shape(
          "framework",
          List.of(ID, VERSION, PERIODS, UNITS, INDEX),
          List.of(
              TITLE,
              TIMEZONE,
              GROUPS,
              GROUP_TITLES,
              WEIGHTS,
              MISSING_VALUES,
              SEED,
              COMPARE,
              Key.CALENDAR,
              VISITS,
              Key.SERVICE_LEVELS,
              CHANNELS,
              PROMOTION,
              CATALOGUE,
              PROBLEMS,
              ISSUES));

  static final Shape PERIOD = new Shape("period", List.of(ID, START, END), List.of(TITLE));

  static final Shape TWO_LANGUAGES = new Shape("two-languages", List.of(), List.of(ZH, EN));

  private static final String FOR_PARENTS =
      "belongs to a node with children; remove it, or give the node children";
  private static final String FOR_LEAVES =
      "belongs to a node without children; remove it, or remove the children";

  static final Shape ROOT =
      new Shape(
          "root",
          List.of(ID, CHILDREN),
          List.of(TITLE, AGGREGATE, MIN_COVERAGE, MIN_COVERAGE_BY),
          Map.of(
              WEIGHT, "the root of the index has no weight; remove it",
              CHILDREN, "is missing; the root of the index has a list of children",
              SCORE, FOR_LEAVES,
              REPLICATES, FOR_LEAVES,
              FROM, FOR_LEAVES));

  static final Shape COMPOSITE =
      new Shape(
          "composite",
          List.of(ID, WEIGHT, CHILDREN),
          List.of(TITLE, AGGREGATE, MIN_COVERAGE, MIN_COVERAGE_BY),
          Map.of(SCORE, FOR_LEAVES, REPLICATES, FOR_LEAVES, FROM, FOR_LEAVES));

  static final Shape LEAF =
      new Shape(
          "leaf",
          List.of(ID, WEIGHT, SCORE),
          List.of(TITLE, REPLICATES, FROM),
          Map.of(
              SCORE,
              "is missing; a node needs either a score, such as {kind: direct}, or children",
              AGGREGATE,
              FOR_PARENTS,
              MIN_COVERAGE,
              FOR_PARENTS,
              MIN_COVERAGE_BY,
              FOR_PARENTS));

  static final Shape DERIVATION =
      new Shape("derivation", List.of(TABLE, Key.VALUE), List.of(WHERE, WITHOUT_ROWS));

  static final Shape COMPARISON =
      new Shape(
          "comparison",
          List.of(),
          List.of(SMALLEST_CHANGE, ALPHA, TEST, ADJUST, FAMILY, RESAMPLES, RANKS));

  static final Shape SHAKEN_RANKS =
      new Shape("ranks", List.of(), List.of(DRAWS, WEIGHTS, SPREAD, CONCENTRATION));
  static final Shape CALENDAR =
      new Shape(
          "calendar",
          List.of(),
          List.of(AS_OF, WEEKEND, COUNTRY, YEARS, DAYS_OFF, WORKING_DAYS, REGIONS));

  static final Shape CALENDAR_REGION =
      new Shape("calendar-region", List.of(ID), List.of(UNITS, GROUPS, DAYS_OFF, WORKING_DAYS));

  static final Shape DAY_FILE =
      new Shape("day-file", List.of(FILE, FIRST_YEAR, LAST_YEAR), List.of());

  static final Shape VISIT_RULES =
      new Shape("visit-rules", List.of(), List.of(STAGES, AT_MOST, OPEN_AT_BEGINNING, OPEN_AT_END));

  static final Shape STAGE = new Shape("stage", List.of(ID), List.of(TITLE));
  static final Shape CHANNEL_RULES =
      new Shape("channel-rules", List.of(), List.of(COMPARED, NORMALISE, EQUIVALENTS, MOBILE));

  static final Shape MOBILE_RULES =
      new Shape("mobile-rules", List.of(), List.of(KINDS, UNLISTED_UNITS));

  static final Shape PROMOTION_RULES =
      new Shape(
          "promotion-rules",
          List.of(),
          List.of(LEVEL, ATTRIBUTES, DEMAND_FROM, PAIN_FROM, CLAIMS, TECHNOLOGIES, WEIGHTS));

  static final Shape PROMOTION_ATTRIBUTES =
      new Shape(
          "promotion-attributes",
          List.of(),
          List.of(DEMAND, CLAIMED_DEPTH, DEPARTMENT, FIELDS, TECHNOLOGIES));

  /** Its keys are the names of {@link OnlineDepth}. */
  static final Shape CLAIM_WORDS = new Shape("claims", List.of(), Value.names(OnlineDepth.class));

  static final Shape TECHNOLOGY =
      new Shape("technology", List.of(ID), List.of(TITLE, REASONS, STEPS, SHOWN_BY));

  static final Shape PROMOTION_WEIGHTS =
      new Shape("promotion-weights", List.of(), List.of(DEMAND, VISITS, PAIN, READINESS));

  static final Shape CATALOGUE_RULES =
      new Shape("catalogue-rules", List.of(), List.of(EXCEPT, UPDATED_ON, SINGLE_ENTRY, POLICIES));

  static final Shape POLICY = new Shape("policy", List.of(DATE), List.of(TITLE, ITEMS));

  /** Its keys are the kinds of {@code enquiries}. */
  static final Shape SERVICE_LEVELS =
      new Shape("service-levels", List.of(), List.of(CONSULTATION, COMPLAINT));

  static final Shape SERVICE_LEVEL =
      new Shape("service-level", List.of(REPLY_WITHIN), List.of(MIN_SHARE));

  static final Shape PROBLEM_RULES =
      new Shape("problem-rules", List.of(), List.of(STARTER, PARAMETERS, RULES));

  /**
   * A rule of the starter set needs only what is otherwise; {@link ProblemSection} asks the rest.
   */
  static final Shape PROBLEM_RULE =
      new Shape(
          "problem-rule",
          List.of(ID),
          List.of(TITLE, SEVERITY, TABLE, Key.UNIT, Key.ITEM, AMONG, WHERE, MESSAGE, OWNER));

  static final Shape ISSUE_RULES =
      new Shape(
          "issue-rules",
          List.of(),
          List.of(VECTORS, DICTIONARY, LINKING, IDENTITY, THEMES, BOTTLENECKS, SCORES, LABELLER));

  static final Shape ISSUE_LINKING =
      new Shape(
          "issue-linking",
          List.of(),
          List.of(NEIGHBOURS, LINK_FROM, CUT, MERGE_FROM, MIN_MESSAGES));

  static final Shape ISSUE_IDENTITY =
      new Shape("issue-identity", List.of(), List.of(WINDOW_DAYS, OVERLAP, SIMILARITY, ALPHA));

  static final Shape ISSUE_THEMES =
      new Shape(
          "issue-themes",
          List.of(),
          List.of(METHOD, NEIGHBOURS, RESOLUTION, MIN_FIT, K, MOST_K, MIN_TEXTS));

  static final Shape DIRECT = new Shape("direct", List.of(KIND), List.of());
  static final Shape BINARY = new Shape("binary", List.of(KIND), List.of());
  static final Shape LINEAR = new Shape("linear", List.of(KIND, WORST, BEST), List.of());
  static final Shape MIN_MAX = new Shape("min-max", List.of(KIND), List.of(DIRECTION, POOL));
  static final Shape Z_SCORE = new Shape("z-score", List.of(KIND), List.of(DIRECTION, POOL));
  static final Shape CATEGORIES = new Shape("categories", List.of(KIND, MAP), List.of());

  Shape(String name, List<String> required, List<String> optional) {
    this(name, required, optional, Map.of());
  }

  /** The ways to score, by the name of their {@code kind}. */
  static List<Shape> scorings() {
    return List.of(DIRECT, BINARY, LINEAR, MIN_MAX, Z_SCORE, CATEGORIES);
  }

  /** Every mapping whose keys are fixed. */
  static List<Shape> all() {
    return Stream.concat(
            Stream.of(
                FRAMEWORK,
                PERIOD,
                TWO_LANGUAGES,
                ROOT,
                COMPOSITE,
                LEAF,
                DERIVATION,
                COMPARISON,
                SHAKEN_RANKS,
                CALENDAR,
                CALENDAR_REGION,
                DAY_FILE,
                VISIT_RULES,
                STAGE,
                SERVICE_LEVELS,
                SERVICE_LEVEL,
                CHANNEL_RULES,
                MOBILE_RULES,
                PROMOTION_RULES,
                PROMOTION_ATTRIBUTES,
                CLAIM_WORDS,
                TECHNOLOGY,
                PROMOTION_WEIGHTS,
                CATALOGUE_RULES,
                POLICY,
                PROBLEM_RULES,
                PROBLEM_RULE,
                ISSUE_RULES,
                ISSUE_LINKING,
                ISSUE_IDENTITY,
                ISSUE_THEMES),
            Stream.concat(IssueShapes.ALL.stream(), scorings().stream()))
        .toList();
  }

  /** Its keys, the required ones first. */
  List<String> keys() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }
}
