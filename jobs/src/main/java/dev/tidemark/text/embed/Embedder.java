package dev.tidemark.text.embed;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Something that makes vectors of texts. */
public interface Embedder {
  /**
   * Names all that decides about a vector: model, version, length read. Vectors of one name are
   * comparable and kept; those of two never meet.
   */
  String model();

  /** The length of its vectors. */
  int dimensions();

  /**
   * Makes vectors; nothing runs before an action.
   *
   * @param contents {@code content_hash} and {@code clean_text}, each content once
   * @return {@code content_hash} and {@code vector}, of length 1, or all 0 for a text that says
   *     nothing. The vector depends on the text and the model alone, not on its neighbours or
   *     partitions.
   */
  Dataset<Row> vectors(Dataset<Row> contents);
}
