package dev.tidemark.framework;

/** Text of a file as a message shows it. */
final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  /** In quotes, on one line, cut after 60 characters. */
  static String of(String text) {
    var shown = new StringBuilder("\"");
    text.codePoints().limit(LONGEST).forEach(c -> shown.append(shown(c)));
    return shown.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"").toString();
  }

  private static String shown(int character) {
    return Character.isISOControl(character)
        ? "\\u%04x".formatted(character)
        : Character.toString(character);
  }
}
