package dev.tidemark.support;

import dev.tidemark.cli.Sessions;
import dev.tidemark.table.LazySpark;
import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of all tests, opened by the first that asks; commands use it, too.
 *
 * <p>Expressions are evaluated as they stand instead of being compiled: for a handful of rows, over
 * hundreds of queries, compiling is most of the time. Nor are they planned anew at each stage, or
 * cut in two to be read. {@code SameBitsTest} and scripts run them as users do.
 */
public final class SharedSpark {
  private static final Sessions SESSION =
      Sessions.open(
          Map.of(
              "spark.master", "local[2]",
              "spark.buffer.pageSize", "1m",
              "spark.sql.shuffle.partitions", "2",
              "spark.sql.leafNodeDefaultParallelism", "1",
              "spark.sql.adaptive.enabled", "false",
              "spark.sql.codegen.factoryMode", "NO_CODEGEN",
              // Each test has a warehouse of its own, soon forgotten.
              "spark.databricks.delta.delta.log.cacheSize", "20"),
          ZoneId.of("Asia/Shanghai"),
          false);

  private SharedSpark() {}

  /** The same, as runs have it. */
  public static LazySpark lazy() {
    return LazySpark.of(session());
  }

  /** The session; its time zone is that of the last command that ran. */
  public static SparkSession session() {
    return SESSION.spark();
  }
}
