package dev.tidemark.table;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The run's one Spark session, opened by the first that asks for it; what its file systems need is
 * known before. Threads may share it.
 */
public final class LazySpark {
  private final Supplier<SparkSession> open;
  private final Configuration settings;
  private volatile SparkSession session;

  private LazySpark(Supplier<SparkSession> open, Configuration settings, SparkSession session) {
    this.open = open;
    this.settings = settings;
    this.session = session;
  }

  /**
   * A session that is opened when it is needed.
   *
   * @param open called at most once, unless it fails
   * @param settings of Hadoop, the same that the session will have
   */
  public static LazySpark of(Supplier<SparkSession> open, Configuration settings) {
    return new LazySpark(open, settings, null);
  }

  /** A session that is open. */
  public static LazySpark of(SparkSession session) {
    return new LazySpark(() -> session, session.sparkContext().hadoopConfiguration(), session);
  }

  /** The session; opens it. */
  public synchronized SparkSession get() {
    if (session == null) {
      session = open.get();
    }
    return session;
  }

  /** The session, if somebody needed it; does not wait for one that is being opened. */
  public Optional<SparkSession> ifOpen() {
    return Optional.ofNullable(session);
  }

  /** What the file systems need to know. */
  public Configuration settings() {
    return settings;
  }
}
