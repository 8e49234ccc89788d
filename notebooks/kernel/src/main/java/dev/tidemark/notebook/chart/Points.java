package dev.tidemark.notebook.chart;

import dev.tidemark.notebook.Decimals;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Named points in two dimensions; the reference is a line across at a height of the second. A name
 * without room shows when one points at its dot.
 *
 * @param points what is drawn; those without one of the two numbers are in the text only
 */
public record Points(List<Point> points) implements Drawing {
  private static final double HEIGHT = 340;
  private static final double LEFT = 60;
  private static final double RIGHT = Svg.WIDTH - 20;
  private static final double TOP = 34;

  /** One point; null is not observed. */
  public record Point(Double x, Double y, String label, String colour) {
    boolean isThere() {
      return x != null && y != null;
    }
  }

  /** Rows of x, y, label and the word that gives the colour. */
  public static Points of(List<List<Object>> rows) {
    return new Points(
        rows.stream()
            .map(
                r ->
                    new Point(
                        Mark.number(r, 0), Mark.number(r, 1), Mark.text(r, 2), Mark.text(r, 3)))
            .toList());
  }

  @Override
  public double draw(Svg svg, String axis, Double reference) {
    var colours = new Colours();
    var there = points.stream().filter(Point::isThere).toList();
    there.forEach(p -> colours.of(p.colour()));
    colours.legend(svg, LEFT);
    var across = Scale.of(there.stream().mapToDouble(Point::x), LEFT, RIGHT);
    var up = Scale.of(there.stream().mapToDouble(Point::y), TOP + HEIGHT, TOP);
    grid(svg, across, up);
    if (reference != null) {
      svg.line(
          LEFT,
          up.at(reference),
          RIGHT,
          up.at(reference),
          "stroke=\"currentColor\" stroke-dasharray=\"4 3\" stroke-opacity=\"0.6\"");
    }
    var labels = new Labels(0, Svg.WIDTH);
    for (var point : there) {
      double x = across.at(point.x());
      double y = up.at(point.y());
      svg.dot(x, y, point.label(), "fill=\"%s\"".formatted(colours.of(point.colour())));
      labels.dot(x, y);
    }
    for (var point : there) {
      labels.name(svg, across.at(point.x()), up.at(point.y()), point.label());
    }
    svg.faint((LEFT + RIGHT) / 2, TOP + HEIGHT + 38, "middle", axis);
    return TOP + HEIGHT + (axis.isEmpty() ? 26 : 46);
  }

  private static void grid(Svg svg, Scale across, Scale up) {
    var line = "stroke=\"currentColor\" stroke-opacity=\"%s\"";
    var xs = Decimals.of(across.ticks().stream().mapToDouble(v -> v).toArray());
    for (var tick : across.ticks()) {
      double x = across.at(tick);
      svg.line(x, TOP, x, TOP + HEIGHT, line.formatted(tick == 0 ? 0.6 : 0.15));
      svg.faint(x, TOP + HEIGHT + 18, "middle", xs.text(tick));
    }
    var ys = Decimals.of(up.ticks().stream().mapToDouble(v -> v).toArray());
    for (var tick : up.ticks()) {
      double y = up.at(tick);
      svg.line(LEFT, y, RIGHT, y, line.formatted(tick == 0 ? 0.6 : 0.15));
      svg.faint(LEFT - 8, y + 4, "end", ys.text(tick));
    }
  }

  @Override
  public String text() {
    return points.stream()
        .map(p -> "%s\t%s\t%s\t%s".formatted(p.label(), p.x(), p.y(), p.colour()))
        .collect(Collectors.joining("\n"));
  }
}
