package dev.tidemark.text;

import java.util.Arrays;

/** The runs of a few characters that a text is made of, as hashes. */
final class Shingles {
  private static final int LENGTH = 4;

  private Shingles() {}

  /**
   * Every run of four letters or digits, whatever stands between them; case does not matter.
   *
   * @return distinct hashes in ascending order; of a shorter text the text itself, none of an empty
   *     one
   */
  static long[] of(String text) {
    var letters = text.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase);
    int[] points = letters.toArray();
    if (points.length == 0) {
      return new long[0];
    }
    int n = Math.max(1, points.length - LENGTH + 1);
    var hashes = new long[n];
    for (int i = 0; i < n; i++) {
      hashes[i] = hash(points, i, Math.min(points.length, i + LENGTH));
    }
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  private static long hash(int[] points, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = MinHash.mixed(hash + points[i]);
    }
    return hash;
  }
}
