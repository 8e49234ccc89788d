package dev.tidemark.table;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The functions a derived leaf may call: pure, cheap, and the same at every run, but for the last
 * digits where doubles are added up.
 */
final class AllowedFunctions {
  static final Set<String> AGGREGATES =
      Set.of(
          "any",
          "approx_count_distinct",
          "avg",
          "bool_and",
          "bool_or",
          "corr",
          "count",
          "count_if",
          "covar_pop",
          "covar_samp",
          "every",
          "kurtosis",
          "max",
          "max_by",
          "mean",
          "median",
          "min",
          "min_by",
          "percentile",
          "percentile_cont",
          "percentile_disc",
          "skewness",
          "some",
          "std",
          "stddev",
          "stddev_pop",
          "stddev_samp",
          "sum",
          "try_avg",
          "try_sum",
          "var_pop",
          "var_samp",
          "variance");

  static final Set<String> NUMBERS =
      Set.of(
          "abs",
          "bround",
          "cbrt",
          "ceil",
          "ceiling",
          "div",
          "exp",
          "floor",
          "greatest",
          "isnan",
          "least",
          "ln",
          "log",
          "log10",
          "log1p",
          "log2",
          "mod",
          "nanvl",
          "negative",
          "pmod",
          "positive",
          "pow",
          "power",
          "round",
          "sign",
          "signum",
          "sqrt",
          "try_add",
          "try_divide",
          "try_multiply",
          "try_subtract");

  static final Set<String> CHOICES =
      Set.of(
          "between",
          "coalesce",
          "if",
          "ifnull",
          "isnotnull",
          "isnull",
          "nullif",
          "nullifzero",
          "nvl",
          "nvl2",
          "zeroifnull");

  static final Set<String> TEXTS =
      Set.of(
          "btrim",
          "char_length",
          "character_length",
          "concat",
          "concat_ws",
          "contains",
          "endswith",
          "instr",
          "lcase",
          "left",
          "len",
          "length",
          "locate",
          "lower",
          "ltrim",
          "position",
          "replace",
          "right",
          "rtrim",
          "startswith",
          "substr",
          "substring",
          "translate",
          "trim",
          "ucase",
          "upper");

  static final Set<String> TIMES =
      Set.of(
          "add_months",
          "date_add",
          "date_diff",
          "date_part",
          "date_sub",
          "date_trunc",
          "datediff",
          "day",
          "dayofmonth",
          "dayofweek",
          "dayofyear",
          "extract",
          "hour",
          "last_day",
          "make_date",
          "minute",
          "month",
          "months_between",
          "quarter",
          "second",
          "to_date",
          "to_timestamp",
          "trunc",
          "weekday",
          "weekofyear",
          "year");

  static final Set<String> KINDS =
      Set.of(
          "array_contains",
          "bigint",
          "boolean",
          "date",
          "double",
          "element_at",
          "int",
          "map_contains_key",
          "string",
          "struct",
          "timestamp",
          "try_element_at");

  private static final String SLOW =
      "a pattern can take forever on one long text; use like, contains, startswith or endswith";
  private static final String ONE_OF_MANY =
      "which row comes first is chance; use min, max, min_by or max_by";
  private static final String FLEETING = "it gives another value at every run";
  private static final String SPREAD =
      "its value depends on how the rows are spread; use percentile or median";
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          entry("rlike", SLOW),
          entry("regexp", SLOW),
          entry("regexp_like", SLOW),
          entry("regexp_extract", SLOW),
          entry("regexp_replace", SLOW),
          entry("split", SLOW),
          entry("first", ONE_OF_MANY),
          entry("first_value", ONE_OF_MANY),
          entry("last", ONE_OF_MANY),
          entry("last_value", ONE_OF_MANY),
          entry("any_value", ONE_OF_MANY),
          entry("approx_percentile", SPREAD),
          entry("percentile_approx", SPREAD),
          entry("rand", FLEETING),
          entry("randn", FLEETING),
          entry("random", FLEETING),
          entry("uuid", FLEETING),
          entry("now", FLEETING),
          entry("current_date", FLEETING),
          entry("current_timestamp", FLEETING),
          entry("localtimestamp", FLEETING),
          entry("unix_timestamp", FLEETING));

  private static final Set<String> ALL = union();

  private AllowedFunctions() {}

  static boolean isAggregate(String name) {
    return AGGREGATES.contains(name);
  }

  static boolean contains(String name) {
    return ALL.contains(name);
  }

  /** All names, in lower case. */
  static Collection<String> all() {
    return ALL;
  }

  /** Why a function people ask for is not on the list. */
  static Optional<String> reasonAgainst(String name) {
    return Optional.ofNullable(REASONS.get(name));
  }

  private static Set<String> union() {
    var all = new TreeSet<String>();
    for (var some : Set.of(AGGREGATES, NUMBERS, CHOICES, TEXTS, TIMES, KINDS)) {
      all.addAll(some);
    }
    return all;
  }
}
