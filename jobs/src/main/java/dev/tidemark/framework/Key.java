package dev.tidemark.framework;

/** Every key of the framework file, once. */
final class Key {
  static final String ADJUST = "adjust";
  static final String AGGREGATE = "aggregate";
  static final String ALPHA = "alpha";
  static final String AS_OF = "as-of";
  static final String AT_MOST = "at-most";
  static final String BEST = "best";
  static final String CALENDAR = "calendar";
  static final String CHILDREN = "children";
  static final String COMPARE = "compare";
  static final String CONCENTRATION = "concentration";
  static final String COUNTRY = "country";
  static final String DAYS_OFF = "days-off";
  static final String DIRECTION = "direction";
  static final String DRAWS = "draws";
  static final String EN = "en";
  static final String END = "end";
  static final String FAMILY = "family";
  static final String FILE = "file";
  static final String FIRST_YEAR = "first-year";
  static final String FROM = "from";
  static final String GROUPS = "groups";
  static final String GROUP_TITLES = "group-titles";
  static final String ID = "id";
  static final String INDEX = "index";
  static final String KIND = "kind";
  static final String LAST_YEAR = "last-year";
  static final String MAP = "map";
  static final String MIN_COVERAGE = "min-coverage";
  static final String MIN_COVERAGE_BY = "min-coverage-by";
  static final String MISSING_VALUES = "missing-values";
  static final String OPEN_AT_BEGINNING = "open-at-beginning";
  static final String OPEN_AT_END = "open-at-end";
  static final String PERIODS = "periods";
  static final String POOL = "pool";
  static final String RANKS = "ranks";
  static final String REGIONS = "regions";
  static final String REPLICATES = "replicates";
  static final String RESAMPLES = "resamples";
  static final String SCORE = "score";
  static final String SEED = "seed";
  static final String SMALLEST_CHANGE = "smallest-change";
  static final String SPREAD = "spread";
  static final String STAGES = "stages";
  static final String START = "start";
  static final String TABLE = "table";
  static final String TEST = "test";
  static final String TIMEZONE = "timezone";
  static final String TITLE = "title";
  static final String UNITS = "units";
  static final String VALUE = "value";
  static final String VERSION = "version";
  static final String VISITS = "visits";
  static final String WEEKEND = "weekend";
  static final String WEIGHT = "weight";
  static final String WEIGHTS = "weights";
  static final String WHERE = "where";
  static final String WORKING_DAYS = "working-days";
  static final String WORST = "worst";
  static final String YEARS = "years";
  static final String ZH = "zh";

  private Key() {}
}
