package dev.tidemark.problems;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.Memberships;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The view {@code item_listings}. */
final class ItemListings {
  private ItemListings() {}

  /**
   * Sets each unit's catalogue beside those of all.
   *
   * @param items {@code items} of some periods
   * @return {@code item_listings} of the framework's units; a unit without a row at a level in a
   *     period has no catalogue there, and no row
   */
  static Dataset<Row> of(Dataset<Row> items, EvaluationFramework framework) {
    var listed =
        items
            .join(broadcast(Memberships.units(items.sparkSession(), framework)), UNIT)
            .select(PERIOD, LEVEL, UNIT, ITEM)
            .distinct();
    var catalogues =
        listed
            .select(PERIOD, LEVEL, UNIT)
            .distinct()
            .withColumn(CATALOGUE_UNITS, count(lit(1)).over(Window.partitionBy(PERIOD, LEVEL)));
    var known = listed.groupBy(PERIOD, LEVEL, ITEM).agg(count(lit(1)).as(LISTING_UNITS));
    return known
        .join(catalogues, names(PERIOD, LEVEL), "inner")
        .join(
            listed.withColumn(IS_LISTED, lit(true)), names(PERIOD, LEVEL, UNIT, ITEM), "left_outer")
        .withColumn(IS_LISTED, col(IS_LISTED).isNotNull())
        .withColumn(LISTING_SHARE, col(LISTING_UNITS).divide(col(CATALOGUE_UNITS)));
  }

  private static Seq<String> names(String... columns) {
    return CollectionConverters.asScala(List.of(columns)).toSeq();
  }
}
