package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;

import java.util.List;
import org.apache.spark.sql.types.DataType;

/** The tables about what to put online next. */
final class PromotionTables {
  static final TableSpec PROMOTION_LIST =
      new TableSpec(
          "promotion_list",
          TableSpec.Role.OUTPUT,
          "What to put online next, with the technology that is missing and what is claimed.",
          "one item or stage in one period, if a unit's was observed or its catalogue names it",
          List.of(PERIOD, ITEM),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              required(ITEM, StringType, "the service item; a stage is the item of its name"),
              required(TITLE_ZH, StringType, "its Chinese name"),
              required(TITLE_EN, StringType, "its English name"),
              optional(
                  RANK,
                  IntegerType,
                  "1 = highest score of the period, ties share the smaller; null without a score"),
              optional(
                  SCORE,
                  DoubleType,
                  "weighted geometric mean of the four parts × 100, 0 to 100; null if one of them is"
                      + " not known"),
              optional(
                  NOT_SCORED_REASON,
                  StringType,
                  "no_visits_observed, no_demand_told or no_pain_told; null with a score"),
              required(
                  N_UNITS,
                  LongType,
                  "units of which it is known how many visits it costs, a count"),
              optional(
                  DEMAND,
                  DoubleType,
                  "by demand_source: applications a year, mean of the units that tell; messages of"
                      + " the period, a count; null if not told"),
              required(
                  DEMAND_SOURCE,
                  StringType,
                  "items, messages, or equal: none of them tells anything in the period"),
              part(DEMAND_PART, "demand / the largest of the period; 1 if demand_source is equal"),
              optional(VISITS, DoubleType, "visits to an office it costs, mean of n_units"),
              part(VISITS_PART, "visits / the most of the period"),
              optional(
                  PAIN,
                  DoubleType,
                  "share, 0 to 1: of n_units those where its visit is one too many; or, as"
                      + " configured, of the messages on it those not resolved"),
              part(PAIN_PART, "(1 + pain) / 2"),
              part(PROVEN, "(online_units + 1) / (n_units + 2)"),
              part(
                  EQUIPPED,
                  "where visits are needed, share of the missing technologies, unit by unit, that"
                      + " the unit has elsewhere; null if not known of any"),
              part(READINESS, "mean of proven and equipped; proven alone if equipped is null"),
              required(ONLINE_UNITS, LongType, "of n_units those where it costs no visit"),
              optional(
                  YEARLY_VISITS,
                  DoubleType,
                  "applications a year × visits, summed over the units that tell both; null if none"
                      + " does"),
              optional(
                  ENABLING_TECHNOLOGY,
                  StringType,
                  "the technology most units lack for it; null if no visit is needed, or the reasons"
                      + " name none"),
              required(
                  TECHNOLOGIES,
                  technologies(),
                  "every technology it lacks, most units first (null: none is named), with the units"
                      + " that lack it for this item, their visits, and of these units those of"
                      + " which it is known whether they have it elsewhere, and those that do"),
              required(PUBLISHED_UNITS, LongType, "of n_units those where only a guide is online"),
              required(
                  PRE_REVIEW_UNITS,
                  LongType,
                  "of n_units those where papers may be looked through online, and one applies at an"
                      + " office"),
              required(
                  APPLY_UNITS,
                  LongType,
                  "of n_units those where one applies online and comes later"),
              required(FULL_UNITS, LongType, "of n_units those where it is all online"),
              optional(
                  MEASURED_DEPTH,
                  StringType,
                  "the lower median of these four; null if none is known"),
              optional(
                  CLAIMED_DEPTH,
                  StringType,
                  "the lower median of what units claim; null if none does"),
              required(
                  CLAIMED_UNITS, LongType, "units whose claim and measured depth are both known"),
              required(OVERCLAIMED_UNITS, LongType, "of claimed_units those that claim more"),
              required(
                  UNREAD_CLAIM_UNITS, LongType, "units whose claim is no word of the framework"),
              required(
                  REPEATING_UNITS,
                  LongType,
                  "units that ask for something another department already holds"),
              required(
                  REPEATED_FIELDS, IntegerType, "fields that any of them asks again, a count")),
          List.of(
              new Check("ranked_if_scored", RANK, "(rank IS NULL) = (score IS NULL)"),
              new Check(
                  "scored_or_not", SCORE, "(score IS NULL) = (not_scored_reason IS NOT NULL)"),
              new Check("score_is_of_100", SCORE, "score >= 0 AND score <= 100"),
              new Check(
                  "overclaiming_is_claiming",
                  OVERCLAIMED_UNITS,
                  "overclaimed_units <= claimed_units")));

  static final TableSpec DATA_SHARING_DEMANDS =
      new TableSpec(
          "data_sharing_demands",
          TableSpec.Role.OUTPUT,
          "What citizens are asked again though a department already holds it.",
          "one field held by one department in one period, if another department's item asks for it",
          List.of(PERIOD, HOLDING_DEPARTMENT, FIELD),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              required(
                  HOLDING_DEPARTMENT, StringType, "who holds it already, as the catalogue says"),
              required(FIELD, StringType, "what is asked again"),
              required(
                  RANK,
                  IntegerType,
                  "1 = asked again most often (n_asked) in the period, ties share the smaller"),
              required(N_ITEMS, IntegerType, "items that ask for it, a count"),
              required(N_UNITS, LongType, "units that ask for it, a count"),
              required(N_ASKED, LongType, "items of units that ask for it, a count"),
              optional(
                  YEARLY_REQUESTS,
                  DoubleType,
                  "applications a year of these, where told; null if none is"),
              required(
                  ITEMS, createArrayType(StringType, false), "the items that ask for it, by name")),
          List.of(new Check("asked_by_units", N_ASKED, "n_units <= n_asked")));

  static final List<TableSpec> ALL = List.of(PROMOTION_LIST, DATA_SHARING_DEMANDS);

  private PromotionTables() {}

  private static ColumnSpec part(String name, String formula) {
    return optional(name, DoubleType, formula + "; 0 to 1; null if not known");
  }

  /** Delta refuses NOT NULL inside an array: the counts are never null all the same. */
  private static DataType technologies() {
    return createArrayType(
        createStructType(
            List.of(
                createStructField(TECHNOLOGY, StringType, true),
                createStructField(N_UNITS, LongType, true),
                createStructField(VISITS, LongType, true),
                createStructField(KNOWN_UNITS, LongType, true),
                createStructField(EQUIPPED_UNITS, LongType, true))),
        false);
  }
}
