package dev.tidemark.framework;

import java.util.List;

/**
 * An index of its children.
 *
 * @param id unique in the framework
 * @param title what reports call it
 * @param share part of its siblings' weight, above 0 to 1
 * @param aggregate how the children's scores become one
 * @param minCoverage how much of the children must be present
 * @param children at least one
 */
public record Composite(
    String id,
    Title title,
    double share,
    Aggregate aggregate,
    MinCoverage minCoverage,
    List<Indicator> children)
    implements Indicator {
  public Composite {
    children = List.copyOf(children);
    if (children.isEmpty()) {
      throw new IllegalArgumentException(id + " has no children");
    }
  }
}
