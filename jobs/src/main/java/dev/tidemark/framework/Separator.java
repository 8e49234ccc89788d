package dev.tidemark.framework;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands between the cells of a header that should have commas. */
public enum Separator {
  /** Of spreadsheets where the comma is the decimal mark. */
  SEMICOLON(";", "';'"),
  /** Of text copied out of a spreadsheet. */
  TAB("\t", "tabs"),
  /** Of databases. */
  BAR("|", "'|'"),
  /** Of Chinese input methods. */
  WIDE_COMMA("，", "the full-width comma '，'"),
  /** Likewise. */
  WIDE_SEMICOLON("；", "the full-width semicolon '；'");

  private final String text;
  private final String shown;

  Separator(String text, String shown) {
    this.text = text;
    this.shown = shown;
  }

  /**
   * The separator that makes names known out of a header.
   *
   * @param header its line, as written
   * @param known names of columns, in lower case
   * @return empty unless at least two of the names it separates are known; of any case, and in
   *     quotes or not
   */
  public static Optional<Separator> of(String header, Collection<String> known) {
    return Arrays.stream(values())
        .filter(
            separator ->
                separator.names(header).stream()
                        .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
                        .count()
                    > 1)
        .findFirst();
  }

  /** The names between the separators, without quotes and blanks around them. */
  public List<String> names(String header) {
    return Arrays.stream(header.split(Pattern.quote(text), -1))
        .map(name -> name.strip().replaceAll("^\"|\"$", ""))
        .toList();
  }

  /** What to tell of such a file. */
  public String hint() {
    return "the file seems to be separated by %s; commas are expected".formatted(shown);
  }
}
