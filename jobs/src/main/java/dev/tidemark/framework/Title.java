package dev.tidemark.framework;

/**
 * A name in the two languages of the reports.
 *
 * @param zh the Chinese name; the English one where only that was given
 * @param en the English name; the Chinese one where only that was given
 */
public record Title(String zh, String en) {
  /** One name for both languages. */
  public static Title of(String text) {
    return new Title(text, text);
  }
}
