package dev.tidemark.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each channel says, in one line. */
final class ShownTexts {
  private ShownTexts() {}

  static String of(Map<String, String> texts) {
    return new TreeMap<>(texts)
        .entrySet().stream()
            .map(
                text ->
                    text.getKey()
                        + ": "
                        + (text.getValue() == null ? Rounding.NONE : text.getValue()))
            .collect(Collectors.joining("; "));
  }
}
