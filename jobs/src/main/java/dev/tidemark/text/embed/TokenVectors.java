package dev.tidemark.text.embed;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * A vector for every feature of texts; a text's is their sum, brought to length 1.
 *
 * @param vectors by feature ({@link TextFeatures}), rare ones the longer
 * @param dimensions of each
 */
record TokenVectors(HashMap<Long, float[]> vectors, int dimensions) implements Serializable {
  /** Word pieces read of a text; cheap enough to read far. */
  static final int PIECES = 512;

  /**
   * Gathers vectors of one length.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  static TokenVectors of(Map<Long, float[]> vectors) {
    return new TokenVectors(new HashMap<>(vectors), vectors.values().iterator().next().length);
  }

  /** The vector of a text; all 0 if it has no known feature. */
  float[] vector(String text, TextFeatures features) {
    var sum = new float[dimensions];
    for (long feature : features.of(text, PIECES)) {
      var vector = vectors.get(feature);
      if (vector != null) {
        for (int i = 0; i < dimensions; i++) {
          sum[i] += vector[i];
        }
      }
    }
    return Vectors.ofLengthOne(sum);
  }
}
