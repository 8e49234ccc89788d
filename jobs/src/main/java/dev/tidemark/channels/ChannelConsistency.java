package dev.tidemark.channels;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.ExactOrder;
import dev.tidemark.job.Memberships;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.jdk.javaapi.CollectionConverters;

/** The table {@code channel_consistency}. */
final class ChannelConsistency {
  private static final String IS_READ_PERIOD = "is_read_period";

  private ChannelConsistency() {}

  /**
   * Counts the elements of each unit by what became of them.
   *
   * @param elements {@code guide_elements}
   * @return {@code channel_consistency}: every unit in every period, read or not, and in 'all'
   */
  static Dataset<Row> of(Dataset<Row> elements, EvaluationFramework framework) {
    var cells = Memberships.everyCell(elements.sparkSession(), framework);
    var counted =
        elements
            .groupBy(PERIOD, UNIT)
            .agg(
                having(GuideElements.CONSISTENTLY).as(CONSISTENT),
                having(GuideElements.DIFFERENTLY).as(DIFFERING),
                having(GuideElements.SILENTLY).as(SILENT),
                having(GuideElements.UNCOMPARED).as(NOT_COMPARED));
    var perPeriod =
        cells
            .join(
                counted, CollectionConverters.asScala(List.of(PERIOD, UNIT)).toSeq(), "left_outer")
            .select(
                col(PERIOD),
                col(UNIT),
                orZero(CONSISTENT),
                orZero(DIFFERING),
                orZero(SILENT),
                orZero(NOT_COMPARED))
            .withColumn(ELEMENTS, col(CONSISTENT).plus(col(DIFFERING)).plus(col(SILENT)))
            .withColumn(SHARE, try_divide(col(CONSISTENT), col(ELEMENTS)))
            .withColumn(IS_FULLY_CONSISTENT, isFully());
    return perPeriod
        .unionByName(overPeriods(perPeriod))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }

  /** A period in which nobody's guide was read says nothing of any unit. */
  private static Dataset<Row> overPeriods(Dataset<Row> perPeriod) {
    var isBroken = count_if(not(col(IS_FULLY_CONSISTENT))).gt(0);
    var known = count(IS_FULLY_CONSISTENT);
    var isKnownOfAll = known.gt(0).and(known.equalTo(count_if(col(IS_READ_PERIOD))));
    var sums =
        Stream.of(CONSISTENT, DIFFERING, SILENT, NOT_COMPARED, ELEMENTS)
            .map(column -> sum(column).as(column));
    var all =
        Stream.concat(
                sums,
                Stream.of(
                    ExactOrder.mean(col(SHARE)).as(SHARE),
                    when(isBroken, false).when(isKnownOfAll, true).as(IS_FULLY_CONSISTENT)))
            .toArray(Column[]::new);
    var read = sum(col(ELEMENTS).plus(col(NOT_COMPARED)));
    return perPeriod
        .withColumn(IS_READ_PERIOD, read.over(Window.partitionBy(PERIOD)).gt(0))
        .groupBy(UNIT)
        .agg(lit(Period.ALL).as(PERIOD), all);
  }

  /** One element that is not consistent decides against; for it, all must have been compared. */
  private static Column isFully() {
    return when(col(CONSISTENT).lt(col(ELEMENTS)), false)
        .when(col(NOT_COMPARED).equalTo(0).and(col(ELEMENTS).gt(0)), true);
  }

  private static Column having(String outcome) {
    return count_if(col(OUTCOME).equalTo(outcome));
  }

  private static Column orZero(String column) {
    return coalesce(col(column), lit(0L)).as(column);
  }
}
