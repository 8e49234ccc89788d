package dev.tidemark.issues.label;

import java.util.Optional;
import java.util.regex.Pattern;

/** A stranger's text as one plain line. */
final class PlainLine {
  private static final int LONGEST = 40;

  /** Control, format (bidirectional and zero-width), private and unassigned characters. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]+");

  private static final Pattern MARKUP = Pattern.compile("[<>`*_#|\\\\{}\\[\\]\"“”「」『』《》]");
  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{P}]+|[\\s。.!！;；,，:：、]+$");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)://|www\\.|@|[a-z0-9]\\.(?:com|cn|net|org)\\b");
  private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

  private PlainLine() {}

  /**
   * The first line that says something, without markup, quotation marks and what is not seen.
   *
   * @return at most 40 characters; empty if the text says nothing, has an address or is longer than
   *     a title
   */
  static Optional<String> of(String text) {
    return text.lines()
        .map(line -> UNSEEN.matcher(line).replaceAll(" "))
        .map(line -> MARKUP.matcher(line).replaceAll(""))
        .map(line -> ENDS.matcher(line).replaceAll("").replaceAll("\\s+", " "))
        .filter(line -> SAYS_SOMETHING.matcher(line).find())
        .findFirst()
        .filter(line -> line.codePointCount(0, line.length()) <= LONGEST)
        .filter(line -> !ADDRESS.matcher(line).find());
  }
}
