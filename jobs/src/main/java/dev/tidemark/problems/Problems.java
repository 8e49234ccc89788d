package dev.tidemark.problems;

import static dev.tidemark.problems.ProblemStates.*;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.any_value;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import java.sql.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table {@code problems}. */
final class Problems {
  private static final List<String> LATEST =
      List.of(
          UNIT,
          ITEM,
          RULE,
          SEVERITY,
          SOURCE_TABLE,
          OWNER,
          MESSAGE_ZH,
          MESSAGE_EN,
          N_ROWS,
          EVIDENCE);

  private static final String OPENED = "opened";
  private static final String FOUND_FIXED = "found_fixed";

  private Problems() {}

  /**
   * Says how each problem stands after the last period.
   *
   * @param states as of {@link ProblemStates}
   * @param periods the same as there
   * @return {@code problems}
   */
  static Dataset<Row> of(Dataset<Row> states, EvaluationFramework framework, List<Period> periods) {
    var number = col(NUMBER);
    var isFixed = col(FOUND_FIXED).isNotNull();
    var columns =
        Stream.concat(
            // The same in every row of a problem.
            LATEST.stream().map(column -> any_value(col(column)).as(column)),
            Stream.of(
                min(when(col(SEEN), number)).as(FIRST_SEEN),
                max(when(col(SEEN), number)).as(LAST_SEEN),
                max(when(col(SEEN).isNotNull(), number)).as(LAST_LOOKED),
                max(when(col(IS_NEW).or(col(IS_REOPENED)), number)).as(OPENED),
                max(when(col(WAS_OPEN).and(not(col(IS_OPEN))), number)).as(FIXED_IN),
                count_if(col(IS_REOPENED)).as(TIMES_REOPENED)));
    return states
        .groupBy(PROBLEM_ID)
        .agg(max_by(col(IS_OPEN), number).as(IS_OPEN), columns.toArray(Column[]::new))
        .withColumn(FOUND_FIXED, when(not(col(IS_OPEN)), col(FIXED_IN)))
        .withColumn(
            STATUS,
            when(isFixed, "fixed").when(col(TIMES_REOPENED).gt(0), "reopened").otherwise("open"))
        .withColumn(
            DAYS_OPEN,
            date_diff(
                lastDay(coalesce(col(FOUND_FIXED), lit(periods.size() - 1)), periods),
                lastDay(col(OPENED), periods)))
        .withColumn(FIRST_SEEN, periodOf(col(FIRST_SEEN), periods))
        .withColumn(LAST_SEEN, periodOf(col(LAST_SEEN), periods))
        .withColumn(LAST_LOOKED, periodOf(col(LAST_LOOKED), periods))
        .withColumn(FIXED_IN, periodOf(col(FOUND_FIXED), periods))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()))
        .drop(IS_OPEN, OPENED, FOUND_FIXED);
  }

  private static Column lastDay(Column number, List<Period> periods) {
    var days =
        periods.stream().map(period -> lit(Date.valueOf(period.end()))).toArray(Column[]::new);
    return try_element_at(array(days).cast("array<date>"), number.plus(1));
  }
}
