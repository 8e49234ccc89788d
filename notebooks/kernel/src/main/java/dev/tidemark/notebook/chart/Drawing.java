package dev.tidemark.notebook.chart;

/** What a chart shows between its title and its note. */
public sealed interface Drawing permits Bars, Intervals, Lines, Points {
  /**
   * Draws from the top of the canvas.
   *
   * @param axis what the numbers are, with their unit; may be empty
   * @param reference a value to draw a line at; null for none
   * @return how high the drawing is
   */
  double draw(Svg svg, String axis, Double reference);

  /** The same figures as lines of text. */
  String text();
}
