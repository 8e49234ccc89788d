package dev.tidemark.promotion;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.try_element_at;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is missing where an item costs visits, over all units. */
final class MissingTechnologies {
  private static final String LESS_UNITS = "less_units";

  private MissingTechnologies() {}

  /**
   * Counts the units that lack each technology.
   *
   * @param items as of {@link UnitItems}
   * @return one row per period and item that costs some unit a visit: {@code technologies}, {@code
   *     enabling_technology} and {@code equipped}
   */
  static Dataset<Row> of(Dataset<Row> items) {
    var perTechnology =
        items
            .where(col(VISITS).gt(0))
            .select(
                col(PERIOD),
                col(ITEM),
                col(VISITS),
                col(UnitItems.HAD),
                col(UnitItems.KNOWN),
                explode_outer(col(StageRows.LACKED)).as(TECHNOLOGY))
            .groupBy(PERIOD, ITEM, TECHNOLOGY)
            .agg(
                count(lit(1)).as(N_UNITS),
                sum(VISITS).as(VISITS),
                count_if(array_contains(col(UnitItems.KNOWN), col(TECHNOLOGY))).as(KNOWN_UNITS),
                count_if(array_contains(col(UnitItems.HAD), col(TECHNOLOGY))).as(EQUIPPED_UNITS));
    var mostUnitsFirst =
        sort_array(
            collect_list(
                struct(
                    col(N_UNITS).unary_$minus().as(LESS_UNITS),
                    col(TECHNOLOGY),
                    col(N_UNITS),
                    col(VISITS),
                    col(KNOWN_UNITS),
                    col(EQUIPPED_UNITS))));
    var named = filter(col(TECHNOLOGIES), one -> one.getField(TECHNOLOGY).isNotNull());
    return perTechnology
        .groupBy(PERIOD, ITEM)
        .agg(
            transform(
                    mostUnitsFirst,
                    one ->
                        struct(
                            one.getField(TECHNOLOGY).as(TECHNOLOGY),
                            one.getField(N_UNITS).as(N_UNITS),
                            one.getField(VISITS).as(VISITS),
                            one.getField(KNOWN_UNITS).as(KNOWN_UNITS),
                            one.getField(EQUIPPED_UNITS).as(EQUIPPED_UNITS)))
                .as(TECHNOLOGIES),
            try_divide(sum(EQUIPPED_UNITS), sum(KNOWN_UNITS)).as(EQUIPPED))
        .withColumn(ENABLING_TECHNOLOGY, try_element_at(named, lit(1)).getField(TECHNOLOGY));
  }
}
