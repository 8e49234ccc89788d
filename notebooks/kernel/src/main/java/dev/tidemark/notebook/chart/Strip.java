package dev.tidemark.notebook.chart;

import dev.tidemark.notebook.Decimals;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows below each other over one horizontal axis: names to the left, figures to the right. */
final class Strip {
  static final double ROW = 24;
  private static final double WIDEST_NAME = 270;
  private static final String GRID = "stroke=\"currentColor\" stroke-opacity=\"0.15\"";
  private static final String ZERO = "stroke=\"currentColor\" stroke-opacity=\"0.6\"";

  private final List<Mark> marks;
  private final double top;
  private final double left;
  private final Scale scale;

  /**
   * @param figures what stands to the right of each row
   * @param others values the axis must reach, beside those of the marks
   */
  Strip(List<Mark> marks, List<String> figures, double top, Stream<Double> others) {
    this.marks = marks;
    this.top = top;
    double names = marks.stream().mapToDouble(m -> Svg.width(m.label())).max().orElse(0);
    left = Math.min(WIDEST_NAME, names) + 16;
    double right = figures.stream().mapToDouble(Svg::width).max().orElse(0) + 12;
    scale =
        Scale.of(
            Stream.concat(
                    marks.stream().flatMap(m -> Stream.of(m.value(), m.low(), m.high())), others)
                .filter(Objects::nonNull)
                .mapToDouble(v -> v),
            left,
            Svg.WIDTH - right - 6);
  }

  Scale scale() {
    return scale;
  }

  /** The middle of a row. */
  double middle(int row) {
    return top + ROW * row + ROW / 2;
  }

  void grid(Svg svg, List<String> figures, Double reference) {
    double bottom = top + ROW * marks.size();
    var decimals = Decimals.of(scale.ticks().stream().mapToDouble(v -> v).toArray());
    for (var tick : scale.ticks()) {
      svg.line(scale.at(tick), top, scale.at(tick), bottom, tick == 0 ? ZERO : GRID);
      svg.faint(scale.at(tick), bottom + 16, "middle", decimals.text(tick));
    }
    if (reference != null) {
      svg.line(
          scale.at(reference),
          top,
          scale.at(reference),
          bottom,
          ZERO + " stroke-dasharray=\"4 3\"");
    }
    for (int i = 0; i < marks.size(); i++) {
      var name = Svg.fitted(marks.get(i).label(), WIDEST_NAME);
      svg.text(left - 10, middle(i) + 4, "end", name);
      if (marks.get(i).value() == null) {
        svg.faint(scale.from() + 6, middle(i) + 4, "start", "not observed");
      } else {
        svg.text(Svg.WIDTH - 4, middle(i) + 4, "end", figures.get(i));
      }
    }
  }

  double finish(Svg svg, String axis) {
    double bottom = top + ROW * marks.size();
    svg.faint((scale.from() + scale.to()) / 2, bottom + 34, "middle", axis);
    return bottom + (axis.isEmpty() ? 24 : 42);
  }
}
