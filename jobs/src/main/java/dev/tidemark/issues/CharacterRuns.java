package dev.tidemark.issues;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Runs of letters and digits in a text, whatever stands between them, as hashes. */
final class CharacterRuns {
  /** What masking left says nothing about the subject. */
  private static final Pattern MASKED = Pattern.compile("\\[[A-Z]{2,6}]");

  /** Letters and digits read of a text: what a long one is about stands in front. */
  private static final int MOST = 400;

  private CharacterRuns() {}

  /** The letters and digits of a text, in lower case. */
  static int[] letters(String text) {
    return MASKED
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .limit(MOST)
        .toArray();
  }

  /** Each run of so many, in order, repeated or not. */
  static int[] of(int[] letters, int length) {
    int n = Math.max(0, letters.length - length + 1);
    var runs = new int[n];
    for (int i = 0; i < n; i++) {
      runs[i] = hash(letters, i, i + length);
    }
    return runs;
  }

  /** Each run of so many, once, in ascending order of its hash. */
  static int[] distinct(int[] letters, int length) {
    return Arrays.stream(of(letters, length)).sorted().distinct().toArray();
  }

  /** FNV-1a over code points, its bits mixed once more (MurmurHash3's finaliser). */
  static int hash(int[] letters, int from, int to) {
    int hash = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ letters[i]) * 0x01000193;
    }
    hash ^= hash >>> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    hash *= 0xC2B2AE35;
    return hash ^ hash >>> 16;
  }
}
