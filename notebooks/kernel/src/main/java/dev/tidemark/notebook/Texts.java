package dev.tidemark.notebook;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Text for HTML and for lines. */
public final class Texts {
  private Texts() {}

  /** Text that HTML and SVG show as it is, between tags and in quoted attributes. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Lines below each other, without the empty ones. */
  public static String lines(String... lines) {
    return Arrays.stream(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }
}
