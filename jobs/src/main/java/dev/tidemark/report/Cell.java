package dev.tidemark.report;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import java.util.Objects;

/**
 * One cell of a table as it is shown.
 *
 * @param text in both languages
 * @param style a class of the style sheet: text, number or verdict
 * @param sort what the column is sorted by, a number or a text; null comes last
 * @param link a page of the report; null for none
 * @param strip a change with its interval, drawn; null for none
 */
public record Cell(Title text, String style, Object sort, String link, Strip strip) {
  static Cell text(Title text) {
    return new Cell(text, "text", text.en(), null, null);
  }

  static Cell text(String text) {
    return text(Title.of(Objects.requireNonNullElse(text, Rounding.NONE)));
  }

  /** A text of some length, which takes the room it needs. */
  static Cell prose(Title text) {
    return new Cell(text, "text prose", text.en(), null, null);
  }

  /** A name of some length, which should stand in one line. */
  static Cell name(Title text) {
    return new Cell(text, "text name", text.en(), null, null);
  }

  static Cell number(Number value, String shown) {
    return new Cell(Title.of(shown), "number", value, null, null);
  }

  static Cell points(Double value) {
    return number(value, Rounding.points(value));
  }

  static Cell signed(Double value) {
    return number(value, Rounding.signed(value));
  }

  static Cell percent(Double share) {
    return number(share, Rounding.percent(share));
  }

  static Cell count(Number value) {
    return number(value, Rounding.count(value));
  }

  static Cell verdict(String verdict) {
    return new Cell(
        Vocabulary.of(verdict),
        "verdict " + (verdict == null ? "none" : verdict),
        verdict,
        null,
        null);
  }

  static Cell strip(Strip strip) {
    return new Cell(Title.of(strip.words()), "drawn", strip.sort(), null, strip);
  }

  Cell to(String page) {
    return new Cell(text, style, sort, page, strip);
  }

  /** Sorted by a number that is not what it shows. */
  Cell by(Object key) {
    return new Cell(text, style, key, link, strip);
  }
}
