package dev.tidemark.text.embed;

import static dev.tidemark.table.Col.CLEAN_TEXT;
import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.MODEL;
import static dev.tidemark.table.Col.VECTOR;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Vectors kept in the warehouse: what was embedded once is never embedded again. */
public final class Embeddings {
  private Embeddings() {}

  /**
   * Embeds the texts the warehouse has no vector of, in one commit; in none if it has all.
   *
   * @param texts {@code content_hash} and {@code clean_text}, repeated or not; see {@link
   *     dev.tidemark.text.NearDuplicates}
   * @return {@code content_hash} and {@code vector}, one row for each content
   */
  public static Dataset<Row> of(DeltaLake lake, Dataset<Row> texts, Embedder embedder) {
    var contents = texts.select(CONTENT_HASH, CLEAN_TEXT).dropDuplicates(CONTENT_HASH);
    var missing = lake.has(Tables.EMBEDDINGS) ? lacking(contents, kept(lake, embedder)) : contents;
    if (!missing.isEmpty()) {
      lake.insertNew(
          Tables.EMBEDDINGS,
          embedder.vectors(missing).withColumn(MODEL, lit(embedder.model())),
          List.of(embedder.model()));
    }
    lake.create(Tables.EMBEDDINGS);
    return kept(lake, embedder).join(contents.select(CONTENT_HASH), CONTENT_HASH);
  }

  private static Dataset<Row> kept(DeltaLake lake, Embedder embedder) {
    return lake.read(Tables.EMBEDDINGS)
        .where(col(MODEL).equalTo(embedder.model()))
        .select(CONTENT_HASH, VECTOR);
  }

  private static Dataset<Row> lacking(Dataset<Row> contents, Dataset<Row> kept) {
    return contents.join(kept.select(CONTENT_HASH), CONTENT_HASH, "left_anti");
  }
}
