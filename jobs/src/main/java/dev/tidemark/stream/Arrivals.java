package dev.tidemark.stream;

import dev.tidemark.error.TidemarkException;
import dev.tidemark.job.JobContext;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A way by which input arrives. */
public sealed interface Arrivals permits LandingFolders, KafkaTopic {
  /** What is watched, for messages. */
  String place();

  /** Names it in the warehouse's {@code _stream}: the same arrivals go on where they were. */
  String id();

  /** A stream that has rows when something arrived, at least once each. */
  Dataset<Row> open(SparkSession spark);

  /** What a batch was about. */
  enum Brought {
    /** No row: a topic's first batch, say, if nobody has written yet. */
    NOTHING,
    /** Only what was loaded before: it came twice, or a run was ended after the load. */
    KNOWN,
    NEWS
  }

  /** Loads what arrived; what was loaded before changes nothing. */
  Brought load(Dataset<Row> arrived, JobContext run);

  /** Whether what was rejected is judged again when more arrives, and can be mended until then. */
  boolean canBeMended();

  /** What an operator must know of a failed stream, if this way is to blame. */
  Optional<TidemarkException> explained(Throwable failure);
}
