package dev.tidemark.compare;

import dev.tidemark.table.TableSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where the pieces of a comparison are worked on. */
final class Pieces {
  /**
   * Units × nodes × pairs up to which the driver is quicker than the start of Spark's tasks, and
   * its rows are few enough to be sent to those that write them.
   */
  private static final long SMALL = 250_000;

  private static final int TASKS_PER_CORE = 8;

  private Pieces() {}

  /** Makes the rows of one piece. */
  interface Work<P> extends Serializable {
    /** The rows, in whatever order the pieces come. */
    List<Row> rows(P piece);
  }

  /** Whether the driver does it by itself. */
  static boolean isSmall(List<PairedScores> pairs) {
    return pairs.stream().mapToLong(pair -> (long) pair.units().size() * pair.tree().size()).sum()
        <= SMALL;
  }

  /** The rows of all pieces, made by Spark's tasks. */
  static <P extends Serializable> Dataset<Row> spread(
      SparkSession spark, TableSpec table, List<P> pieces, Work<P> work) {
    var all = new ArrayList<>(pieces);
    var numbers = IntStream.range(0, all.size()).boxed().toList();
    int slices = Math.min(all.size(), TASKS_PER_CORE * spark.sparkContext().defaultParallelism());
    return spark
        .createDataset(numbers, Encoders.INT())
        .repartition(slices)
        .flatMap(
            (FlatMapFunction<Integer, Row>) number -> work.rows(all.get(number)).iterator(),
            Encoders.row(table.schema()));
  }
}
