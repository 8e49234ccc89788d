package dev.tidemark.report;

import dev.tidemark.framework.Title;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences in both languages at once. */
final class Words {
  static final Title NOTHING = Title.of("");

  private Words() {}

  /**
   * A sentence in Chinese and in English.
   *
   * @param parts put in the place of {@code %s}, in this order or by number: a {@link Title} by its
   *     language, anything else as it is
   */
  static Title of(String zh, String en, Object... parts) {
    return new Title(
        zh.formatted(Stream.of(parts).map(part -> in(part, Title::zh)).toArray()),
        en.formatted(Stream.of(parts).map(part -> in(part, Title::en)).toArray()));
  }

  private static Object in(Object part, Function<Title, String> language) {
    return part instanceof Title title ? language.apply(title) : part;
  }

  /** With a capital where English wants one; the n of a sample stays small. */
  static Title capital(Title sentence) {
    var en = sentence.en();
    return en.isEmpty() || en.startsWith("n ") || en.startsWith("n:")
        ? sentence
        : new Title(sentence.zh(), Character.toUpperCase(en.charAt(0)) + en.substring(1));
  }

  /** Names one after the other. */
  static Title list(List<Title> names) {
    return new Title(
        names.stream().map(Title::zh).collect(Collectors.joining("、")),
        names.stream().map(Title::en).collect(Collectors.joining(", ")));
  }

  /** One sentence behind the other; those that say nothing are left out. */
  static Title join(Title... sentences) {
    return new Title(
        Stream.of(sentences)
            .map(Title::zh)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining()),
        Stream.of(sentences)
            .map(Title::en)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ")));
  }
}
