package dev.tidemark.report;

import dev.tidemark.framework.Title;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What reports call the words that tables hold; a word that is not among them is shown as it is.
 */
final class Vocabulary {
  private static final Map<String, Title> WORDS = read();
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private Vocabulary() {}

  /** One word; a dash for null. */
  static Title of(String word) {
    return word == null ? Title.of(Rounding.NONE) : WORDS.getOrDefault(word, Title.of(word));
  }

  /** Words joined by signs, such as {@code hall: apply→collect} or {@code app+wechat}. */
  static Title phrase(String words) {
    return words == null
        ? Title.of(Rounding.NONE)
        : new Title(each(words, Title::zh), each(words, Title::en).replace("+", " + "));
  }

  private static String each(String words, Function<Title, String> language) {
    return WORD.matcher(words)
        .replaceAll(
            found -> java.util.regex.Matcher.quoteReplacement(language.apply(of(found.group()))));
  }

  private static Map<String, Title> read() {
    var source = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.csv"));
    try (var lines = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], c -> new Title(c[1], c[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
