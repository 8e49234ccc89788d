package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;

/** Tells from a text's first bytes that it is in another encoding than declared. */
final class Encodings {
  private record Mark(List<Integer> bytes, String encoding) {
    boolean begins(byte[] text) {
      for (var i = 0; i < bytes.size(); i++) {
        if (i >= text.length || (text[i] & 0xff) != bytes.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The longer mark first: UTF-32's begins with UTF-16's. */
  private static final List<Mark> WIDE =
      List.of(
          new Mark(List.of(0xff, 0xfe, 0, 0), "UTF-32"),
          new Mark(List.of(0, 0, 0xfe, 0xff), "UTF-32"),
          new Mark(List.of(0xff, 0xfe), "UTF-16"),
          new Mark(List.of(0xfe, 0xff), "UTF-16"));

  private static final Mark UTF_8_MARK = new Mark(List.of(0xef, 0xbb, 0xbf), "UTF-8");

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
        return isWide(mark.encoding());
      }
    }
    if (looksWide(first)) {
      return isWide("UTF-16");
    }
    return UTF_8_MARK.begins(first) && !declared.equals(UTF_8)
        ? "begins with the mark of UTF-8: leave --encoding %s out".formatted(declared.name())
        : null;
  }

  private static String isWide(String encoding) {
    return "is " + encoding + ": save it as UTF-8";
  }

  private static boolean looksWide(byte[] first) {
    var nuls = 0;
    for (var b : first) {
      nuls += b == 0 ? 1 : 0;
    }
    var startsWide = first.length >= 2 && (first[0] == 0) != (first[1] == 0);
    return nuls > 0 && (startsWide || nuls > first.length / NULS_OF_WIDE_TEXT_ONE_IN);
  }
}
