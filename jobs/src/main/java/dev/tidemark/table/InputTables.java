package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.util.List;
import java.util.stream.Stream;

/** The tables that ingest fills from what was delivered. */
final class InputTables {
  private static final ColumnSpec THE_PERIOD =
      required(PERIOD, StringType, "id of the period, from the framework");
  private static final ColumnSpec THE_UNIT =
      required(UNIT, StringType, "id of the unit, from the framework");

  static final TableSpec OBSERVATIONS =
      input(
          "observations",
          "What observers recorded of each unit's indicators.",
          "one observation of one indicator of one unit in one period, by one observer on one channel",
          List.of(PERIOD, UNIT, INDICATOR, OBSERVER, CHANNEL),
          List.of(
              THE_PERIOD,
              THE_UNIT,
              required(INDICATOR, StringType, "id of the leaf, from the framework"),
              optional(
                  VALUE,
                  DoubleType,
                  "raw value, in the leaf's own unit; yes/no as 1/0; null if a category or not observed"),
              optional(
                  CATEGORY,
                  StringType,
                  "the category observed, where the leaf is scored by categories; else null"),
              optional(OBSERVER, StringType, "who observed it; null if not told"),
              optional(OBSERVED_AT, TimestampType, "when it was observed; null if not told"),
              optional(
                  CHANNEL,
                  StringType,
                  "the channel it was observed on (web, app, …); null if not told"),
              optional(
                  EVIDENCE,
                  StringType,
                  "where the proof is kept: a link, a file name; null if none")),
          List.of(
              new Check(
                  "value_is_finite",
                  VALUE,
                  "value > double('-Infinity') AND value < double('Infinity')"),
              new Check("one_kind_of_value", VALUE, "value IS NULL OR category IS NULL")));

  static final TableSpec VISITS_TABLE =
      input(
          "visits",
          "How often one must go to an office, stage by stage.",
          "one stage of one unit in one period",
          List.of(PERIOD, UNIT, STAGE),
          List.of(
              THE_PERIOD,
              THE_UNIT,
              required(STAGE, StringType, "stage of the life event (registration, seal, …)"),
              required(VISITS, IntegerType, "office visits the stage needs, a count"),
              optional(
                  STEP,
                  StringType,
                  "the step that needs them (apply, sign, pay, collect, …); null if not told"),
              optional(
                  HANDLED_BY,
                  StringType,
                  "how the stage is handled (online, mail, hall, …); null if not told"),
              optional(REASON, StringType, "why a visit is needed; null if not told")),
          List.of(new Check("visits_are_plausible", VISITS, "visits BETWEEN 0 AND 1000")));

  static final TableSpec ENQUIRIES =
      input(
          "enquiries",
          "Questions and complaints sent, and when they were answered.",
          "one enquiry",
          List.of(ID),
          List.of(
              required(ID, StringType, "the enquiry's own id"),
              THE_PERIOD,
              THE_UNIT,
              required(KIND, StringType, "consultation or complaint"),
              required(SUBMITTED_AT, TimestampType, "when it was sent"),
              optional(ANSWERED_AT, TimestampType, "when it was answered; null if it was not"),
              optional(RESOLVED, BooleanType, "whether the answer solved it; null if not told"),
              optional(CHANNEL, StringType, "through which channel; null if not told"),
              optional(
                  OBSERVED_AT,
                  TimestampType,
                  "when it was last looked whether it was answered; null if not told")),
          List.of(
              new Check("kind_is_known", KIND, "kind IN ('consultation', 'complaint')"),
              new Check("answer_follows", ANSWERED_AT, "answered_at >= submitted_at")));

  static final TableSpec GUIDE_AUDITS =
      input(
          "guide_audits",
          "What the service guide on each channel says, element by element.",
          "one element of one item of one unit on one channel in one period",
          List.of(PERIOD, UNIT, ITEM, ELEMENT, CHANNEL),
          List.of(
              THE_PERIOD,
              THE_UNIT,
              required(ITEM, StringType, "the service item"),
              required(ELEMENT, StringType, "the element of its guide (time limit, fee, …)"),
              required(CHANNEL, StringType, "the channel it was read on"),
              optional(VALUE, StringType, "what the guide says, as written; null if it is silent"),
              optional(OBSERVED_AT, TimestampType, "when it was read; null if not told")),
          List.of());

  static final TableSpec MOBILE_CHANNELS =
      input(
          "mobile_channels",
          "The mobile channels each unit offers.",
          "one channel of one unit in one period",
          List.of(PERIOD, UNIT, CHANNEL),
          List.of(
              THE_PERIOD,
              THE_UNIT,
              required(CHANNEL, StringType, "the channel (app, wechat, …)"),
              required(
                  FEATURES,
                  createMapType(StringType, BooleanType, false),
                  "whether it has each feature, by the feature's delivered column; absent if not told")),
          List.of(
              new Check(
                  "channel_is_no_mix", CHANNEL, "channel <> 'none' AND instr(channel, '+') = 0")));

  static final TableSpec MESSAGES =
      input(
          "messages",
          "What citizens wrote.",
          "one message",
          List.of(ID),
          List.of(
              required(
                  ID,
                  StringType,
                  "the message's own id; its SHA-256 if it is a person's number or address"),
              optional(PERIOD, StringType, "period it was written in; null if in none"),
              THE_UNIT,
              required(CREATED_AT, TimestampType, "when it was written"),
              required(
                  TEXT,
                  StringType,
                  "its text as delivered, personal data masked by tokens such as [PHONE]"),
              optional(TITLE, StringType, "its title, masked like the text; null if none"),
              optional(AUTHOR, StringType, "SHA-256 of the author's pseudonym; null if not told"),
              optional(DEPARTMENT, StringType, "the department it concerns; null if not told"),
              optional(STAGE, StringType, "the stage it concerns; null if not told"),
              optional(ANSWERED_AT, TimestampType, "when it was answered; null if it was not"),
              optional(RESOLVED, BooleanType, "whether the answer solved it; null if not told"),
              optional(LIKES, LongType, "readers who agreed, a count; null if not told"),
              optional(DISLIKES, LongType, "readers who disagreed, a count; null if not told")),
          List.of(
              new Check("answer_follows", ANSWERED_AT, "answered_at >= created_at"),
              new Check("likes_are_a_count", LIKES, "likes >= 0"),
              new Check("dislikes_are_a_count", DISLIKES, "dislikes >= 0")));

  static final TableSpec ITEMS =
      input(
          "items",
          "The catalogue of service items, attribute by attribute.",
          "one attribute of one item of one unit at one level of government in one period",
          List.of(PERIOD, UNIT, LEVEL, ITEM, ATTRIBUTE),
          List.of(
              THE_PERIOD,
              THE_UNIT,
              required(LEVEL, StringType, "province, city, county or township"),
              required(ITEM, StringType, "the service item"),
              required(ATTRIBUTE, StringType, "the attribute (name, time limit, …)"),
              optional(
                  VALUE, StringType, "its value, as written; null if the catalogue gives none")),
          List.of(
              new Check(
                  "level_is_known", LEVEL, "level IN ('province', 'city', 'county', 'township')")));

  /** Not stored: an outcome may change with the framework's floors and calendar. */
  static final TableSpec ENQUIRY_OUTCOMES =
      new TableSpec(
          "enquiry_outcomes",
          TableSpec.Role.OUTPUT,
          "What became of each enquiry.",
          "one enquiry",
          List.of(ID),
          List.of(),
          Stream.concat(
                  ENQUIRIES.columns().stream(),
                  Stream.of(
                      required(ANSWERED, BooleanType, "whether it was answered"),
                      required(WITHIN_FLOOR, BooleanType, "answered within the floor of its kind"),
                      required(LATE, BooleanType, "answered after the floor had ended"),
                      required(UNANSWERED, BooleanType, "not answered when the floor had ended"),
                      required(
                          UNDETERMINED,
                          BooleanType,
                          "not answered, and the floor had not ended when it was last looked"),
                      optional(
                          WAITED_WORKING_DAYS,
                          IntegerType,
                          "working days until the answer, or until it was last looked")))
              .toList(),
          List.of());

  static final List<TableSpec> ALL =
      List.of(
          OBSERVATIONS, VISITS_TABLE, ENQUIRIES, GUIDE_AUDITS, MOBILE_CHANNELS, MESSAGES, ITEMS);

  private InputTables() {}

  private static TableSpec input(
      String name,
      String title,
      String grain,
      List<String> key,
      List<ColumnSpec> delivered,
      List<Check> checks) {
    var provenance =
        Stream.of(
            required(SOURCE_FILE, StringType, "the file the row came in"),
            required(SOURCE_LINE, LongType, "the line it began on, from 1"),
            required(SEQUENCE, LongType, "place of its file in the order of loading, from 1"),
            required(LOAD_ID, StringType, "the run that loaded it"));
    return new TableSpec(
        name,
        TableSpec.Role.INPUT,
        title,
        grain,
        key,
        List.of(PERIOD),
        Stream.concat(delivered.stream(), provenance).toList(),
        checks);
  }
}
