package dev.tidemark.issues.score;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.days.LocalDay;
import dev.tidemark.framework.EvaluationFramework;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** How many people write of an issue, now, more than before, and with whose agreement. */
public final class Heat {
  private static final String FIRST_AT = "first_at";
  private static final String LAST_AT = "last_at";
  private static final String LATEST = "latest";
  private static final String HAD_BEFORE = "had_before";
  private static final String PLACE = "place";
  private static final double DAY_SECONDS = 86_400;

  private Heat() {}

  /**
   * Scores each issue of each period.
   *
   * <pre>
   * heat = recency × max(0, a · ln(1 + voices) + b · growth + c · ln(span_days) + d · approval)
   * growth = ln((voices + 1) / (previous_voices · days / days of the period before + 1))
   * approval = ln(1 + likes) − ln(1 + dislikes)
   * recency = 2^(−mean_age_days / half-life)
   * </pre>
   *
   * @param members one row per message of an issue: {@code period}, {@code issue_id}, {@code
   *     voice}, {@code created_at}, {@code likes} and {@code dislikes} (null is 0), of all periods
   * @return one row per period and issue that has messages then: {@code voices} and {@code
   *     previous_voices} (null in the framework's first period), {@code growth} (null likewise, and
   *     then 0 in the sum), {@code span_days} (local days from the first message to the last, both
   *     included), {@code approval}, {@code mean_age_days} (of each voice's last message, seen from
   *     the last message of any issue in the period), {@code recency} (0 to 1) and {@code heat}
   *     (from 0; 1 more is e times as many people)
   */
  public static Dataset<Row> of(Dataset<Row> members, EvaluationFramework framework) {
    var weights = framework.issues().scores().heat();
    var order = new PeriodOrder(framework.periods());
    var latest = members.groupBy(PERIOD).agg(max(unix_seconds(col(CREATED_AT))).as(LATEST));
    var issues =
        members
            .groupBy(PERIOD, ISSUE_ID, VOICE)
            .agg(
                min(CREATED_AT).as(FIRST_AT),
                max(CREATED_AT).as(LAST_AT),
                sum(coalesce(col(LIKES), lit(0L))).as(LIKES),
                sum(coalesce(col(DISLIKES), lit(0L))).as(DISLIKES))
            .join(broadcast(latest), PERIOD)
            .groupBy(PERIOD, ISSUE_ID)
            .agg(
                count(lit(1)).as(VOICES),
                span(framework).as(SPAN_DAYS),
                log1p(sum(LIKES)).minus(log1p(sum(DISLIKES))).as(APPROVAL),
                sum(col(LATEST).minus(unix_seconds(col(LAST_AT))))
                    .divide(count(lit(1)))
                    .divide(DAY_SECONDS)
                    .as(MEAN_AGE_DAYS));
    var earlierFirst = Window.partitionBy(ISSUE_ID).orderBy(PLACE);
    var isNext = col(PLACE).equalTo(lag(PLACE, 1).over(earlierFirst).plus(1));
    var isFirst = order.place(col(PERIOD)).equalTo(1);
    var expected = col(PREVIOUS_VOICES).multiply(order.lengthening(col(PERIOD)));
    return issues
        .withColumn(PLACE, order.place(col(PERIOD)))
        .withColumn(HAD_BEFORE, when(isNext, lag(VOICES, 1).over(earlierFirst)))
        .withColumn(
            PREVIOUS_VOICES, when(isFirst, null).otherwise(coalesce(col(HAD_BEFORE), lit(0L))))
        .withColumn(GROWTH, log(col(VOICES).plus(1).divide(expected.plus(1))))
        .withColumn(RECENCY, pow(lit(2.0), col(MEAN_AGE_DAYS).divide(-weights.halfLifeDays())))
        .withColumn(
            HEAT,
            col(RECENCY)
                .multiply(
                    greatest(
                        lit(0.0),
                        log1p(col(VOICES))
                            .multiply(weights.voices())
                            .plus(coalesce(col(GROWTH), lit(0.0)).multiply(weights.growth()))
                            .plus(log(col(SPAN_DAYS)).multiply(weights.span()))
                            .plus(col(APPROVAL).multiply(weights.approval())))))
        .select(
            col(PERIOD),
            col(ISSUE_ID),
            col(VOICES),
            col(PREVIOUS_VOICES),
            col(GROWTH),
            col(SPAN_DAYS),
            col(APPROVAL),
            col(MEAN_AGE_DAYS),
            col(RECENCY),
            col(HEAT));
  }

  private static Column span(EvaluationFramework framework) {
    var zone = framework.timezone();
    return datediff(LocalDay.of(max(LAST_AT), zone), LocalDay.of(min(FIRST_AT), zone)).plus(1);
  }
}
