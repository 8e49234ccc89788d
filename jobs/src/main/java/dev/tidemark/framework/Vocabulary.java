package dev.tidemark.framework;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people call the words that tables hold, such as {@code hall} or {@code time-limit}; a word
 * that is not among them is shown as it is.
 */
public final class Vocabulary {
  /** What stands where there is no word. */
  private static final String NONE = "–";

  private static final String OF_ITEMS = "item:";
  private static final Map<String, Title> WORDS = read(word -> !word.startsWith(OF_ITEMS), 0);
  private static final Map<String, Title> ITEMS =
      read(word -> word.startsWith(OF_ITEMS), OF_ITEMS.length());
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private Vocabulary() {}

  /** One word; a dash for null. */
  public static Title of(String word) {
    return word == null ? Title.of(NONE) : WORDS.getOrDefault(word, Title.of(word));
  }

  /** Words joined by signs, such as {@code hall: apply→collect} or {@code app+wechat}. */
  public static Title phrase(String words) {
    return words == null
        ? Title.of(NONE)
        : new Title(each(words, Title::zh), each(words, Title::en).replace("+", " + "));
  }

  /** An item of a catalogue or a guide, which may have the name of any other word. */
  public static Title item(String id) {
    return ITEMS.getOrDefault(id, Title.of(id));
  }

  /** All words. */
  public static Map<String, Title> words() {
    return WORDS;
  }

  /** All items. */
  public static Map<String, Title> items() {
    return ITEMS;
  }

  private static String each(String words, Function<Title, String> language) {
    return WORD.matcher(words)
        .replaceAll(
            found -> java.util.regex.Matcher.quoteReplacement(language.apply(of(found.group()))));
  }

  private static Map<String, Title> read(Predicate<String> wanted, int prefix) {
    var source = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.csv"));
    try (var lines = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(cells -> wanted.test(cells[0]))
          .collect(
              Collectors.toUnmodifiableMap(
                  cells -> cells[0].substring(prefix), cells -> new Title(cells[1], cells[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
