package dev.tidemark.wording;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Characters that Unicode takes for another form of one character: full and half width, circled
 * digits, superscripts and the like, and kinds of blanks.
 *
 * @param forms the characters
 * @param plain in the same places what they are forms of
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode Standard Annex 15, form NFKC</a>
 */
record SingleForms(String forms, String plain) {
  /** Those of the planes where such characters are; of NFKC those that stay one character. */
  static final SingleForms NFKC = nfkc();

  /** Blanks, and characters without a width. */
  static final String BLANKS =
      characters(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || isWidthless(c));

  private static final int LAST = 0x2FFFF;

  private static SingleForms nfkc() {
    var forms = new StringBuilder();
    var plain = new StringBuilder();
    candidates()
        .forEach(
            c -> {
              var form = Character.toString(c);
              var normal = Normalizer.normalize(form, Normalizer.Form.NFKC);
              if (!normal.equals(form) && normal.codePointCount(0, normal.length()) == 1) {
                forms.append(form);
                plain.append(normal);
              }
            });
    return new SingleForms(forms.toString(), plain.toString());
  }

  private static boolean isWidthless(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  private static String characters(IntPredicate wanted) {
    return candidates()
        .filter(wanted)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static IntStream candidates() {
    return IntStream.rangeClosed(1, LAST)
        .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE);
  }
}
