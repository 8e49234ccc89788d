package dev.tidemark.issues;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.xxhash64;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.job.Memberships;
import dev.tidemark.text.CleanText;
import dev.tidemark.text.NearDuplicates;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Messages of the framework's periods and units, as the search for issues reads them. */
final class IssueInput {
  private static final String TITLE_HASH = "title_hash";
  private static final String CLEAN_TITLE = "clean_title";
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

  /** The messages of some periods, with their near copies known among all of them. */
  Dataset<Row> near(Collection<String> ofPeriods) {
    return NearDuplicates.of(messages.where(col(PERIOD).isin(ofPeriods.toArray())))
        .select(ID, COPY_OF, VOICE, CONTENT_HASH, CLEAN_TEXT);
  }

  /** Titles and whole texts, to be embedded: {@code content_hash} and {@code clean_text}. */
  Dataset<Row> contents(Collection<String> ofPeriods) {
    var own = messages.where(col(PERIOD).isin(ofPeriods.toArray()));
    return own.select(CleanText.of(col(TITLE), col(TEXT)).as(CLEAN_TEXT))
        .union(own.select(title().as(CLEAN_TEXT)))
        .where(col(CLEAN_TEXT).notEqual(""))
        .distinct()
        .select(sha2(col(CLEAN_TEXT), 256).as(CONTENT_HASH), col(CLEAN_TEXT));
  }

  /**
   * The messages of a window, with their near copies known.
   *
   * @param ofPeriods ids of its periods
   * @param more ids of messages of other periods
   */
  Dataset<Row> window(Collection<String> ofPeriods, Collection<String> more) {
    var chosen =
        messages.where(col(PERIOD).isin(ofPeriods.toArray()).or(col(ID).isin(more.toArray())));
    return NearDuplicates.of(chosen)
        .withColumn(CLEAN_TITLE, title())
        .select(
            col(ID),
            col(PERIOD),
            col(UNIT),
            coalesce(col(DEPARTMENT), lit("")),
            coalesce(col(STAGE), lit("")),
            col(CLEAN_TITLE),
            col(CLEAN_TEXT),
            sha2(col(CLEAN_TITLE), 256).as(TITLE_HASH),
            col(CONTENT_HASH),
            col(VOICE),
            col(COPY_OF),
            col(CREATED_AT),
            col(ANSWERED_AT),
            col(RESOLVED));
  }

  /** Rows of {@link #window} as messages. */
  List<Message> messages(List<Row> rows) {
    var read = new ArrayList<Message>();
    for (var row : rows) {
      read.add(
          new Message(
              row.getString(0),
              periods.indexOf(row.getString(1)),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getString(8),
              row.getString(9),
              row.getString(10),
              instant(row.get(11)),
              instant(row.get(12)),
              row.isNullAt(13) ? null : row.getBoolean(13)));
    }
    return read;
  }

  private static Column title() {
    return CleanText.of(lit(null).cast("string"), col(TITLE));
  }

  private static Instant instant(Object value) {
    if (value == null || value instanceof Instant) {
      return (Instant) value;
    }
    return ((Timestamp) value).toInstant();
  }
}
