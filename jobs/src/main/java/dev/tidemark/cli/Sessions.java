package dev.tidemark.cli;

import dev.tidemark.table.LazySpark;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The one Spark session of a run: the user's settings win, sane defaults fill the rest. It is
 * opened by the first that asks for it; a run that has nothing to do never opens one.
 *
 * <p>A session that was there before, as on a platform that opens one for its jobs, is used with
 * its own settings and left running.
 */
public final class Sessions implements AutoCloseable {
  private final LazySpark spark;
  private final boolean isOurs;

  private Sessions(LazySpark spark, boolean isOurs) {
    this.spark = spark;
    this.isOurs = isOurs;
  }

  /**
   * Configures a session on the cluster that spark-submit names, else in this process.
   *
   * @param settings Spark settings of the command line
   * @param timezone in which times without an offset are read and shown
   * @param verbose whether Spark's log is shown
   */
  public static Sessions open(Map<String, String> settings, ZoneId timezone, boolean verbose) {
    log(verbose);
    boolean isOurs = SparkSession.getDefaultSession().isEmpty();
    var conf = new SparkConf();
    settings.forEach(conf::set);
    if (!isOurs) {
      var there = SparkSession.active().conf();
      CollectionConverters.asJava(there.getAll()).forEach(conf::setIfMissing);
    }
    if (conf.get("spark.master", "local").startsWith("local")) {
      embedded().forEach(conf::setIfMissing);
    }
    common().forEach(conf::setIfMissing);
    conf.setIfMissing("spark.log.level", verbose ? "INFO" : "FATAL");
    conf.set("spark.sql.session.timeZone", timezone.getId());
    var hadoop =
        isOurs
            ? SparkHadoopUtil.get().newConfiguration(conf)
            : SparkSession.active().sparkContext().hadoopConfiguration();
    var spark = LazySpark.of(() -> SparkSession.builder().config(conf).getOrCreate(), hadoop);
    if (conf.get("spark.submit.deployMode", "client").equals("cluster")) {
      // A cluster takes a driver that opens none for one that failed.
      spark.get();
    }
    return new Sessions(spark, isOurs);
  }

  /** The session; opens it. */
  public SparkSession spark() {
    return spark.get();
  }

  /** The session, open or not. */
  LazySpark lazy() {
    return spark;
  }

  @Override
  public void close() {
    if (isOurs) {
      spark.ifOpen().ifPresent(SparkSession::stop);
    }
  }

  private static void log(boolean verbose) {
    Configurator.setRootLevel(verbose ? Level.INFO : Level.FATAL);
    Configurator.setLevel("dev.tidemark", verbose ? Level.DEBUG : Level.WARN);
  }

  private static Map<String, String> embedded() {
    int cores = Runtime.getRuntime().availableProcessors();
    var defaults = new LinkedHashMap<String, String>();
    defaults.put("spark.master", "local[*]");
    defaults.put("spark.driver.host", "127.0.0.1");
    defaults.put("spark.driver.bindAddress", "127.0.0.1");
    defaults.put("spark.ui.enabled", "false");
    // Each query is described for the UI before it runs: without one, as briefly as can be.
    defaults.put("spark.sql.ui.explainMode", "simple");
    for (var kept : List.of("ui.retainedJobs", "ui.retainedStages", "sql.ui.retainedExecutions")) {
      defaults.put("spark." + kept, "10");
    }
    // Spark makes this folder for tables without a path, of which there are none.
    defaults.put(
        "spark.sql.warehouse.dir",
        Path.of(System.getProperty("java.io.tmpdir")).toUri().toString());
    defaults.put("spark.sql.shuffle.partitions", String.valueOf(8 * cores));
    // Delta alone has more pieces of compiled code than the hundred that are kept.
    defaults.put("spark.sql.codegen.cache.maxEntries", "1000");
    defaults.put("spark.databricks.delta.snapshotPartitions", "1");
    // Outside UTC, Delta reads the whole log after each commit to check a list it keeps for speed.
    defaults.put("spark.databricks.delta.allFilesInCrc.enabled", "false");
    // What Delta counts beside it after each commit, and nobody reads.
    for (var count :
        List.of(
            "fileSizeHistogramMetrics",
            "checksumDVMetrics",
            "checksumDeletedRecordCountsHistogramMetrics")) {
      defaults.put("spark.databricks.delta." + count + ".enabled", "false");
    }
    defaults.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
    return defaults;
  }

  private static Map<String, String> common() {
    var defaults = new LinkedHashMap<String, String>();
    defaults.put("spark.app.name", "tidemark");
    defaults.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    defaults.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    // Delta's own store for local disks may lose one of two commits made at the same instant.
    defaults.put("spark.delta.logStore.file.impl", "dev.tidemark.table.LinkLogStore");
    // And its own for S3 loses one of two made by different processes. The other ones are right.
    defaults.put("spark.delta.logStore.s3a.impl", "dev.tidemark.table.ConditionalPutLogStore");
    // A version is read for as long as maintain keeps its files, not only for the week Delta
    // assumes.
    defaults.put(
        "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration",
        "false");
    // Parameters of SQL do not reach Delta's parser otherwise (delta-io/delta#7640).
    defaults.put("spark.sql.legacy.parameterSubstitution.constantsOnly", "true");
    // A task holds a handful of periods: open files for them side by side instead of sorting.
    defaults.put("spark.sql.maxConcurrentOutputFileWriters", "64");
    defaults.put("spark.sql.catalogImplementation", "in-memory");
    defaults.put(
        "spark.redaction.regex", "(?i)secret|password|passwd|token|credential|access[._-]?key|dsn");
    return defaults;
  }
}
