package dev.tidemark.text.embed;

import java.util.Arrays;
import java.util.Locale;

/**
 * Texts as the numbers of word pieces, as BERT's tokenizer for Chinese makes them: each ideograph
 * and each punctuation mark apart, other words by their longest known pieces (Devlin et al. 2019).
 *
 * <p>Texts are put into lower case first: the vocabulary has no capitals, and the published
 * tokenizer would take each word with one for unknown.
 */
final class WordPieces {
  private static final int LONGEST_WORD = 100;
  private static final String INSIDE = "##";

  private final Vocabulary vocabulary;
  private final int unknown;
  private final int start;
  private final int end;

  WordPieces(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.unknown = vocabulary.number("[UNK]");
    this.start = vocabulary.number("[CLS]");
    this.end = vocabulary.number("[SEP]");
  }

  /**
   * The numbers of a text, the marks of its start and end included.
   *
   * @param most numbers; a longer text is cut
   */
  long[] of(String text, int most) {
    var numbers = new Numbers(most - 1);
    numbers.add(start);
    var lower = text.toLowerCase(Locale.ROOT);
    var word = new StringBuilder();
    for (int i = 0; i < lower.length() && !numbers.isFull(); ) {
      int point = lower.codePointAt(i);
      i += Character.charCount(point);
      if (isDropped(point)) {
        continue;
      }
      boolean isAlone = isIdeograph(point) || isPunctuation(point);
      if (isAlone || isSpace(point)) {
        addPieces(word, numbers);
      }
      if (isAlone) {
        addPieces(word.appendCodePoint(point), numbers);
      } else if (!isSpace(point)) {
        word.appendCodePoint(point);
      }
    }
    addPieces(word, numbers);
    return numbers.endedBy(end);
  }

  /** Adds the pieces of a word and empties it; a word with an unknown rest is unknown. */
  private void addPieces(StringBuilder letters, Numbers numbers) {
    var word = letters.toString();
    letters.setLength(0);
    if (word.isEmpty()) {
      return;
    }
    int before = numbers.size();
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      numbers.add(unknown);
      return;
    }
    for (int from = 0; from < word.length(); ) {
      int to = word.length();
      int number = -1;
      while (to > from && number < 0) {
        var piece = word.substring(from, to);
        number = vocabulary.number(from == 0 ? piece : INSIDE + piece);
        to = number < 0 ? word.offsetByCodePoints(to, -1) : to;
      }
      if (number < 0) {
        numbers.backTo(before);
        numbers.add(unknown);
        return;
      }
      numbers.add(number);
      from = to;
    }
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.getType(point) == Character.SPACE_SEPARATOR;
  }

  private static boolean isDropped(int point) {
    int type = Character.getType(point);
    return point == 0xFFFD
        || ((type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE)
            && !isSpace(point));
  }

  private static boolean isIdeograph(int point) {
    return (point >= 0x4E00 && point <= 0x9FFF)
        || (point >= 0x3400 && point <= 0x4DBF)
        || (point >= 0x20000 && point <= 0x2A6DF)
        || (point >= 0x2A700 && point <= 0x2CEAF)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0x2F800 && point <= 0x2FA1F);
  }

  private static boolean isPunctuation(int point) {
    if (point < 128) {
      return point > ' ' && point < 127 && !Character.isLetterOrDigit(point);
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** A list of numbers up to a length. */
  private static final class Numbers {
    private final int most;
    private long[] values = new long[32];
    private int size;

    Numbers(int most) {
      this.most = most;
    }

    void add(long number) {
      if (size == most) {
        return;
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = number;
    }

    boolean isFull() {
      return size == most;
    }

    int size() {
      return size;
    }

    void backTo(int earlier) {
      size = earlier;
    }

    long[] endedBy(long number) {
      var ended = Arrays.copyOf(values, size + 1);
      ended[size] = number;
      return ended;
    }
  }
}
