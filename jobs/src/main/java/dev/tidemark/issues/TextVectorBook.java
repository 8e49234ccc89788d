package dev.tidemark.issues;

import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.VECTOR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The vectors of texts, by content hash.
 *
 * @param vectors of one length
 * @param dimensions that length
 * @param floor what a cosine of 0 is on the scale of the language model: 0 for its own vectors,
 *     more for those that were centred
 */
record TextVectorBook(Map<String, float[]> vectors, int dimensions, double floor) {
  /** Reads a table of vectors, a partition at a time: boxed at once they would fill the memory. */
  static TextVectorBook of(Dataset<Row> embeddings, int dimensions, double floor) {
    var vectors = new HashMap<String, float[]>();
    embeddings
        .select(CONTENT_HASH, VECTOR)
        .toLocalIterator()
        .forEachRemaining(row -> vectors.put(row.getString(0), floats(row.getList(1))));
    return new TextVectorBook(vectors, dimensions, floor);
  }

  /** The vector of a text; all 0 of one that has none, as the empty text. */
  float[] of(String hash) {
    var vector = vectors.get(hash);
    return vector == null ? new float[dimensions] : vector;
  }

  private static float[] floats(List<Float> values) {
    var floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }
}
