package dev.tidemark.text.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {
  private static final WordPieces MODELS_OWN = own();

  /** Hugging Face tokenizers 0.23.2 on the model's {@code tokenizer.json}, texts in lower case. */
  @ParameterizedTest
  @CsvSource({
    "开办企业A2，word123 hello!, 101 2458 1215 821 689 10301 8024 8681 9807 8701 106 102",
    "營業執照 2020-03 𠮷野家👍, 101 4245 3511 1822 4212 8439 118 8140 100 7029 2157 8102 102",
    "unaffable zzxqj, 101 163 8374 9049 9609 168 8253 8206 8326 8334 102",
    "a\u00a0b\u200bc\tü, 101 143 10954 100 102",
    "'', 101 102",
    "[SEP] x, 101 138 9463 140 166 102"
  })
  void agreesWithThePublishedTokenizer(String text, String numbers) {
    var expected = Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray();

    assertThat(MODELS_OWN.of(text, 128)).isEqualTo(expected);
  }

  @Test
  void aLongTextIsCutBeforeItsEndMark() {
    assertThat(MODELS_OWN.of("好".repeat(20_000), 128)).hasSize(128).startsWith(101).endsWith(102);
  }

  @Test
  void aWordOfMoreThanAHundredLettersIsUnknown() {
    assertThat(MODELS_OWN.of("a".repeat(101), 128)).containsExactly(101, 100, 102);
  }

  /** {@code un}, {@code ##able} and nothing for the rest. */
  @Test
  void aWordWithAnUnknownRestIsUnknownAsAWhole() {
    var vocabulary =
        new Vocabulary(Map.of("[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "un", 3, "##able", 4));

    assertThat(new WordPieces(vocabulary).of("unable", 9)).containsExactly(1, 3, 4, 2);
    assertThat(new WordPieces(vocabulary).of("unable!", 9)).containsExactly(1, 3, 4, 0, 2);
    assertThat(new WordPieces(vocabulary).of("unablex", 9)).containsExactly(1, 0, 2);
  }

  @Test
  void aTokenizerWithoutAVocabularyIsRefused() {
    var nothing = new ByteArrayInputStream("{\"model\":{}}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Vocabulary.read(nothing)).isInstanceOf(IOException.class);
  }

  private static WordPieces own() {
    try (var tokenizer = WordPieces.class.getResourceAsStream(OnnxModel.TOKENIZER)) {
      return new WordPieces(Vocabulary.read(tokenizer));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
