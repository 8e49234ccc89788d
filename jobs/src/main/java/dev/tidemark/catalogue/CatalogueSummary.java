package dev.tidemark.catalogue;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_divide;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.ExactOrder;
import dev.tidemark.job.Memberships;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The table {@code catalogue_summary}. */
final class CatalogueSummary {
  private static final List<String> COUNTS =
      List.of(
          N_ITEMS,
          COMPARED,
          STANDARD,
          DIFFERING,
          MISSING,
          ONLY_BELOW,
          ENTRY_TOLD_ITEMS,
          SINGLE_ENTRY_ITEMS,
          DATED_ITEMS,
          STALE_ITEMS);

  private CatalogueSummary() {}

  /**
   * Counts the catalogues of each unit, level by level, then those of groups.
   *
   * @param entries as of {@link Entries}
   * @return {@code catalogue_summary}
   */
  static Dataset<Row> of(Dataset<Row> entries, EvaluationFramework framework) {
    var keys = CollectionConverters.asScala(List.of(PERIOD, UNIT, LEVEL)).toSeq();
    var perLevel =
        told(entries, framework)
            .join(outcomes(entries), keys, "left_outer")
            .withColumn(LEVEL, explode(array(col(LEVEL), lit(Period.ALL))));
    var perUnit =
        perLevel
            .groupBy(PERIOD, UNIT, LEVEL)
            .agg(summed(N_ITEMS), others())
            .withColumn(STANDARDISATION_RATE, try_divide(col(STANDARD), col(COMPARED)));
    return perUnit
        .join(broadcast(memberships(entries, framework)), UNIT)
        .groupBy(PERIOD, LEVEL, GROUP_BY, GROUP_ID)
        .agg(
            count(lit(1)).as(N_UNITS),
            Stream.concat(
                    COUNTS.stream().map(CatalogueSummary::summed),
                    Stream.of(
                        count(STANDARDISATION_RATE).as(RATED_UNITS),
                        ExactOrder.mean(col(STANDARDISATION_RATE)).as(STANDARDISATION_RATE)))
                .toArray(Column[]::new))
        .withColumn(SINGLE_ENTRY_SHARE, try_divide(col(SINGLE_ENTRY_ITEMS), col(ENTRY_TOLD_ITEMS)))
        .withColumn(STALE_SHARE, try_divide(col(STALE_ITEMS), col(DATED_ITEMS)))
        .withColumn(FRAMEWORK_ID, lit(framework.id()))
        .withColumn(FRAMEWORK_VERSION, lit(framework.version()));
  }

  /** What the catalogue of each unit and level says of itself. */
  private static Dataset<Row> told(Dataset<Row> entries, EvaluationFramework framework) {
    var entry = col(ATTRIBUTE).equalTo(framework.catalogue().singleEntry());
    var answer = lower(trim(col(VALUE)));
    var isReachable = answer.isin("yes", "true", "1", "是");
    var isNot = answer.isin("no", "false", "0", "否");
    var dates =
        Updates.of(entries, framework)
            .groupBy(PERIOD, UNIT, LEVEL)
            .agg(
                count_if(Updates.isDated()).as(DATED_ITEMS),
                count_if(Updates.isStale()).as(STALE_ITEMS));
    return entries
        .groupBy(PERIOD, UNIT, LEVEL)
        .agg(
            count_distinct(col(ITEM)).as(N_ITEMS),
            count_if(entry.and(isReachable.or(isNot))).as(ENTRY_TOLD_ITEMS),
            count_if(entry.and(isReachable)).as(SINGLE_ENTRY_ITEMS))
        .join(
            dates,
            CollectionConverters.asScala(List.of(PERIOD, UNIT, LEVEL)).toSeq(),
            "left_outer");
  }

  private static Dataset<Row> outcomes(Dataset<Row> entries) {
    return Standards.of(entries)
        .groupBy(PERIOD, UNIT, LEVEL)
        .agg(
            having(Standards.SAME).as(STANDARD),
            having(Standards.DIFFERS).as(DIFFERING),
            having(Standards.ABSENT).as(MISSING),
            having(Standards.OWN).as(ONLY_BELOW))
        .withColumn(COMPARED, col(STANDARD).plus(col(DIFFERING)).plus(col(MISSING)));
  }

  /** A unit is a group of its own. */
  private static Dataset<Row> memberships(Dataset<Row> entries, EvaluationFramework framework) {
    var spark = entries.sparkSession();
    return Memberships.of(spark, framework)
        .unionByName(
            Memberships.units(spark, framework)
                .withColumn(GROUP_BY, lit(UNIT))
                .withColumn(GROUP_ID, col(UNIT)));
  }

  private static Column having(String outcome) {
    return count_if(col(DRIFT).equalTo(outcome));
  }

  private static Column[] others() {
    return COUNTS.stream().skip(1).map(CatalogueSummary::summed).toArray(Column[]::new);
  }

  private static Column summed(String count) {
    return sum(coalesce(col(count), lit(0L))).as(count);
  }
}
