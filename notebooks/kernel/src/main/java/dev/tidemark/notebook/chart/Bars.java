package dev.tidemark.notebook.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Horizontal bars from 0, in the order of the rows.
 *
 * @param marks the bars; their intervals are not drawn
 */
public record Bars(List<Mark> marks) implements Drawing {
  /** Rows of label and value. */
  public static Bars of(List<List<Object>> rows) {
    return new Bars(
        rows.stream()
            .map(r -> new Mark(Mark.text(r, 0), Mark.number(r, 1), null, null, ""))
            .toList());
  }

  /** Rows of label, value and the word that gives the colour. */
  public static Bars coloured(List<List<Object>> rows) {
    return new Bars(
        rows.stream()
            .map(r -> new Mark(Mark.text(r, 0), Mark.number(r, 1), null, null, Mark.text(r, 2)))
            .toList());
  }

  @Override
  public double draw(Svg svg, String axis, Double reference) {
    var colours = new Colours();
    marks.stream().map(Mark::colour).filter(c -> !c.isEmpty()).forEach(colours::of);
    var figures = figures();
    double top = colours.legend(svg, 0) + 4;
    var strip = new Strip(marks, figures, top, Stream.of(0.0, reference));
    strip.grid(svg, figures, reference);
    double zero = strip.scale().at(0);
    for (int i = 0; i < marks.size(); i++) {
      var mark = marks.get(i);
      if (mark.value() != null) {
        double end = strip.scale().at(mark.value());
        var colour = mark.colour().isEmpty() ? Colours.PLAIN : colours.of(mark.colour());
        svg.rect(
            Math.min(zero, end),
            strip.middle(i) - 8,
            Math.abs(end - zero),
            16,
            "fill=\"%s\" rx=\"2\"".formatted(colour));
      }
    }
    return strip.finish(svg, axis);
  }

  private List<String> figures() {
    var numbers = Figures.of(marks);
    return marks.stream().map(m -> m.value() == null ? "" : numbers.text(m.value())).toList();
  }

  @Override
  public String text() {
    var figures = figures();
    return Stream.iterate(0, i -> i + 1)
        .limit(marks.size())
        .map(i -> marks.get(i).label() + "\t" + figures.get(i))
        .collect(Collectors.joining("\n"));
  }
}
