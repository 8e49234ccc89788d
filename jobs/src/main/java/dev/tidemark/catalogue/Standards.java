package dev.tidemark.catalogue;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.tidemark.framework.ItemLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What each level says, beside the nearest level above that says something. */
final class Standards {
  static final String SAME = "standard";
  static final String DIFFERS = "differs_from_above";
  static final String ABSENT = "missing_below";
  static final String OWN = "only_below";

  private static final List<ItemLevel> LEVELS = List.of(ItemLevel.values());
  private static final String HAVING = "having";

  private Standards() {}

  /**
   * Holds every attribute against the standard of its item, unit and period.
   *
   * <p>All levels of an item are brought together once, so that no row meets another in a join.
   *
   * @param entries as of {@link Entries}
   * @return one row per period, unit, level, item and attribute that has an outcome; its {@code
   *     drift} is one of this class, {@link #SAME} included
   */
  static Dataset<Row> of(Dataset<Row> entries) {
    var ofItem = Window.partitionBy(PERIOD, UNIT, ITEM);
    var said =
        LEVELS.stream()
            .map(
                level ->
                    max(when(
                            isOf(level).and(col(Entries.FORM).isNotNull()),
                            struct(col(Entries.FORM), col(VALUE))))
                        .as(level.id()))
            .toList();
    return entries
        .repartition(col(PERIOD), col(UNIT), col(ITEM))
        .withColumn(HAVING, collect_set(LEVEL).over(ofItem))
        .where(col(Entries.IS_COMPARED))
        .groupBy(PERIOD, UNIT, ITEM, ATTRIBUTE, HAVING)
        .agg(said.get(0), said.subList(1, said.size()).toArray(Column[]::new))
        .select(
            col(PERIOD),
            col(UNIT),
            col(ITEM),
            col(ATTRIBUTE),
            inline(filter(array(outcomes()), one -> one.getField(DRIFT).isNotNull())));
  }

  private static Column[] outcomes() {
    var outcomes = new ArrayList<Column>();
    for (int i = 1; i < LEVELS.size(); i++) {
      var above = LEVELS.subList(0, i);
      var standard = nearest(above);
      outcomes.add(
          struct(
              lit(LEVELS.get(i).id()).as(LEVEL),
              outcome(LEVELS.get(i), above, standard).as(DRIFT),
              standard.getField(VALUE).as(EXPECTED),
              col(LEVELS.get(i).id()).getField(VALUE).as(VALUE),
              standard.getField(STANDARD_LEVEL).as(STANDARD_LEVEL)));
    }
    return outcomes.toArray(Column[]::new);
  }

  /** An item that a level does not offer at all is no drift. */
  private static Column outcome(ItemLevel level, List<ItemLevel> above, Column standard) {
    var own = col(level.id()).getField(Entries.FORM);
    var isSet = standard.isNotNull();
    var isOffered = array_contains(col(HAVING), level.id());
    var isOfferedAbove =
        above.stream()
            .map(upper -> array_contains(col(HAVING), upper.id()))
            .reduce(Column::or)
            .orElseThrow();
    return when(not(isOffered), lit(null).cast(StringType))
        .when(isSet.and(own.isNull()), ABSENT)
        .when(isSet.and(own.equalTo(standard.getField(Entries.FORM))), SAME)
        .when(isSet, DIFFERS)
        .when(own.isNotNull().and(isOfferedAbove), OWN);
  }

  /** The lowest of these levels that gives a value. */
  private static Column nearest(List<ItemLevel> above) {
    var nearestFirst =
        above.stream()
            .sorted(Comparator.reverseOrder())
            .map(
                level ->
                    when(
                        col(level.id()).isNotNull(),
                        struct(
                            col(level.id()).getField(Entries.FORM).as(Entries.FORM),
                            col(level.id()).getField(VALUE).as(VALUE),
                            lit(level.id()).as(STANDARD_LEVEL))))
            .toArray(Column[]::new);
    return coalesce(nearestFirst);
  }

  private static Column isOf(ItemLevel level) {
    return col(LEVEL).equalTo(level.id());
  }
}
