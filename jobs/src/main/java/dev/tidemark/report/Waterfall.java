package dev.tidemark.report;

import java.util.ArrayList;
import java.util.List;

/** A change as steps from one level to another. */
final class Waterfall {
  /**
   * One step.
   *
   * @param label of what moved the level
   * @param change points, up or down
   * @param before the level the step begins at
   * @param after the level it ends at
   */
  record Step(String label, double change, double before, double after) {}

  /** One part of a change, not yet placed. */
  record Part(String label, double change) {}

  /** What sums of doubles may be off by. */
  private static final double TOLERANCE = 1e-6;

  private Waterfall() {}

  /**
   * Places the parts one upon the other.
   *
   * @param start the level before
   * @param end the level after
   * @param parts in the order in which they are to stand
   * @throws IllegalArgumentException if they do not lead from {@code start} to {@code end}: a
   *     picture that does not add up must not be drawn
   */
  static List<Step> of(double start, double end, List<Part> parts) {
    var steps = new ArrayList<Step>();
    double level = start;
    for (var part : parts) {
      steps.add(new Step(part.label(), part.change(), level, level + part.change()));
      level += part.change();
    }
    if (!(Math.abs(level - end) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "The parts lead from %s to %s and not to %s.".formatted(start, level, end));
    }
    return List.copyOf(steps);
  }
}
