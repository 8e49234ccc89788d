package dev.tidemark.stream;

import dev.tidemark.error.Causes;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.TidemarkException;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** Why a stream ended, as an operator is to hear it. */
final class StreamFailure {
  /** Spark has a condition for it, but not wherever it finds it. */
  private static final String CONDITION = "CONCURRENT_STREAM_LOG_UPDATE";

  private static final String WORDS = "Multiple streaming jobs detected";

  private StreamFailure() {}

  /** What a job threw, behind what Spark says of it; else what the arrivals have to say. */
  static RuntimeException of(Arrivals arrivals, Exception failure) {
    return Causes.of(failure)
        .filter(TidemarkException.class::isInstance)
        .map(TidemarkException.class::cast)
        .findFirst()
        .or(() -> another(arrivals, failure))
        .or(() -> arrivals.explained(failure))
        .<RuntimeException>map(known -> known)
        .orElseGet(() -> new IllegalStateException(failure.getMessage(), failure));
  }

  private static Optional<TidemarkException> another(Arrivals arrivals, Exception failure) {
    return Causes.of(failure).anyMatch(StreamFailure::isAnother)
        ? Optional.of(
            new StorageFailed(
                "Another stream of this warehouse takes what arrives in %s. This one ends; each row counts once all the same. Let one of them run, and start --once when the one before has ended, or run the command again."
                    .formatted(arrivals.place()),
                failure))
        : Optional.empty();
  }

  private static boolean isAnother(Throwable cause) {
    return (cause instanceof SparkThrowable spark && CONDITION.equals(spark.getCondition()))
        || Objects.requireNonNullElse(cause.getMessage(), "").contains(WORDS);
  }
}
