package dev.tidemark.index;

import static dev.tidemark.index.Numbering.LEAF_NO;
import static dev.tidemark.index.Numbering.PERIOD_NO;
import static dev.tidemark.index.Numbering.UNIT_NO;
import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nanvl;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Replicates;
import dev.tidemark.framework.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Raw values by number: {@code unit_no, period_no, leaf_no, raw}.
 *
 * <p>Replicates that are combined by their mean stay apart here, since {@link Profiles} averages
 * them in the same pass that turns rows into profiles; the other kinds are combined already.
 */
final class RawValues {
  static final String RAW_VALUE = "raw_value";
  private static final String SEPARATOR = "\u001f";
  private static final Seq<String> KEY =
      CollectionConverters.asScala(List.of(PERIOD, UNIT)).toSeq();

  private RawValues() {}

  /**
   * What was observed.
   *
   * @param observations {@code observations}; a row with neither value nor category is "not
   *     observed" and dropped, as are rows of units, periods and leaves the framework lacks, and
   *     values of another kind than the leaf's: they were loaded when it had that
   * @return one row per observation; one per unit, period and leaf where replicates are not
   *     averaged
   */
  static Dataset<Row> observed(Dataset<Row> observations, Numbering numbering) {
    var spark = observations.sparkSession();
    var rows =
        observations
            .where(col(VALUE).isNotNull().or(col(CATEGORY).isNotNull()))
            .join(broadcast(numbering.observedLeafNumbers(spark, INDICATOR, LEAF_NO)), INDICATOR)
            .withColumn(RAW_VALUE, coalesce(number(numbering), points(numbering.leaves())))
            .where(col(RAW_VALUE).isNotNull())
            .join(broadcast(numbering.unitNumbers(spark, UNIT, UNIT_NO)), UNIT)
            .join(broadcast(numbering.periodNumbers(spark, PERIOD, PERIOD_NO)), PERIOD);
    var combined =
        numbering.leaves().stream()
            .filter(leaf -> leaf.derivation().isEmpty() && leaf.replicates() != Replicates.MEAN)
            .toList();
    if (combined.isEmpty()) {
      return numbered(rows);
    }
    var isCombined = col(LEAF_NO).isin(combined.stream().map(numbering::number).toArray());
    return numbered(rows.where(isCombined.equalTo(false)))
        .unionByName(combine(rows.where(isCombined), combined, numbering));
  }

  /**
   * What the framework derives from another table.
   *
   * @param table the input table
   * @param leaves leaves derived from it under the same condition
   * @return one row per unit, period and leaf; units without rows in a period have one where the
   *     leaf gives them a value and others have rows in it
   */
  static Dataset<Row> derived(Dataset<Row> table, List<Leaf> leaves, Numbering numbering) {
    var spark = table.sparkSession();
    var where = leaves.get(0).derivation().orElseThrow().where();
    var rows = where.map(condition -> table.where(expr(condition))).orElse(table);
    var values =
        leaves.stream()
            .map(
                leaf ->
                    struct(
                        lit(numbering.number(leaf)).as(LEAF_NO),
                        finite(expr(leaf.derivation().orElseThrow().value()).cast("double"))
                            .as(RAW_VALUE)))
            .toArray(Column[]::new);
    var told = rows.groupBy(PERIOD, UNIT).agg(array(values).as(VALUE));
    var cells =
        numbering
            .unitNumbers(spark, UNIT, UNIT_NO)
            .crossJoin(numbering.periodNumbers(spark, PERIOD, PERIOD_NO));
    var isAnyTold = count(VALUE).over(Window.partitionBy(PERIOD)).gt(0);
    var numbered =
        leaves.stream().allMatch(leaf -> leaf.derivation().orElseThrow().withoutRows().isEmpty())
            ? told.join(broadcast(cells), KEY)
            : cells
                .join(told, KEY, "left_outer")
                .withColumn(
                    VALUE, coalesce(col(VALUE), when(isAnyTold, withoutRows(leaves, numbering))));
    return numbered
        .select(col(UNIT_NO), col(PERIOD_NO), inline(col(VALUE)))
        .where(col(RAW_VALUE).isNotNull());
  }

  private static Column withoutRows(List<Leaf> leaves, Numbering numbering) {
    return array(
        leaves.stream()
            .map(
                leaf ->
                    struct(
                        lit(numbering.number(leaf)).as(LEAF_NO),
                        leaf.derivation()
                            .flatMap(Derivation::withoutRows)
                            .map(functions::lit)
                            .orElse(lit(null).cast("double"))
                            .as(RAW_VALUE)))
            .toArray(Column[]::new));
  }

  private static Dataset<Row> numbered(Dataset<Row> rows) {
    return rows.select(UNIT_NO, PERIOD_NO, LEAF_NO, RAW_VALUE);
  }

  private static Dataset<Row> combine(Dataset<Row> rows, List<Leaf> leaves, Numbering numbering) {
    var latest = struct(col(OBSERVED_AT), col(OBSERVER), col(CHANNEL), col(RAW_VALUE));
    Map<Replicates, Column> aggregates =
        Map.of(
            Replicates.MEDIAN, median(col(RAW_VALUE)),
            Replicates.MIN, min(RAW_VALUE),
            Replicates.MAX, max(RAW_VALUE),
            Replicates.SUM, OrderedSum.of(RAW_VALUE),
            Replicates.LAST, max_by(col(RAW_VALUE), latest));
    var kinds = leaves.stream().map(Leaf::replicates).distinct().toList();
    var columns = new ArrayList<Column>();
    Column chosen = lit(null).cast("double");
    for (var kind : kinds) {
      var numbers =
          leaves.stream()
              .filter(leaf -> leaf.replicates() == kind)
              .map(numbering::number)
              .toArray();
      columns.add(aggregates.get(kind).as(kind.name()));
      chosen = when(col(LEAF_NO).isin(numbers), col(kind.name())).otherwise(chosen);
    }
    return numbered(
        rows.groupBy(UNIT_NO, PERIOD_NO, LEAF_NO)
            .agg(count(lit(1)), columns.toArray(Column[]::new))
            .withColumn(RAW_VALUE, chosen));
  }

  /** The value, if the leaf's kind may have it, as {@code ingest} says. */
  private static Column number(Numbering numbering) {
    var value = col(VALUE);
    var isOfItsKind =
        isAny(Scoring.Categories.class, numbering)
            .equalTo(false)
            .and(isAny(Scoring.Binary.class, numbering).equalTo(false).or(value.isin(0.0, 1.0)))
            .and(isAny(Scoring.Direct.class, numbering).equalTo(false).or(value.between(0, 100)));
    return when(isOfItsKind, value);
  }

  /** Whether the row's leaf is scored so. */
  private static Column isAny(Class<? extends Scoring> kind, Numbering numbering) {
    return col(LEAF_NO)
        .isin(
            numbering.leaves().stream()
                .filter(leaf -> kind.isInstance(leaf.scoring()))
                .map(numbering::number)
                .toArray());
  }

  /** The points of a category, so that replicates of a category leaf combine as points. */
  private static Column points(List<Leaf> leaves) {
    var points = new ArrayList<Column>();
    for (var leaf : leaves) {
      if (leaf.scoring() instanceof Scoring.Categories categories) {
        categories
            .points()
            .forEach(
                (name, p) -> {
                  points.add(lit(leaf.id() + SEPARATOR + name));
                  points.add(lit(p));
                });
      }
    }
    if (points.isEmpty()) {
      return lit(null).cast("double");
    }
    var key = concat_ws(SEPARATOR, col(INDICATOR), col(CATEGORY));
    return when(col(CATEGORY).isNotNull(), try_element_at(map(points.toArray(Column[]::new)), key));
  }

  private static Column finite(Column value) {
    var number = nanvl(value, lit(null).cast("double"));
    return when(
        number.gt(Double.NEGATIVE_INFINITY).and(number.lt(Double.POSITIVE_INFINITY)), number);
  }
}
