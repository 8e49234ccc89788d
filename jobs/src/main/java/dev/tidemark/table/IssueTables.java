package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.ITS_VERSION;
import static dev.tidemark.table.CommonColumns.ONE_PERIOD;
import static dev.tidemark.table.CommonColumns.THE_FRAMEWORK;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;

/** Tables of issues in what citizens write. */
final class IssueTables {
  private static final ColumnSpec THE_ISSUE =
      required(
          ISSUE_ID,
          StringType,
          "names the issue in all periods: the period it was first found in, and a hash of its earliest message");

  /** Issues, period by period. */
  static final TableSpec ISSUES =
      new TableSpec(
          "issues",
          TableSpec.Role.OUTPUT,
          "What many citizens write about: the same problem at the same place, followed from period to period.",
          "one issue in one period in which it has messages, or had in the one before; as known at the end of that period",
          List.of(PERIOD, ISSUE_ID),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              THE_ISSUE,
              required(LABEL, StringType, "what it is about, in a line"),
              optional(
                  KEYWORDS,
                  createArrayType(StringType, false),
                  "words that its messages have and others lack, the best first; null if it has none"),
              required(SIZE, LongType, "messages of the period, near copies included, a count"),
              optional(
                  PREVIOUS_SIZE,
                  LongType,
                  "messages of the period before, a count; null in the framework's first period"),
              required(
                  VOICES,
                  LongType,
                  "people who wrote in the period, a count; without an author, near copies are one"),
              optional(
                  PREVIOUS_VOICES,
                  LongType,
                  "people who wrote in the period before; null in the framework's first period"),
              required(FIRST_SEEN, StringType, "period in which it was first found"),
              required(TREND, StringType, "new, growing, steady, fading or gone, by its voices"),
              optional(
                  P_VALUE,
                  DoubleType,
                  "exact two-sided test that its share of all voices is that of the period before, 0 to 1; null of new issues"),
              optional(
                  P_ADJUSTED,
                  DoubleType,
                  "the same, adjusted over the issues of the period (Benjamini and Hochberg)"),
              optional(
                  GROWTH,
                  DoubleType,
                  "logarithm of its voices to those expected from the period before; null in the first period and, as all scores, without messages in the period"),
              optional(
                  SPAN_DAYS,
                  IntegerType,
                  "local days from its first message of the period to its last"),
              optional(APPROVAL, DoubleType, "ln(1 + likes) - ln(1 + dislikes)"),
              optional(
                  MEAN_AGE_DAYS,
                  DoubleType,
                  "mean days from each voice's last message to the last of any issue in the period"),
              optional(RECENCY, DoubleType, "what that age leaves of heat, 0 to 1"),
              optional(HEAT, DoubleType, "how hot it is, from 0: docs/issues.md"),
              optional(
                  PERSISTENCE,
                  DoubleType,
                  "share of the periods so far in which it has messages, above 0 to 1"),
              optional(
                  SPREAD,
                  DoubleType,
                  "ln(1 + units with messages of it so far) / ln(1 + units), above 0 to 1"),
              optional(
                  CENTRALITY,
                  DoubleType,
                  "its PageRank among the issues of the period, seen from the largest, above 0 to 1"),
              optional(CORE_SCORE, DoubleType, "how much of a core issue it is, 0 to 100 points"),
              optional(
                  INDICATOR,
                  StringType,
                  "the leaf whose titles say the nearest thing; some leaf always is"),
              optional(INDICATOR_SIMILARITY, DoubleType, "cosine of the two, -1 to 1"),
              optional(
                  UNRESOLVED_RATE,
                  DoubleType,
                  "of the messages whose answer is known to have solved it or not, or that have none, the share not solved, 0 to 1; null if there are none"),
              optional(
                  MEDIAN_WORKING_DAYS,
                  DoubleType,
                  "median of the working days until the answer; null if none was answered"),
              optional(
                  TOP_UNIT, StringType, "the unit most messages were sent to; null without any"),
              optional(
                  TOP_DEPARTMENT,
                  StringType,
                  "the department most messages concern; null if none is told"),
              optional(
                  TOP_STAGE, StringType, "the stage most messages concern; null if none is told"),
              required(N_UNITS, LongType, "units its messages of the period were sent to, a count"),
              required(
                  REPRESENTATIVE_IDS,
                  createArrayType(StringType, false),
                  "ids of messages that stand for it, the nearest to its centre first, at most five")),
          List.of(
              new Check(
                  "trend_is_known",
                  TREND,
                  "trend IN ('new', 'growing', 'steady', 'fading', 'gone')"),
              new Check("voices_are_of_messages", VOICES, "voices <= size")));

  /** The issue of each message. */
  static final TableSpec ISSUE_MESSAGES =
      new TableSpec(
          "issue_messages",
          TableSpec.Role.OUTPUT,
          "The theme and the issue of each message.",
          "one message of a period and a unit of the framework",
          List.of(ID),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              required(ID, StringType, "the message's own id, as in messages"),
              optional(THEME_ID, StringType, "its theme, as in themes; null if it fits none"),
              optional(
                  ISSUE_ID, StringType, "its issue, as in issues; null if it is background so far"),
              optional(
                  ASSIGNED_IN,
                  StringType,
                  "period in which that was found, its own or a later one; null without an issue"),
              optional(
                  SIMILARITY,
                  DoubleType,
                  "cosine with the centre of its issue when that was found, -1 to 1; null without an issue"),
              required(
                  COPY_OF,
                  StringType,
                  "id of the earliest of its near copies among the messages of its period's window, often itself"),
              required(
                  VOICE,
                  StringType,
                  "whose it is: the author as in messages, or a name of its near copies where none is told")),
          List.of(
              new Check(
                  "issues_are_found_in_a_period",
                  ASSIGNED_IN,
                  "(issue_id IS NULL) = (assigned_in IS NULL)")));

  /** Which issues came out of which. */
  static final TableSpec ISSUE_LINEAGE =
      new TableSpec(
          "issue_lineage",
          TableSpec.Role.OUTPUT,
          "Issues that came out of others, or went into them.",
          "one issue and one parent in one period",
          List.of(PERIOD, ISSUE_ID, PARENT_ISSUE_ID),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              THE_ISSUE,
              required(
                  PARENT_ISSUE_ID,
                  StringType,
                  "the issue that it came out of, or that went into it"),
              required(
                  LINEAGE,
                  StringType,
                  "split: part of the parent is this issue now, and the parent lives on; merge: the parent went into this issue"),
              required(
                  COMMON_MESSAGES,
                  LongType,
                  "messages of the parent found in this issue, a count")),
          List.of(new Check("lineage_is_known", LINEAGE, "lineage IN ('split', 'merge')")));

  /** Which periods were searched, and in which messages. */
  static final TableSpec ISSUE_PERIODS =
      new TableSpec(
          "issue_periods",
          TableSpec.Role.OPERATION,
          "Periods whose messages were searched for issues.",
          "one period",
          List.of(PERIOD),
          List.of(),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              ONE_PERIOD,
              required(SIZE, LongType, "messages of the period, a count"),
              required(BACKGROUND, LongType, "of these without an issue so far, a count"),
              required(N_ISSUES, LongType, "issues with messages in the period, a count"),
              required(
                  INPUT_FINGERPRINT,
                  StringType,
                  "SHA-256 of the framework but its later periods, and of all messages until the period; the same again means there is nothing to do")),
          List.of());

  static final List<TableSpec> ALL = List.of(ISSUES, ISSUE_MESSAGES, ISSUE_LINEAGE, ISSUE_PERIODS);

  private IssueTables() {}
}
