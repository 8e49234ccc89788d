package dev.tidemark.notebook.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values with their intervals, in the order of the rows; a value without one is a hollow dot.
 *
 * @param marks the values
 */
public record Intervals(List<Mark> marks) implements Drawing {
  /** Rows of label, value, low, high and the word that gives the colour. */
  public static Intervals of(List<List<Object>> rows) {
    return new Intervals(
        rows.stream()
            .map(
                r ->
                    new Mark(
                        Mark.text(r, 0),
                        Mark.number(r, 1),
                        Mark.number(r, 2),
                        Mark.number(r, 3),
                        Mark.text(r, 4)))
            .toList());
  }

  @Override
  public double draw(Svg svg, String axis, Double reference) {
    var colours = new Colours();
    marks.forEach(m -> colours.of(m.colour()));
    var figures = figures();
    double top = colours.legend(svg, 0) + 4;
    var strip = new Strip(marks, figures, top, Stream.of(reference));
    strip.grid(svg, figures, reference);
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).value() != null) {
        mark(svg, strip.scale(), strip.middle(i), marks.get(i), colours.of(marks.get(i).colour()));
      }
    }
    return strip.finish(svg, axis);
  }

  private static void mark(Svg svg, Scale scale, double y, Mark mark, String colour) {
    var stroke = "stroke=\"%s\" stroke-width=\"2\"".formatted(colour);
    boolean isBounded = mark.low() != null && mark.high() != null;
    if (isBounded) {
      svg.line(scale.at(mark.low()), y, scale.at(mark.high()), y, stroke);
      svg.line(scale.at(mark.low()), y - 4, scale.at(mark.low()), y + 4, stroke);
      svg.line(scale.at(mark.high()), y - 4, scale.at(mark.high()), y + 4, stroke);
    }
    svg.dot(
        scale.at(mark.value()),
        y,
        isBounded ? "fill=\"%s\"".formatted(colour) : "fill=\"none\" " + stroke);
  }

  /** Rounded as the values need it, not their ends; with signs where some are negative. */
  private List<String> figures() {
    var numbers = Figures.of(marks);
    return marks.stream().map(m -> figure(m, numbers)).toList();
  }

  private static String figure(Mark mark, Figures numbers) {
    if (mark.value() == null) {
      return "";
    }
    return mark.low() == null || mark.high() == null
        ? numbers.text(mark.value())
        : "%s (%s to %s)"
            .formatted(
                numbers.text(mark.value()), numbers.text(mark.low()), numbers.text(mark.high()));
  }

  @Override
  public String text() {
    var figures = figures();
    return IntStream.range(0, marks.size())
        .mapToObj(
            i ->
                "%s\t%s\t%s".formatted(marks.get(i).label(), figures.get(i), marks.get(i).colour()))
        .collect(Collectors.joining("\n"));
  }
}
