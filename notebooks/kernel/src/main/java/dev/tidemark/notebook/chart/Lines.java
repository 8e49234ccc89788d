package dev.tidemark.notebook.chart;

import dev.tidemark.notebook.Decimals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines over an ordered axis, with a dot for each value and a gap where there is none.
 *
 * @param places from left to right
 * @param series the heights of each line, by place
 */
public record Lines(List<String> places, Map<String, Map<String, Double>> series)
    implements Drawing {
  private static final double HEIGHT = 260;
  private static final double LEFT = 56;

  /** Rows of place, height and the name of the line. */
  public static Lines of(List<List<Object>> rows) {
    var series = new LinkedHashMap<String, Map<String, Double>>();
    for (var row : rows) {
      var line = series.computeIfAbsent(Mark.text(row, 2), name -> new LinkedHashMap<>());
      line.put(Mark.text(row, 0), Mark.number(row, 1));
    }
    return new Lines(rows.stream().map(r -> Mark.text(r, 0)).distinct().toList(), series);
  }

  @Override
  public double draw(Svg svg, String axis, Double reference) {
    var colours = new Colours();
    series.keySet().forEach(colours::of);
    double names = series.keySet().stream().mapToDouble(Svg::width).max().orElse(0);
    double right = Svg.WIDTH - Math.min(250, names) - 14;
    double top = axis.isEmpty() ? 12 : 30;
    svg.faint(0, 14, "start", axis);
    var scale =
        Scale.of(
            Stream.concat(values(), Stream.of(reference))
                .filter(Objects::nonNull)
                .mapToDouble(v -> v),
            top + HEIGHT,
            top);
    var decimals = Decimals.of(scale.ticks().stream().mapToDouble(v -> v).toArray());
    for (var tick : scale.ticks()) {
      double y = scale.at(tick);
      svg.line(LEFT, y, right, y, "stroke=\"currentColor\" stroke-opacity=\"0.15\"");
      svg.faint(LEFT - 8, y + 4, "end", decimals.text(tick));
    }
    for (var place : places) {
      svg.faint(x(place, right), top + HEIGHT + 20, "middle", place);
    }
    series.forEach((name, line) -> draw(svg, scale, right, line, colours.of(name)));
    labels(svg, scale, right);
    return top + HEIGHT + 30;
  }

  private void draw(Svg svg, Scale scale, double right, Map<String, Double> line, String colour) {
    var path = new StringBuilder();
    for (var place : places) {
      var value = line.get(place);
      if (value == null) {
        flush(svg, path, colour);
      } else {
        svg.dot(x(place, right), scale.at(value), "fill=\"%s\"".formatted(colour));
        path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(place, right), scale.at(value)));
      }
    }
    flush(svg, path, colour);
  }

  private static void flush(Svg svg, StringBuilder path, String colour) {
    if (!path.isEmpty()) {
      svg.path(path.toString().strip(), "stroke=\"%s\" stroke-width=\"2.5\"".formatted(colour));
      path.setLength(0);
    }
  }

  /** Names beside the ends of their lines, moved apart where they would overlap. */
  private void labels(Svg svg, Scale scale, double right) {
    var ends =
        series.entrySet().stream()
            .filter(e -> e.getValue().get(places.get(places.size() - 1)) != null)
            .sorted(
                java.util.Comparator.comparingDouble(
                    e -> scale.at(e.getValue().get(places.get(places.size() - 1)))))
            .toList();
    double last = Double.NEGATIVE_INFINITY;
    for (var end : ends) {
      double y =
          Math.max(last + 16, scale.at(end.getValue().get(places.get(places.size() - 1))) + 4);
      svg.text(right - 12, y, "start", Svg.fitted(end.getKey(), 250));
      last = y;
    }
  }

  private double x(String place, double right) {
    double width = right - 26 - LEFT;
    return places.size() == 1
        ? LEFT + width / 2
        : LEFT + 20 + places.indexOf(place) * (width - 20) / (places.size() - 1);
  }

  private Stream<Double> values() {
    return series.values().stream().flatMap(line -> line.values().stream());
  }

  @Override
  public String text() {
    var decimals = Decimals.of(values().filter(Objects::nonNull).mapToDouble(v -> v).toArray());
    return series.entrySet().stream()
        .map(
            line ->
                line.getKey()
                    + places.stream()
                        .map(line.getValue()::get)
                        .map(v -> "\t" + (v == null ? "·" : decimals.text(v)))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n", "\t" + String.join("\t", places) + "\n", ""));
  }
}
