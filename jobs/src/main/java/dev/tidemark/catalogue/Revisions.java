package dev.tidemark.catalogue;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.tidemark.job.PeriodPairs;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** What was added, removed and changed from one period to the next. */
final class Revisions {
  private static final String SAID = "said";
  private static final String OBSERVED = "observed";

  private Revisions() {}

  /**
   * Holds each attribute against itself in the period before.
   *
   * <p>All periods of an attribute are brought together once. A unit's level without any row in a
   * period was not delivered then, and nothing of it is compared with that period.
   *
   * @param entries as of {@link Entries}
   * @param pairs of periods, each with the one before; at least one
   * @return the columns of {@code catalogue_drift} without those of the framework
   */
  static Dataset<Row> of(Dataset<Row> entries, List<PeriodPairs.Pair> pairs) {
    var observed = entries.groupBy(UNIT, LEVEL).agg(collect_set(PERIOD).as(OBSERVED));
    var outcomes = pairs.stream().map(Revisions::outcome).toArray(Column[]::new);
    return entries
        .where(col(Entries.IS_COMPARED).and(col(Entries.FORM).isNotNull()))
        .groupBy(UNIT, LEVEL, ITEM, ATTRIBUTE)
        .agg(
            map_from_entries(
                    collect_list(struct(col(PERIOD), struct(col(Entries.FORM), col(VALUE)))))
                .as(SAID))
        .join(observed, CollectionConverters.asScala(List.of(UNIT, LEVEL)).toSeq())
        .select(
            col(UNIT),
            col(LEVEL),
            col(ITEM),
            col(ATTRIBUTE),
            inline(filter(array(outcomes), one -> one.getField(DRIFT).isNotNull())))
        .withColumn(STANDARD_LEVEL, lit(null).cast(StringType))
        .select(Entries.drift());
  }

  private static Column outcome(PeriodPairs.Pair pair) {
    var before = try_element_at(col(SAID), lit(pair.from()));
    var after = try_element_at(col(SAID), lit(pair.to()));
    var isObserved =
        array_contains(col(OBSERVED), pair.from()).and(array_contains(col(OBSERVED), pair.to()));
    var drift =
        when(not(isObserved), lit(null).cast(StringType))
            .when(before.isNull().and(after.isNotNull()), "added")
            .when(before.isNotNull().and(after.isNull()), "removed")
            .when(before.getField(Entries.FORM).notEqual(after.getField(Entries.FORM)), "changed");
    return struct(
        lit(pair.from()).as(PERIOD_FROM),
        lit(pair.to()).as(PERIOD_TO),
        drift.as(DRIFT),
        before.getField(VALUE).as(EXPECTED),
        after.getField(VALUE).as(VALUE));
  }
}
