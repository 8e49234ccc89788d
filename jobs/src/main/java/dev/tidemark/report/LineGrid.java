package dev.tidemark.report;

import dev.tidemark.framework.Title;

/** Lines over periods, point by point: what a chart of lines, or of small ones, is drawn from. */
final class LineGrid {
  private final Names names;
  private final Grid.Builder grid =
      Grid.of("period", "period_zh", "period_en", "line", "line_zh", "line_en", "value", "n");

  LineGrid(Names names) {
    this.names = names;
  }

  /**
   * Adds a point; none where the value is not known, so that the line has a gap.
   *
   * @param line names it
   * @param n what the value is a mean of; null if it is one of itself
   */
  void point(String period, String line, Title title, Number value, Number n) {
    if (value != null) {
      var shown = names.period(period);
      grid.row(period, shown.zh(), shown.en(), line, title.zh(), title.en(), value, n);
    }
  }

  Grid build() {
    return grid.build();
  }
}
