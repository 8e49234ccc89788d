package dev.tidemark.notebook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names beside dots: each where there is room for it, and left out where there is none. */
final class Labels {
  private static final double GAP = 8;
  private final List<Box> taken = new ArrayList<>();
  private final double left;
  private final double right;

  /** Names stay between two edges. */
  Labels(double left, double right) {
    this.left = left;
    this.right = right;
  }

  private record Box(double x, double y, double width) {
    boolean meets(Box other) {
      return x < other.x + other.width && other.x < x + width && Math.abs(y - other.y) < Svg.FONT;
    }
  }

  /** Keeps names off a dot. */
  void dot(double x, double y) {
    taken.add(new Box(x - 5, y, 10));
  }

  void name(Svg svg, double x, double y, String name) {
    double width = Svg.width(name);
    place(
            Stream.of(
                new Box(x + GAP, y, width),
                new Box(x - GAP - width, y, width),
                new Box(x - width / 2, y - 13, width),
                new Box(x - width / 2, y + 14, width)))
        .ifPresent(box -> svg.text(box.x(), box.y() + 4, "start", name));
  }

  private Optional<Box> place(Stream<Box> candidates) {
    var found =
        candidates
            .filter(box -> box.x() >= left && box.x() + box.width() <= right)
            .filter(box -> taken.stream().noneMatch(box::meets))
            .findFirst();
    found.ifPresent(taken::add);
    return found;
  }
}
