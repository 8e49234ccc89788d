package dev.tidemark.issues.score;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.zip_with;

import dev.tidemark.framework.Composite;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Leaf;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The indicator that an issue complains about: the leaf whose titles say the nearest thing. */
public final class NearestIndicators {
  private static final String NEAREST = "nearest";
  private static final StructType TEXTS =
      new StructType()
          .add(INDICATOR, DataTypes.StringType, false)
          .add(CLEAN_TEXT, DataTypes.StringType, false);

  private NearestIndicators() {}

  /**
   * What each leaf is about: its Chinese title behind that of its parent.
   *
   * @return {@code indicator}, {@code clean_text} and {@code content_hash}, to be embedded like
   *     messages; one row per leaf
   */
  public static Dataset<Row> texts(SparkSession spark, EvaluationFramework framework) {
    var rows = new ArrayList<Row>();
    addLeaves(framework.index(), rows);
    return spark
        .createDataFrame(rows, TEXTS)
        .withColumn(CONTENT_HASH, sha2(col(CLEAN_TEXT).cast("binary"), 256));
  }

  private static void addLeaves(Composite parent, List<Row> rows) {
    for (Indicator child : parent.children()) {
      if (child instanceof Leaf leaf) {
        var text = parent.title().zh() + "：" + leaf.title().zh();
        rows.add(RowFactory.create(leaf.id(), text));
      } else if (child instanceof Composite composite) {
        addLeaves(composite, rows);
      }
    }
  }

  /**
   * Links issues to indicators.
   *
   * @param issues {@code period}, {@code issue_id} and {@code vector}, of length 1
   * @param leaves {@code indicator} and {@code vector}, of the same model
   * @return {@code period}, {@code issue_id}, {@code indicator} and {@code indicator_similarity}
   *     (cosine, −1 to 1), one row per row of {@code issues}; of equally near ones the first by id
   */
  public static Dataset<Row> of(Dataset<Row> issues, Dataset<Row> leaves) {
    var near = "indicator_vector";
    var products =
        zip_with(col(VECTOR), col(near), (x, y) -> x.cast("double").multiply(y.cast("double")));
    var cosine = aggregate(products, lit(0.0), (sum, next) -> sum.plus(next));
    return issues
        .crossJoin(broadcast(leaves.select(col(INDICATOR), col(VECTOR).as(near))))
        .select(
            col(PERIOD),
            col(ISSUE_ID),
            struct(col(INDICATOR), cosine.as(INDICATOR_SIMILARITY)).as(NEAREST))
        .groupBy(PERIOD, ISSUE_ID)
        .agg(
            min_by(
                    col(NEAREST),
                    struct(
                        negate(col(NEAREST).getField(INDICATOR_SIMILARITY)),
                        col(NEAREST).getField(INDICATOR)))
                .as(NEAREST))
        .select(
            col(PERIOD),
            col(ISSUE_ID),
            col(NEAREST).getField(INDICATOR).as(INDICATOR),
            col(NEAREST).getField(INDICATOR_SIMILARITY).as(INDICATOR_SIMILARITY));
  }
}
