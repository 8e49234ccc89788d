package dev.tidemark.index;

import static dev.tidemark.index.Numbering.PERIOD_NO;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.Scoring.Direction;
import dev.tidemark.framework.Scoring.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Raw values to points, leaf by leaf. */
final class LeafScores {
  /** What every unit scores where a pool has no variation to score by. */
  private static final double NO_VARIATION = 50;

  private LeafScores() {}

  /**
   * Adds every leaf's score.
   *
   * @param profiles one row per unit and period with {@code raw_…}
   * @return the same rows with {@code score_<node id>} for every leaf, 0 to 100, null where not
   *     observed
   */
  static Dataset<Row> of(Dataset<Row> profiles, Numbering numbering) {
    var pooled = pooled(numbering, Pool.ALL);
    var perPeriod = pooled(numbering, Pool.PERIOD);
    var rows = profiles;
    if (!pooled.isEmpty()) {
      rows = rows.crossJoin(broadcast(pools(profiles.groupBy(), pooled, numbering)));
    }
    if (!perPeriod.isEmpty()) {
      rows =
          rows.join(broadcast(pools(profiles.groupBy(PERIOD_NO), perPeriod, numbering)), PERIOD_NO);
    }
    var scores = new TreeMap<String, Column>();
    for (var leaf : numbering.leaves()) {
      var raw = col(Profiles.rawColumn(numbering.number(leaf)));
      scores.put(NodeScores.scoreColumn(leaf), clamp(points(leaf, raw)));
    }
    return rows.withColumns(scores);
  }

  private static Column points(Leaf leaf, Column raw) {
    var scoring = leaf.scoring();
    if (scoring instanceof Scoring.Binary) {
      return raw.multiply(100);
    }
    if (scoring instanceof Scoring.Linear linear) {
      return raw.minus(linear.worst()).multiply(100).divide(linear.best() - linear.worst());
    }
    if (scoring instanceof Scoring.MinMax minMax) {
      return minMax(raw, pool(leaf, "low"), pool(leaf, "high"), minMax.direction());
    }
    if (scoring instanceof Scoring.ZScore zScore) {
      return zScore(raw, pool(leaf, "mean"), pool(leaf, "deviation"), zScore.direction());
    }
    return raw;
  }

  private static Column minMax(Column raw, Column low, Column high, Direction direction) {
    var rise = raw.minus(low).multiply(100).divide(high.minus(low));
    var fall = high.minus(raw).multiply(100).divide(high.minus(low));
    var points = direction == Direction.UP ? rise : fall;
    return when(raw.isNotNull(), when(high.gt(low), points).otherwise(NO_VARIATION));
  }

  private static Column zScore(Column raw, Column mean, Column deviation, Direction direction) {
    var z = raw.minus(mean).divide(deviation);
    var points = lit(50).plus(z.multiply(direction == Direction.UP ? 10 : -10));
    return when(raw.isNotNull(), when(deviation.gt(0), points).otherwise(NO_VARIATION));
  }

  /** Clamped to 0 to 100; {@code least} and {@code greatest} skip null, so it is held apart. */
  private static Column clamp(Column points) {
    return when(points.isNotNull(), greatest(lit(0.0), least(lit(100.0), points)));
  }

  private static Dataset<Row> pools(
      org.apache.spark.sql.RelationalGroupedDataset pool, List<Leaf> leaves, Numbering numbering) {
    var values = new ArrayList<Column>();
    for (var leaf : leaves) {
      var raw = col(Profiles.rawColumn(numbering.number(leaf)));
      if (leaf.scoring() instanceof Scoring.MinMax) {
        values.add(org.apache.spark.sql.functions.min(raw).as(poolColumn(leaf, "low")));
        values.add(org.apache.spark.sql.functions.max(raw).as(poolColumn(leaf, "high")));
      } else {
        values.add(array_sort(collect_list(raw)).as(poolColumn(leaf, "values")));
      }
    }
    var rows = pool.agg(values.get(0), values.subList(1, values.size()).toArray(Column[]::new));
    for (var leaf : leaves) {
      if (leaf.scoring() instanceof Scoring.ZScore) {
        rows = withMoments(rows, leaf);
      }
    }
    return rows;
  }

  /** Mean and sample standard deviation, summed in sorted order; null deviation if none vary. */
  private static Dataset<Row> withMoments(Dataset<Row> pools, Leaf leaf) {
    var values = pool(leaf, "values");
    var mean = pool(leaf, "mean");
    var squares = transform(values, value -> pow(value.minus(mean), lit(2.0)));
    return pools
        .withColumn(poolColumn(leaf, "mean"), OrderedSum.ofArray(values).divide(size(values)))
        .withColumn(
            poolColumn(leaf, "deviation"),
            // Not "deviation above 0": the mean of equal values can differ from them by rounding.
            when(
                array_max(values).gt(array_min(values)),
                sqrt(OrderedSum.ofArray(array_sort(squares)).divide(size(values).minus(1)))))
        .drop(poolColumn(leaf, "values"));
  }

  private static List<Leaf> pooled(Numbering numbering, Pool pool) {
    return numbering.leaves().stream()
        .filter(
            leaf ->
                (leaf.scoring() instanceof Scoring.MinMax minMax && minMax.pool() == pool)
                    || (leaf.scoring() instanceof Scoring.ZScore zScore && zScore.pool() == pool))
        .toList();
  }

  private static Column pool(Leaf leaf, String what) {
    return col("`" + poolColumn(leaf, what) + "`");
  }

  private static String poolColumn(Leaf leaf, String what) {
    return what + "_" + leaf.id();
  }
}
