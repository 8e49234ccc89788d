package dev.tidemark.notebook.chart;

import dev.tidemark.notebook.Texts;
import java.util.Locale;

/** An SVG picture in the making; text takes the colour of the page, be it light or dark. */
final class Svg {
  static final double WIDTH = 760;
  static final double FONT = 12.5;

  private final StringBuilder shapes = new StringBuilder();

  Svg line(double x1, double y1, double x2, double y2, String style) {
    return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", x1, y1, x2, y2, style);
  }

  Svg rect(double x, double y, double width, double height, String style) {
    return add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>",
        x, y, width, height, style);
  }

  Svg dot(double x, double y, String style) {
    return add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\" %s/>", x, y, style);
  }

  /** A dot that tells its name when one points at it. */
  Svg dot(double x, double y, String name, String style) {
    return add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\" %s><title>%s</title></circle>",
        x, y, style, Texts.escaped(name));
  }

  Svg path(String points, String style) {
    return add("<polyline points=\"%s\" fill=\"none\" %s/>", points, style);
  }

  /**
   * @param anchor start, middle or end: what of the text is at x
   */
  Svg text(double x, double y, String anchor, String text) {
    return add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"currentColor\">%s</text>",
        x, y, anchor, Texts.escaped(text));
  }

  /** Text that steps back: ticks, what was not observed. */
  Svg faint(double x, double y, String anchor, String text) {
    return add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"currentColor\""
            + " opacity=\"0.65\">%s</text>",
        x, y, anchor, Texts.escaped(text));
  }

  private Svg add(String shape, Object... values) {
    shapes.append(String.format(Locale.ROOT, shape, values)).append('\n');
    return this;
  }

  String finished(double height, String title) {
    return "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %.0f %.0f\" width=\"100%%\" font-family=\"sans-serif\" font-size=\"%.1f\">\n%s</svg>"
        .formatted(Texts.escaped(title), WIDTH, height, FONT, shapes);
  }

  /** About how wide a text is: Chinese characters are as wide as high. */
  static double width(String text) {
    return text.codePoints().mapToDouble(c -> c >= 0x2E80 ? FONT : FONT * 0.6).sum();
  }

  /** A text that fits, cut with an ellipsis if it must be. */
  static String fitted(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end) + "…") > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "…";
  }
}
