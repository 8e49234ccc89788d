package dev.tidemark.issues;

import static dev.tidemark.table.Col.ANSWERED_AT;
import static dev.tidemark.table.Col.AUTHOR;
import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.COPY_OF;
import static dev.tidemark.table.Col.CREATED_AT;
import static dev.tidemark.table.Col.DEPARTMENT;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.PERIOD;
import static dev.tidemark.table.Col.RESOLVED;
import static dev.tidemark.table.Col.STAGE;
import static dev.tidemark.table.Col.TITLE;
import static dev.tidemark.table.Col.UNIT;
import static dev.tidemark.table.Col.VOICE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import dev.tidemark.text.CleanText;
import dev.tidemark.text.NearDuplicates;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** What messages say and who repeats whom, worked out once and kept until it is closed. */
final class CleanMessages implements AutoCloseable {
  private static final String TITLE_HASH = "title_hash";
  private static final String CLEAN_TITLE = "clean_title";

  private final Dataset<Row> messages;
  private final Dataset<Row> signatures;
  private final List<String> periods;

  private CleanMessages(Dataset<Row> messages, Dataset<Row> signatures, List<String> periods) {
    this.messages = messages;
    this.signatures = signatures;
    this.periods = periods;
  }

  /** Of rows of {@code messages} and the framework's periods. */
  static CleanMessages of(Dataset<Row> stored, List<String> periods) {
    var cleaned =
        NearDuplicates.cleaned(stored)
            .withColumn(CLEAN_TITLE, CleanText.of(lit(null).cast("string"), col(TITLE)))
            .select(
                ID,
                PERIOD,
                UNIT,
                DEPARTMENT,
                STAGE,
                AUTHOR,
                CREATED_AT,
                ANSWERED_AT,
                RESOLVED,
                CLEAN_TITLE,
                CLEAN_TEXT,
                CONTENT_HASH)
            .persist(StorageLevel.MEMORY_AND_DISK());
    var signatures = NearDuplicates.signatures(cleaned).persist(StorageLevel.MEMORY_AND_DISK());
    return new CleanMessages(cleaned, signatures, periods);
  }

  @Override
  public void close() {
    signatures.unpersist();
    messages.unpersist();
  }

  /** All of them, with their near copies known. */
  Dataset<Row> near() {
    return NearDuplicates.of(messages, signatures)
        .select(ID, COPY_OF, VOICE, CONTENT_HASH, CLEAN_TEXT);
  }

  /** Titles and whole texts, to be embedded: {@code content_hash} and {@code clean_text}. */
  Dataset<Row> contents() {
    return messages
        .select(CLEAN_TEXT)
        .union(messages.select(col(CLEAN_TITLE).as(CLEAN_TEXT)))
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
    return NearDuplicates.of(chosen, signatures)
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

  private static Instant instant(Object value) {
    if (value == null || value instanceof Instant) {
      return (Instant) value;
    }
    return ((Timestamp) value).toInstant();
  }
}
