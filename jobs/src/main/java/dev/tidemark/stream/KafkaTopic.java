package dev.tidemark.stream;

import dev.tidemark.error.Causes;
import dev.tidemark.error.InputRejected;
import dev.tidemark.error.TidemarkException;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.job.Job;
import dev.tidemark.job.JobContext;
import dev.tidemark.table.TableSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A topic whose records are rows of one table, as JSON objects.
 *
 * <p>They go from the brokers to the load in memory: a message is stored nowhere before its
 * personal data are masked. Which offsets are loaded, {@code ingested_files} tells: docs/adr/0113.
 */
public final class KafkaTopic implements Arrivals {
  /** What the driver holds of each batch; some ten megabytes of messages. */
  private static final long RECORDS_AT_ONCE = 20_000;

  private final KafkaCluster cluster;
  private final String topic;
  private final TopicName name;
  private final TableSpec table;
  private final Function<List<TopicLines>, Job> load;
  private LoadedOffsets loaded;

  /**
   * Looks for the topic.
   *
   * @param table that its records are rows of
   * @param load the job that loads records
   * @throws UsageWrong if there is none of this name
   * @throws dev.tidemark.error.StorageFailed if no broker answers
   */
  public KafkaTopic(
      KafkaCluster cluster, String topic, TableSpec table, Function<List<TopicLines>, Job> load) {
    this.cluster = cluster;
    this.topic = topic;
    this.name = new TopicName(topic, cluster.topicId(topic));
    this.table = table;
    this.load = load;
  }

  @Override
  public String place() {
    return "topic %s of %s".formatted(topic, cluster.servers());
  }

  /** With the table: a topic that was read for a wrong one is read anew for the right one. */
  @Override
  public String id() {
    return "kafka-%s-%s-%s".formatted(topic, name.id(), table.name());
  }

  @Override
  public Dataset<Row> open(SparkSession spark) {
    try {
      return spark
          .readStream()
          .format("kafka")
          .options(cluster.sourceOptions())
          .option("subscribe", topic)
          .option("startingOffsets", "earliest")
          .option("maxOffsetsPerTrigger", RECORDS_AT_ONCE)
          .load()
          .select(TopicRecords.PARTITION, TopicRecords.OFFSET, TopicRecords.VALUE);
    } catch (IllegalArgumentException refused) {
      throw new UsageWrong("--kafka-options: " + refused.getMessage(), refused);
    }
  }

  @Override
  public Brought load(Dataset<Row> arrived, JobContext run) {
    var rows = arrived.collectAsList();
    if (rows.isEmpty()) {
      return Brought.NOTHING;
    }
    if (loaded == null) {
      loaded = LoadedOffsets.of(run.lake(), name, table);
    }
    var records = TopicRecords.of(rows, loaded);
    var lines = records.lines(name, cluster.servers());
    if (lines.isEmpty()) {
      return Brought.KNOWN;
    }
    load.apply(lines).run(run);
    loaded = loaded.and(records.last());
    return Brought.NEWS;
  }

  /** A record cannot be corrected or taken away. */
  @Override
  public boolean canBeMended() {
    return false;
  }

  @Override
  public Optional<TidemarkException> explained(Throwable failure) {
    var lost = Causes.of(failure).filter(KafkaTopic::isLoss).findFirst();
    return lost.isPresent() ? lost.map(this::gone) : cluster.explained(failure);
  }

  private static boolean isLoss(Throwable cause) {
    return cause instanceof SparkThrowable spark
        && Objects.requireNonNullElse(spark.getCondition(), "").startsWith("KAFKA_DATA_LOSS");
  }

  private InputRejected gone(Throwable loss) {
    return new InputRejected(
        "Records of %s are gone that were not loaded yet: the topic was made anew, or keeps its records for too short a time. Nothing was loaded. To go on with what is there, remove _stream/%s in the warehouse and run the command again. (%s)"
            .formatted(place(), id(), Causes.deepest(loss)),
        loss);
  }
}
