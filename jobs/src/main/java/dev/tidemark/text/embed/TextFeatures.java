package dev.tidemark.text.embed;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a text is made of when word order hardly counts: its word pieces and pairs of them. */
final class TextFeatures {
  /** More than the vocabulary has. */
  private static final int PAIR_SHIFT = 20;

  private final WordPieces pieces;

  TextFeatures(WordPieces pieces) {
    this.pieces = pieces;
  }

  /** By the model's own tokenizer, which needs no native library; one per JVM. */
  static TextFeatures shared() {
    return Shared.FEATURES;
  }

  /**
   * The features of a text, repeated as often as they occur.
   *
   * @param most word pieces read
   * @return a piece's number, or of two neighbours the first's times 2^20 plus the second's
   */
  long[] of(String text, int most) {
    var numbers = pieces.of(text, most);
    int n = numbers.length - 2;
    var features = new long[Math.max(0, 2 * n - 1)];
    for (int i = 0; i < n; i++) {
      features[i] = numbers[i + 1];
    }
    for (int i = 0; i + 1 < n; i++) {
      features[n + i] = (numbers[i + 1] << PAIR_SHIFT) + numbers[i + 2];
    }
    return features;
  }

  private static final class Shared {
    static final TextFeatures FEATURES = load();

    private static TextFeatures load() {
      try (var tokenizer = TextFeatures.class.getResourceAsStream(OnnxModel.TOKENIZER)) {
        return new TextFeatures(new WordPieces(Vocabulary.read(tokenizer)));
      } catch (IOException e) {
        throw new UncheckedIOException("The tokenizer cannot be read: " + e.getMessage(), e);
      }
    }
  }
}
