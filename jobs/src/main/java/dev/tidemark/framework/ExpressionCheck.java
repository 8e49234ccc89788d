package dev.tidemark.framework;

import java.util.List;
import java.util.Map;

/**
 * Says what is wrong with the SQL of a derived leaf, or of a rule about problems.
 *
 * <p>A framework file may come from anyone, and its expressions run with the rights of whoever runs
 * the job; the framework itself knows neither SQL nor the tables. So whoever reads a file brings
 * the check.
 */
@FunctionalInterface
public interface ExpressionCheck {
  /**
   * Everything that forbids to evaluate a derivation: its table is no input table with a period and
   * a unit; its value or its condition does not parse, names an unknown column, or calls what is
   * not allowed.
   *
   * @return none if it may be evaluated
   */
  List<Fault> faults(Derivation derivation);

  /**
   * Everything that forbids to evaluate a rule: its table is none of the warehouse's with periods
   * and units; an expression does not parse, names an unknown column, or calls what is not allowed.
   *
   * @param parameters what its expressions find as {@code parameters.name}
   * @return none if it may be evaluated
   */
  default List<RuleFault> faults(ProblemRule rule, Map<String, ProblemParameter> parameters) {
    return List.of();
  }

  /** Lets every expression pass: only for files whose author may run any SQL here anyway. */
  static ExpressionCheck trustingTheAuthor() {
    return derivation -> List.of();
  }

  /**
   * One reason.
   *
   * @param part what of the derivation is wrong
   * @param problem what is wrong with it, and what to do
   */
  record Fault(Part part, String problem) {}

  /**
   * One reason.
   *
   * @param key the key of the rule that is wrong
   * @param problem what is wrong with it, and what to do
   */
  record RuleFault(String key, String problem) {}

  /** The parts of a derivation. */
  enum Part {
    /** The table's name. */
    TABLE,
    /** The aggregate expression. */
    VALUE,
    /** The condition on the rows. */
    WHERE
  }
}
