package dev.tidemark.issues.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.evaluation.ClusteringEvaluator;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * MLlib's k-means on the sphere (Dhillon and Modha 2001), on the first principal axes of the
 * directions, the best of several seeds by the cost.
 */
final class SphericalMeans {
  private static final String NUMBER = "number";
  private static final String DIRECTION = "direction";
  private static final String AXES = "axes";
  private static final String GROUP = "group";
  private static final String COSINE = "cosine";

  /** What lies beyond is noise for a handful of groups. */
  private static final int DIMENSIONS = 64;

  private static final int STARTS = 5;
  private static final int ROUNDS = 50;

  private static final StructType NUMBERED =
      new StructType()
          .add(NUMBER, DataTypes.IntegerType, false)
          .add(DIRECTION, SQLDataTypes.VectorType(), false);

  private SphericalMeans() {}

  /**
   * Groups directions.
   *
   * @param k groups wanted; if empty, those of 2 to {@code mostK} with the highest silhouette
   * @return the group of each direction; {@link Communities#NONE} of one that is all 0, or if there
   *     are fewer than three others
   */
  static int[] of(SparkSession spark, float[][] directions, OptionalInt k, int mostK, long seed) {
    var rows = rows(directions);
    var groups = new int[directions.length];
    Arrays.fill(groups, Communities.NONE);
    if (rows.size() < 3) {
      return groups;
    }
    // In one partition sums are added up in one order, and the same groups come out everywhere.
    var numbered = spark.createDataFrame(rows, NUMBERED).coalesce(1);
    var reduced = reduced(numbered, directions[0].length).cache();
    int most = rows.size() - 1;
    int wanted =
        Math.min(k.orElseGet(() -> bySilhouette(reduced, Math.min(mostK, most), seed)), most);
    best(reduced, wanted, seed)
        .transform(reduced)
        .select(NUMBER, GROUP)
        .collectAsList()
        .forEach(row -> groups[row.getInt(0)] = row.getInt(1));
    reduced.unpersist();
    return groups;
  }

  private static List<Row> rows(float[][] directions) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < directions.length; i++) {
      var doubles = new double[directions[i].length];
      boolean isSomething = false;
      for (int j = 0; j < doubles.length; j++) {
        doubles[j] = directions[i][j];
        isSomething |= doubles[j] != 0;
      }
      if (isSomething) {
        rows.add(RowFactory.create(i, Vectors.dense(doubles)));
      }
    }
    return rows;
  }

  private static Dataset<Row> reduced(Dataset<Row> numbered, int length) {
    return new PCA()
        .setInputCol(DIRECTION)
        .setOutputCol(AXES)
        .setK(Math.min(DIMENSIONS, length))
        .fit(numbered)
        .transform(numbered)
        .select(NUMBER, AXES);
  }

  private static int bySilhouette(Dataset<Row> reduced, int mostK, long seed) {
    var evaluator =
        new ClusteringEvaluator()
            .setFeaturesCol(AXES)
            .setPredictionCol(GROUP)
            .setDistanceMeasure(COSINE);
    return IntStream.rangeClosed(2, mostK)
        .mapToObj(
            k -> new Choice(k, evaluator.evaluate(model(reduced, k, seed).transform(reduced))))
        .max(
            Comparator.comparingDouble(Choice::silhouette)
                .thenComparing(Comparator.comparingInt(Choice::k).reversed()))
        .orElseThrow()
        .k();
  }

  private static KMeansModel best(Dataset<Row> reduced, int k, long seed) {
    return IntStream.range(0, STARTS)
        .mapToObj(start -> model(reduced, k, seed + start))
        .min(Comparator.comparingDouble(model -> model.summary().trainingCost()))
        .orElseThrow();
  }

  private static KMeansModel model(Dataset<Row> reduced, int k, long seed) {
    return new KMeans()
        .setFeaturesCol(AXES)
        .setPredictionCol(GROUP)
        .setDistanceMeasure(COSINE)
        .setK(k)
        .setMaxIter(ROUNDS)
        .setSeed(seed)
        .fit(reduced);
  }

  private record Choice(int k, double silhouette) {}
}
