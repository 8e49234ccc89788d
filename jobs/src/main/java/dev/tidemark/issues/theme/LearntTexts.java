package dev.tidemark.issues.theme;

import static dev.tidemark.table.Col.CONTENT_HASH;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.VECTOR;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Texts that themes are learnt from, on the driver: all, or those of the smallest hashes.
 *
 * @param ids of their messages, in the order of their hashes
 * @param hashes ascending
 * @param vectors of each
 */
@SuppressWarnings("ArrayRecordComponent")
record LearntTexts(List<String> ids, List<String> hashes, float[][] vectors) {
  /**
   * Fetches them, row by row: as rows of Spark all at once they would take ten times the room.
   *
   * @param texts {@code id}, {@code content_hash} and {@code vector}, each content once
   */
  static LearntTexts of(Dataset<Row> texts, int most) {
    var ids = new ArrayList<String>();
    var hashes = new ArrayList<String>();
    var vectors = new ArrayList<float[]>();
    texts
        .select(CONTENT_HASH, ID, VECTOR)
        .orderBy(CONTENT_HASH)
        .limit(most)
        .toLocalIterator()
        .forEachRemaining(
            text -> {
              hashes.add(text.getString(0));
              ids.add(text.getString(1));
              vectors.add(floats(text.getList(2)));
            });
    return new LearntTexts(ids, hashes, vectors.toArray(float[][]::new));
  }

  int size() {
    return ids.size();
  }

  static float[] floats(List<Float> values) {
    var floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }
}
