package dev.tidemark.support;

import dev.tidemark.cli.Sessions;
import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of all tests, opened by the first that asks; commands use it, too. */
public final class SharedSpark {
  private static final Sessions SESSION =
      Sessions.open(
          Map.of(
              "spark.master", "local[2]",
              "spark.driver.host", "127.0.0.1",
              "spark.driver.bindAddress", "127.0.0.1",
              "spark.ui.enabled", "false",
              "spark.sql.shuffle.partitions", "2",
              "spark.databricks.delta.snapshotPartitions", "2",
              "spark.sql.sources.parallelPartitionDiscovery.parallelism", "4"),
          ZoneId.of("Asia/Shanghai"),
          false);

  private SharedSpark() {}

  /** The session; its time zone is that of the last command that ran. */
  public static SparkSession session() {
    return SESSION.spark();
  }
}
