package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.job.PeriodPairs;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** What was observed of each unit in both periods of a pair. */
final class UnitPairs {
  private static final String EARLIER = "at_most_once_earlier";
  private static final String LATER = "at_most_once_later";

  private UnitPairs() {}

  /**
   * Adds up the stages observed in both periods.
   *
   * @param drivers {@code visit_drivers}
   * @param unitVisits {@code unit_visits}
   * @param pairs those wanted
   * @return one row per unit and pair of periods, if a stage was observed in either
   */
  static Dataset<Row> of(
      Dataset<Row> drivers, Dataset<Row> unitVisits, List<PeriodPairs.Pair> pairs) {
    return drivers
        .where(isAny(pairs))
        .groupBy(PERIOD_FROM, PERIOD_TO, UNIT)
        .agg(
            count(CHANGE).as(N_STAGES),
            inBoth(FROM_VISITS).as(FROM_VISITS),
            inBoth(TO_VISITS).as(TO_VISITS))
        .join(thresholds(unitVisits, PERIOD_FROM, EARLIER), key(PERIOD_FROM), "left_outer")
        .join(thresholds(unitVisits, PERIOD_TO, LATER), key(PERIOD_TO), "left_outer");
  }

  private static Column isAny(List<PeriodPairs.Pair> pairs) {
    return pairs.stream()
        .map(pair -> col(PERIOD_TO).equalTo(pair.to()).and(col(PERIOD_FROM).equalTo(pair.from())))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Column inBoth(String visits) {
    return sum(when(col(CHANGE).isNotNull(), col(visits)).otherwise(lit(0)));
  }

  private static Dataset<Row> thresholds(Dataset<Row> unitVisits, String period, String name) {
    return unitVisits.select(col(PERIOD).as(period), col(UNIT), col(IS_AT_MOST_ONCE).as(name));
  }

  private static scala.collection.immutable.Seq<String> key(String period) {
    return CollectionConverters.asScala(List.of(period, UNIT)).toSeq();
  }

  /**
   * The rows by pair of periods and unit.
   *
   * @param rows as of {@link #of}
   */
  static Map<PeriodPairs.Pair, Map<String, UnitPair>> byPair(List<Row> rows) {
    return rows.stream()
        .collect(
            groupingBy(
                row -> new PeriodPairs.Pair(row.getAs(PERIOD_FROM), row.getAs(PERIOD_TO)),
                toMap(row -> row.getAs(UNIT), UnitPairs::pair)));
  }

  private static UnitPair pair(Row row) {
    return new UnitPair(
        whole(row, N_STAGES),
        whole(row, FROM_VISITS),
        whole(row, TO_VISITS),
        UnitPair.Threshold.of(row.getAs(EARLIER), row.getAs(LATER)));
  }

  private static int whole(Row row, String column) {
    return Math.toIntExact(row.<Long>getAs(column));
  }
}
