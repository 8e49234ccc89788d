package dev.tidemark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A table for a terminal, where a Chinese character is as wide as two Latin ones. */
final class TextTable {
  private static final Set<Character.UnicodeBlock> WIDE =
      Set.of(
          Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
          Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
          Character.UnicodeBlock.HANGUL_SYLLABLES,
          Character.UnicodeBlock.HIRAGANA,
          Character.UnicodeBlock.KATAKANA);

  private final List<List<String>> rows = new ArrayList<>();

  TextTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  void print(PrintWriter out) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        var pad = " ".repeat(widths[i] - width(row.get(i)));
        line.append(isNumber(row.get(i)) ? pad + row.get(i) : row.get(i) + pad).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /** Columns of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int codePoint) {
    return Character.isIdeographic(codePoint) || WIDE.contains(Character.UnicodeBlock.of(codePoint))
        ? 2
        : 1;
  }

  private static boolean isNumber(String text) {
    return text.matches("[+\\-−]?[0-9][0-9,.]*(E-?[0-9]+)?%?");
  }
}
