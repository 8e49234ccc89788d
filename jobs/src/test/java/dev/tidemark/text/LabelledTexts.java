package dev.tidemark.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code texts/personal-data.tsv}: lines written for these tests, in each of which every personal
 * datum is marked, {@code ⟦PHONE|13812345678⟧}. Numbers and names are drawn at random and nobody's.
 * The first cell says what the line is about: {@code personal}, or what must not be taken for
 * personal ({@code order, year, code, money, other}).
 *
 * @param about the first cell
 * @param marked the line
 */
record LabelledTexts(String about, String marked) {
  private static final Pattern MARK = Pattern.compile("⟦([A-Z]+)\\|([^⟧]+)⟧");
  private static final Pattern TOKEN = Pattern.compile("\\[([A-Z]+)]");

  static List<LabelledTexts> all() {
    try (var file = LabelledTexts.class.getResourceAsStream("/texts/personal-data.tsv")) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(cells -> new LabelledTexts(cells[0], cells[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As somebody wrote it. */
  String written() {
    return MARK.matcher(marked).replaceAll(mark -> Matcher.quoteReplacement(mark.group(2)));
  }

  /** As it should be stored. */
  String expected() {
    return MARK.matcher(marked).replaceAll(mark -> "[" + mark.group(1) + "]");
  }

  /** The data of a kind. */
  List<String> data(PersonalData kind) {
    return MARK.matcher(marked)
        .results()
        .filter(mark -> mark.group(1).equals(kind.name()))
        .map(mark -> mark.group(2))
        .toList();
  }

  /** How many tokens of each kind a text has. */
  static Map<String, Long> tokens(String text) {
    return TOKEN.matcher(text).results().collect(groupingBy(found -> found.group(1), counting()));
  }
}
