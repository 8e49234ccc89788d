package dev.tidemark.ingest;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/** Tells from a text's first bytes that it is in another encoding than declared. */
final class Encodings {
  /**
   * How a text may begin to say what it is in.
   *
   * @param family which declared without an order of bytes leaves it to the mark
   * @param order what has no other order of bytes
   */
  private record Mark(List<Integer> bytes, String family, String order) {
    boolean begins(byte[] text) {
      for (var i = 0; i < bytes.size(); i++) {
        if (i >= text.length || (text[i] & 0xff) != bytes.get(i)) {
          return false;
        }
      }
      return true;
    }

    boolean isOf(Charset declared) {
      return List.of(family, order).contains(declared.name());
    }
  }

  /** The longer mark first: UTF-32's begins with UTF-16's. */
  private static final List<Mark> WIDE =
      List.of(
          new Mark(List.of(0xff, 0xfe, 0, 0), "UTF-32", "UTF-32LE"),
          new Mark(List.of(0, 0, 0xfe, 0xff), "UTF-32", "UTF-32BE"),
          new Mark(List.of(0xff, 0xfe), "UTF-16", "UTF-16LE"),
          new Mark(List.of(0xfe, 0xff), "UTF-16", "UTF-16BE"));

  private static final Mark UTF_8_MARK = new Mark(List.of(0xef, 0xbb, 0xbf), "UTF-8", "UTF-8");

  /** Text has no NUL at all; UTF-16 of any header has one in every two bytes. */
  private static final int NULS_OF_WIDE_TEXT_ONE_IN = 10;

  private Encodings() {}

  /**
   * Why the text cannot be in the encoding declared.
   *
   * @param first the text's first bytes, some thousand
   * @return null if nothing speaks against it
   */
  static String refusal(byte[] first, Charset declared) {
    for (var mark : WIDE) {
      if (mark.begins(first)) {
        return mark.isOf(declared) ? null : is(mark.family(), mark.family());
      }
    }
    if (!isWide(declared) && looksWide(first)) {
      return is("UTF-16", firstOfTwo(first) ? "UTF-16BE" : "UTF-16LE");
    }
    return UTF_8_MARK.begins(first) && !UTF_8_MARK.isOf(declared)
        ? "begins with the mark of UTF-8: leave --encoding %s out".formatted(declared.name())
        : null;
  }

  private static String is(String encoding, String toDeclare) {
    return "is %s: save it as UTF-8, or give --encoding %s".formatted(encoding, toDeclare);
  }

  /** In such a text every second byte may be a NUL. */
  private static boolean isWide(Charset declared) {
    var name = declared.name().toUpperCase(Locale.ROOT);
    return name.contains("UTF-16") || name.contains("UTF-32");
  }

  private static boolean looksWide(byte[] first) {
    var nuls = 0;
    for (var b : first) {
      nuls += b == 0 ? 1 : 0;
    }
    var startsWide = first.length >= 2 && (first[0] == 0) != (first[1] == 0);
    return nuls > 0 && (startsWide || nuls > first.length / NULS_OF_WIDE_TEXT_ONE_IN);
  }

  /** Whether more of the NULs are the first of two bytes than the second. */
  private static boolean firstOfTwo(byte[] text) {
    var first = 0;
    for (var i = 0; i < text.length; i++) {
      first += text[i] == 0 ? 1 - 2 * (i % 2) : 0;
    }
    return first > 0;
  }
}
