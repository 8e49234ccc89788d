package dev.tidemark.stores;

import dev.tidemark.cli.Sessions;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of these tests, with Tidemark's own settings; commands use it, too. */
final class SharedSpark {
  private static final Sessions SESSION =
      Sessions.open(
          Map.of(
              "spark.master", "local[2]",
              "spark.buffer.pageSize", "1m",
              "spark.sql.shuffle.partitions", "1",
              "spark.sql.leafNodeDefaultParallelism", "1",
              "spark.sql.adaptive.enabled", "false",
              "spark.sql.codegen.factoryMode", "NO_CODEGEN"),
          ZoneOffset.UTC,
          false);

  private SharedSpark() {}

  static SparkSession session() {
    return SESSION.spark();
  }

  /** Tells Hadoop of a setting, as {@code --conf spark.hadoop.KEY=VALUE} does. */
  static void hadoop(String key, String value) {
    session().sparkContext().hadoopConfiguration().set(key, value);
  }
}
