package dev.tidemark.framework;

import java.util.List;
import java.util.Map;

/**
 * What is a problem: the section {@code problems} of the framework file, and the starter set.
 *
 * @param rules unique by id: those of the starter set in its order, then the file's own
 * @param lacking rules of the starter set that are left out, by id, each with the parameter it
 *     needs and the file does not give
 * @param parameters values the rules use, by name
 */
public record ProblemRules(
    List<ProblemRule> rules,
    Map<String, String> lacking,
    Map<String, ProblemParameter> parameters) {
  /** No rule at all. */
  public static final ProblemRules NONE = new ProblemRules(List.of(), Map.of(), Map.of());

  public ProblemRules {
    rules = List.copyOf(rules);
    lacking = Map.copyOf(lacking);
    parameters = Map.copyOf(parameters);
  }
}
