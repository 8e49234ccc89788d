package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.util.List;

/** Which keys the later parts of the section {@code issues} have. */
final class IssueShapes {
  static final Shape BOTTLENECKS =
      new Shape("issue-bottlenecks", List.of(), List.of(MIN_MESSAGES, UNRESOLVED, LATE));

  static final Shape SCORES = new Shape("issue-scores", List.of(), List.of(Key.HEAT, Key.CORE));

  static final Shape HEAT =
      new Shape("issue-heat", List.of(), List.of(VOICES, GROWTH, SPAN, APPROVAL, HALF_LIFE_DAYS));

  static final Shape CORE =
      new Shape("issue-core", List.of(), List.of(PERSISTENCE, SPREAD, CENTRALITY));

  static final Shape LABELLER = new Shape("issue-labeller", List.of(URL, MODEL), List.of(TIMEOUT));

  static final List<Shape> ALL = List.of(BOTTLENECKS, SCORES, HEAT, CORE, LABELLER);

  private IssueShapes() {}
}
