package dev.tidemark.framework;

import java.util.List;
import java.util.Set;

/**
 * How visits to offices are counted: the section {@code visits} of the framework file.
 *
 * @param stages of the life event, in its order, unique by id; empty if they are those that the
 *     data of some period name
 * @param atMost visits up to which a unit counts among those "at most once"
 * @param beginning steps that open the online loop at its beginning: it cannot be entered online
 * @param end steps that open it at its end: it cannot be left online; none is a {@code beginning}
 */
public record VisitRules(List<Stage> stages, int atMost, Set<String> beginning, Set<String> end) {
  /** What applies where the file says nothing. */
  public static final VisitRules DEFAULT =
      new VisitRules(List.of(), 1, Set.of("apply", "sign"), Set.of("pay", "collect"));

  /** What joins the steps of one stage in the column {@code step}. */
  public static final String AND = "+";

  public VisitRules {
    stages = List.copyOf(stages);
    beginning = Set.copyOf(beginning);
    end = Set.copyOf(end);
  }

  /**
   * A stage of the life event.
   *
   * @param id what {@code visits.stage} names
   * @param title what reports call it
   */
  public record Stage(String id, Title title) {}
}
