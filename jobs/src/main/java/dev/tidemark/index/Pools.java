package dev.tidemark.index;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.Scoring.Pool;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * What leaves are scored by that have no bounds of their own: of a min-max leaf the smallest and
 * the largest raw value of its pool, of a z-score leaf the mean and the sample standard deviation.
 *
 * <p>A pool of one period is numbered as its cell, a pool of all periods as the leaf's first cell.
 */
final class Pools {
  static final int NONE = -1;
  private static final String POOL = "pool";
  private static final String RAW = "raw";
  private static final String LOW = "low";
  private static final String HIGH = "high";
  private static final String VALUES = "values";
  private static final String MEAN = "mean";
  private static final String DEVIATION = "deviation";

  private Pools() {}

  /**
   * Gives every profile the pools, if any leaf needs them.
   *
   * @return the profiles with {@code poolFirsts} (lowest or mean) and {@code poolSeconds} (highest
   *     or deviation) by number; NaN where the pool is empty, and for the deviation of values that
   *     are all equal
   */
  static Dataset<Profile> of(Dataset<Profile> profiles, Numbering numbering) {
    if (numbering.leaves().stream().noneMatch(leaf -> isMinMax(leaf) || isZScore(leaf))) {
      return profiles;
    }
    return profiles
        .drop("poolFirsts", "poolSeconds")
        .crossJoin(broadcast(sideBySide(moments(pooled(profiles, numbering)), numbering)))
        .as(Encoders.bean(Profile.class));
  }

  /** The number of each cell's pool; {@link #NONE} where the leaf needs none. */
  static int[] numbers(Numbering numbering) {
    var leaves = numbering.leaves();
    return IntStream.range(0, numbering.cells())
        .map(
            cell -> {
              int leafNo = cell % leaves.size();
              var leaf = leaves.get(leafNo);
              if (isPooled(leaf, Pool.ALL)) {
                return leafNo;
              }
              return isPooled(leaf, Pool.PERIOD) ? cell : NONE;
            })
        .toArray();
  }

  /** One row per pool, with its extremes, and its values sorted if those of a z-score. */
  private static Dataset<Row> pooled(Dataset<Profile> profiles, Numbering numbering) {
    var leaf = pmod(col(POOL), lit(numbering.leaves().size()));
    var isZScore = leaf.isin(leafNumbers(numbering, Pools::isZScore));
    var isOfAll = leaf.isin(leafNumbers(numbering, node -> isPooled(node, Pool.ALL)));
    return profiles
        .select(posexplode(col("raws")).as(new String[] {POOL, RAW}))
        .where(isZScore.or(leaf.isin(leafNumbers(numbering, Pools::isMinMax))))
        .where(isnan(col(RAW)).equalTo(false))
        .withColumn(POOL, when(isOfAll, leaf).otherwise(col(POOL)))
        .groupBy(POOL)
        .agg(
            min(RAW).as(LOW),
            max(RAW).as(HIGH),
            array_sort(collect_list(when(isZScore, col(RAW)))).as(VALUES));
  }

  /** Mean and sample standard deviation, summed in sorted order; null deviation if none vary. */
  private static Dataset<Row> moments(Dataset<Row> pools) {
    var n = size(col(VALUES));
    var squares = transform(col(VALUES), value -> pow(value.minus(col(MEAN)), lit(2.0)));
    return pools
        .withColumn(MEAN, OrderedSum.ofArray(col(VALUES)).divide(n))
        .withColumn(
            DEVIATION,
            // Not "deviation above 0": the mean of equal values can differ from them by rounding.
            when(
                col(HIGH).gt(col(LOW)),
                sqrt(OrderedSum.ofArray(array_sort(squares)).divide(n.minus(1)))));
  }

  private static Dataset<Row> sideBySide(Dataset<Row> pools, Numbering numbering) {
    var isZScore = size(col(VALUES)).gt(0);
    return pools
        .groupBy()
        .agg(
            byNumber(when(isZScore, col(MEAN)).otherwise(col(LOW)), numbering).as("poolFirsts"),
            byNumber(when(isZScore, col(DEVIATION)).otherwise(col(HIGH)), numbering)
                .as("poolSeconds"));
  }

  private static Column byNumber(Column property, Numbering numbering) {
    var properties = map_from_entries(collect_list(struct(col(POOL), property)));
    return transform(
        sequence(lit(0), lit(numbering.cells() - 1)),
        number -> coalesce(try_element_at(properties, number), lit(Double.NaN)));
  }

  private static Object[] leafNumbers(Numbering numbering, Predicate<Leaf> isMeant) {
    return numbering.leaves().stream().filter(isMeant).map(numbering::number).toArray();
  }

  private static boolean isMinMax(Leaf leaf) {
    return leaf.scoring() instanceof Scoring.MinMax;
  }

  private static boolean isZScore(Leaf leaf) {
    return leaf.scoring() instanceof Scoring.ZScore;
  }

  private static boolean isPooled(Leaf leaf, Pool pool) {
    return (leaf.scoring() instanceof Scoring.MinMax minMax && minMax.pool() == pool)
        || (leaf.scoring() instanceof Scoring.ZScore zScore && zScore.pool() == pool);
  }
}
