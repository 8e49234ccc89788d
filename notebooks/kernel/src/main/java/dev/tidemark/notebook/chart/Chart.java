package dev.tidemark.notebook.chart;

import dev.tidemark.notebook.Texts;

/** A drawing with a title that says what it shows, and a note that says of what. */
public final class Chart {
  private final Drawing drawing;
  private final String title;
  private final String note;
  private final String axis;
  private final Double reference;

  /** A chart without words. */
  public Chart(Drawing drawing) {
    this(drawing, "", "", "", null);
  }

  private Chart(Drawing drawing, String title, String note, String axis, Double reference) {
    this.drawing = drawing;
    this.title = title;
    this.note = note;
    this.axis = axis;
    this.reference = reference;
  }

  /** The same chart under a sentence. */
  public Chart title(String sentence) {
    return new Chart(drawing, sentence, note, axis, reference);
  }

  /** The same chart above a note: n, period, rounding. */
  public Chart note(String text) {
    return new Chart(drawing, title, text, axis, reference);
  }

  /** The same chart with a name of its numbers and their unit. */
  public Chart axis(String name) {
    return new Chart(drawing, title, note, name, reference);
  }

  /** The same chart with a line at a value to compare with. */
  public Chart reference(double value) {
    return new Chart(drawing, title, note, axis, value);
  }

  /** The chart as a figure of a page. */
  public String html() {
    var svg = new Svg();
    double height = drawing.draw(svg, axis, reference);
    return """
    <figure style="margin:0.5em 0;max-width:%dpx">
    <figcaption style="font-weight:600;margin-bottom:0.4em">%s</figcaption>
    %s
    <div style="font-size:85%%;opacity:0.75">%s</div>
    </figure>\
    """
        .formatted(
            (int) Svg.WIDTH,
            Texts.escaped(title),
            svg.finished(height, title),
            Texts.escaped(note));
  }

  /** Title, figures and note as text. */
  public String text() {
    return Texts.lines(title, drawing.text(), note);
  }
}
