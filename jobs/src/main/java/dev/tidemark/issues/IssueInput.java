package dev.tidemark.issues;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.Memberships;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Messages of the framework's periods and units, as the search for issues reads them. */
final class IssueInput {
  private static final String DIGEST = "digest";
  private static final String COUNT = "n";
  private static final String NONE = "\u0000";

  private final Dataset<Row> messages;
  private final List<String> periods;

  /**
   * Those of a table.
   *
   * @param stored {@code messages}; those of no period, or of units the framework does not have,
   *     are left out
   */
  IssueInput(Dataset<Row> stored, EvaluationFramework framework) {
    periods = framework.periods().stream().map(Period::id).toList();
    messages = Memberships.ofUnits(stored.where(col(PERIOD).isin(periods.toArray())), framework);
  }

  /** {@code period}, how many messages it has, and what all its messages say, as one number. */
  Dataset<Row> digests() {
    var told =
        Stream.of(
                ID,
                UNIT,
                CREATED_AT,
                TEXT,
                TITLE,
                AUTHOR,
                DEPARTMENT,
                STAGE,
                ANSWERED_AT,
                RESOLVED,
                LIKES,
                DISLIKES)
            .map(name -> coalesce(col(name).cast("string"), lit(NONE)))
            .toArray(Column[]::new);
    return messages
        .groupBy(PERIOD)
        .agg(count(lit(1)).as(COUNT), bit_xor(xxhash64(told)).as(DIGEST));
  }

  /** The messages themselves. */
  Dataset<Row> messages() {
    return messages;
  }

  /** What the messages of some periods say; to be closed. */
  CleanMessages cleaned(Collection<String> ofPeriods) {
    return CleanMessages.of(messages.where(col(PERIOD).isin(ofPeriods.toArray())), periods);
  }
}
