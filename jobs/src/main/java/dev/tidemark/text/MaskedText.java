package dev.tidemark.text;

import java.util.List;
import java.util.stream.Stream;

/** Texts without personal data. */
public final class MaskedText {
  /** Names last: many are told by the token behind them. */
  private static final List<MaskingRule> RULES =
      Stream.of(List.of(HandleRules.ADDRESS), NumberRules.ALL, HandleRules.ALL, NameRules.ALL)
          .flatMap(List::stream)
          .toList();

  private MaskedText() {}

  /**
   * Puts a token in the place of each personal datum it recognises; docs/texts.md says which.
   * Masking what was masked changes nothing.
   *
   * @param text as written; null stays null
   */
  public static String of(String text) {
    if (text == null) {
      return null;
    }
    int digits = digits(text);
    var masked = text;
    for (var rule : RULES) {
      if (digits >= rule.digits()) {
        masked = rule.masked(masked);
      }
    }
    return masked;
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (c >= '０' && c <= '９')) {
        digits++;
      }
    }
    return digits;
  }
}
