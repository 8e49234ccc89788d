package dev.tidemark.problems;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.ProblemRule;
import dev.tidemark.job.Memberships;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** How each problem stood in each period, from all that was ever seen of it. */
final class ProblemStates {
  /** Place of the period among those in which anything was looked at, from 0. */
  static final String NUMBER = "period_no";

  /** Whether it was seen; null where nobody looked. */
  static final String SEEN = "seen";

  /** Whether it was open before the period. */
  static final String WAS_OPEN = "was_open";

  /** Whether it was open after the period. */
  static final String IS_OPEN = "is_open";

  /** Whether it was seen for the first time. */
  static final String IS_NEW = "is_new";

  /** Whether it came back after it was fixed. */
  static final String IS_REOPENED = "is_reopened";

  private static final String LOOKS = "looks";
  private static final String LATEST = "latest";
  private static final String SEEN_BEFORE = "seen_before";
  private static final String EVER_SEEN = "ever_seen";

  private ProblemStates() {}

  /**
   * Follows each problem through the periods.
   *
   * @param sightings {@code problem_sightings}; those of rules and units that the framework no
   *     longer has are left out
   * @param periods those in which anything was looked at, in time order
   * @return one row per problem that was ever seen and period: what is known of it since it was
   *     last seen, and how it stood. Where nobody looked, it stands as before.
   */
  static Dataset<Row> of(
      Dataset<Row> sightings, EvaluationFramework framework, List<Period> periods) {
    var spark = sightings.sparkSession();
    var rules = framework.problems().rules().stream().map(ProblemRule::id).toArray();
    var ids = periods.stream().map(Period::id).toArray();
    var latest =
        struct(
            RULE,
            UNIT,
            ITEM,
            SEVERITY,
            SOURCE_TABLE,
            OWNER,
            MESSAGE_ZH,
            MESSAGE_EN,
            N_ROWS,
            EVIDENCE);
    var earlier = Window.partitionBy(PROBLEM_ID).orderBy(NUMBER).rowsBetween(Long.MIN_VALUE, -1);
    return sightings
        .where(col(RULE).isin(rules).and(col(PERIOD).isin(ids)))
        .join(broadcast(Memberships.units(spark, framework)), UNIT)
        .withColumn(NUMBER, number(periods))
        .groupBy(PROBLEM_ID)
        .agg(
            bool_or(col(IS_SEEN)).as(EVER_SEEN),
            map_from_entries(collect_list(struct(NUMBER, IS_SEEN))).as(LOOKS),
            max_by(latest, when(col(IS_SEEN), col(NUMBER))).as(LATEST))
        .where(col(EVER_SEEN))
        .select(
            col(PROBLEM_ID),
            col(LATEST),
            col(LOOKS),
            explode(sequence(lit(0), lit(Math.max(0, periods.size() - 1)))).as(NUMBER))
        .withColumn(SEEN, try_element_at(col(LOOKS), col(NUMBER)))
        .withColumn(WAS_OPEN, coalesce(last(col(SEEN), true).over(earlier), lit(false)))
        .withColumn(SEEN_BEFORE, coalesce(max(SEEN).over(earlier), lit(false)))
        .withColumn(IS_OPEN, coalesce(col(SEEN), col(WAS_OPEN)))
        .withColumn(IS_NEW, col(IS_OPEN).and(not(col(SEEN_BEFORE))))
        .withColumn(IS_REOPENED, col(IS_OPEN).and(col(SEEN_BEFORE)).and(not(col(WAS_OPEN))))
        .select(
            col(PROBLEM_ID),
            col(LATEST + ".*"),
            col(NUMBER),
            col(SEEN),
            col(WAS_OPEN),
            col(IS_OPEN),
            col(IS_NEW),
            col(IS_REOPENED));
  }

  /**
   * The period of a number; null of none.
   *
   * <p>Spark takes what {@code element_at} finds among literals for never null, even at a null
   * place, and then for IS NOT NULL; {@code try_element_at} may be null.
   */
  static Column periodOf(Column number, List<Period> periods) {
    var ids = periods.stream().map(period -> lit(period.id())).toArray(Column[]::new);
    return try_element_at(array(ids).cast("array<string>"), number.plus(1));
  }

  private static Column number(List<Period> periods) {
    var number = lit(null).cast("int");
    for (int i = periods.size() - 1; i >= 0; i--) {
      number = when(col(PERIOD).equalTo(periods.get(i).id()), i).otherwise(number);
    }
    return number;
  }
}
