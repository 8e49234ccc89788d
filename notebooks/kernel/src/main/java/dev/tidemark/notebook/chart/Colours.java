package dev.tidemark.notebook.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A colour for each word: one of its own for verdicts and the like, else the next of a palette. */
final class Colours {
  static final String PLAIN = "#2b7a9b";
  private static final String GOOD = "#1b8a6b";
  private static final String BAD = "#d1601f";
  private static final String NEUTRAL = "#8a8f98";

  /** Told apart by the colour-blind, too (Okabe and Ito). */
  private static final List<String> PALETTE =
      List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a8f98");

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("improved", GOOD),
          Map.entry("fixed", GOOD),
          Map.entry("keep", GOOD),
          Map.entry("within the floor", GOOD),
          Map.entry("fading", GOOD),
          Map.entry("declined", BAD),
          Map.entry("urgent", BAD),
          Map.entry("late", BAD),
          Map.entry("growing", BAD),
          Map.entry("unanswered", "#8c3b0c"),
          Map.entry("unchanged", "#4c6fa5"),
          Map.entry("steady", "#4c6fa5"),
          Map.entry("inconclusive", NEUTRAL),
          Map.entry("undetermined", NEUTRAL));

  private final Map<String, String> used = new LinkedHashMap<>();

  String of(String word) {
    return used.computeIfAbsent(
        word, w -> MEANINGS.getOrDefault(w, PALETTE.get(used.size() % PALETTE.size())));
  }

  /** Draws which word has which colour, be it a single verdict of all. */
  double legend(Svg svg, double x) {
    if (used.isEmpty()) {
      return 0;
    }
    double at = x;
    for (var entry : used.entrySet()) {
      svg.rect(at, 3, 11, 11, "fill=\"%s\" rx=\"2\"".formatted(entry.getValue()));
      svg.text(at + 16, 13, "start", entry.getKey());
      at += 34 + Svg.width(entry.getKey());
    }
    return 24;
  }
}
