package dev.tidemark.text.embed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The word pieces a model knows, each with its number. */
final class Vocabulary {
  private static final String PIECES = "vocab";

  private final Map<String, Integer> numbers;

  Vocabulary(Map<String, Integer> numbers) {
    this.numbers = Map.copyOf(numbers);
  }

  /**
   * Reads the {@code vocab} of a Hugging Face {@code tokenizer.json}.
   *
   * @throws IOException if it cannot be read or has no such object
   */
  static Vocabulary read(InputStream tokenizer) throws IOException {
    try (var json = new JsonFactory().createParser(tokenizer)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && PIECES.equals(json.currentName())) {
          json.nextToken();
          var numbers = new HashMap<String, Integer>();
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            var piece = json.currentName();
            json.nextToken();
            numbers.put(piece, json.getIntValue());
          }
          return new Vocabulary(numbers);
        }
      }
    }
    throw new IOException("the tokenizer has no " + PIECES);
  }

  /** The number of a piece; -1 if it is none. */
  int number(String piece) {
    return numbers.getOrDefault(piece, -1);
  }

  int size() {
    return numbers.size();
  }
}
