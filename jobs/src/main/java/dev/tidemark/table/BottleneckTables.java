package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.optional;
import static dev.tidemark.table.ColumnSpec.required;
import static dev.tidemark.table.CommonColumns.*;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The table about where work is stuck. */
final class BottleneckTables {
  static final TableSpec BOTTLENECKS =
      new TableSpec(
          "bottlenecks",
          TableSpec.Role.OUTPUT,
          "Where what citizens write of is not resolved, or answered late.",
          "one stage at one department in one period; none if no message names both",
          List.of(PERIOD, DEPARTMENT, STAGE),
          List.of(PERIOD),
          List.of(
              THE_FRAMEWORK,
              ITS_VERSION,
              required(
                  PERIOD, StringType, "id of the period; 'all' is the messages of all periods"),
              required(DEPARTMENT, StringType, "the department, as messages name it"),
              required(STAGE, StringType, "the stage, as messages name it"),
              required(N, LongType, "messages that name both, a count"),
              required(
                  RESOLVED_TOLD, LongType, "of n of which is told whether it was solved, a count"),
              required(UNRESOLVED, LongType, "of resolved_told not solved, a count"),
              optional(
                  UNRESOLVED_RATE,
                  DoubleType,
                  "unresolved / resolved_told, 0 to 1; null if told of none"),
              optional(
                  UNRESOLVED_SHRUNK,
                  DoubleType,
                  "the same drawn towards that of all, the more the fewer they are (empirical"
                      + " Bayes); null if told of none anywhere in the period"),
              optional(
                  N_DUE,
                  LongType,
                  "of n due within the observation, a count; null if the framework has no floor for"
                      + " consultations, as are then the columns judged by it"),
              optional(LATE, LongType, "of n_due answered after the floor had ended, a count"),
              optional(UNANSWERED, LongType, "of n_due not answered, a count"),
              optional(
                  UNDETERMINED,
                  LongType,
                  "of n not answered while observed, with the floor still running: neither kept nor"
                      + " missed, a count"),
              optional(
                  LATE_RATE,
                  DoubleType,
                  "(late + unanswered) / n_due, 0 to 1; null if none was due"),
              optional(
                  LATE_SHRUNK,
                  DoubleType,
                  "the same drawn towards that of all; null if none was due anywhere in the period"),
              optional(
                  MEDIAN_WORKING_DAYS,
                  DoubleType,
                  "working days by which half were answered, those still waiting counted as such"
                      + " (Kaplan and Meier); null if fewer were while observed"),
              optional(
                  STUCK_SCORE,
                  DoubleType,
                  "weighted mean of unresolved_shrunk and late_shrunk, times 100: 0 (nothing) to 100"
                      + " (everything is stuck); null if neither is known"),
              optional(
                  RANK,
                  IntegerType,
                  "1 is the most stuck of the period, ties share the smaller; null if too few"
                      + " messages tell"),
              optional(
                  CHANGE,
                  DoubleType,
                  "unresolved_rate less that of the period before; null if either has none, and of"
                      + " 'all'"),
              optional(CI_LOW, DoubleType, "lower end of its confidence interval (Newcombe)"),
              optional(CI_HIGH, DoubleType, "its upper end"),
              optional(
                  P_VALUE,
                  DoubleType,
                  "two-sided p that the rate did not change (Fisher's test, or χ² with Yates's"
                      + " correction); null if not testable"),
              optional(P_ADJUSTED, DoubleType, "p_value adjusted for all tests of the period")),
          List.of(
              new Check("the_unresolved_are_told", UNRESOLVED, "unresolved <= resolved_told"),
              new Check("the_due_are_messages", N_DUE, "n_due + undetermined <= n"),
              new Check(
                  "stuck_score_is_of_100",
                  STUCK_SCORE,
                  "stuck_score >= 0 AND stuck_score <= 100")));

  static final List<TableSpec> ALL = List.of(BOTTLENECKS);

  private BottleneckTables() {}
}
