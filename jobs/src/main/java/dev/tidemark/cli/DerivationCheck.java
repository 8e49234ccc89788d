package dev.tidemark.cli;

import dev.tidemark.framework.Derivation;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.framework.ProblemParameter;
import dev.tidemark.framework.ProblemRule;
import dev.tidemark.table.SqlGuard;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds the SQL of derived leaves and of rules against the tables and the allowed functions. */
final class DerivationCheck implements ExpressionCheck {
  @Override
  public List<Fault> faults(Derivation derivation) {
    return SqlGuard.aggregateFaults(derivation.table(), derivation.value(), derivation.where())
        .stream()
        .map(DerivationCheck::fault)
        .toList();
  }

  @Override
  public List<RuleFault> faults(ProblemRule rule, Map<String, ProblemParameter> parameters) {
    return RuleCheck.faults(rule, parameters);
  }

  /** Takes the part that a phrase of the guard begins with for the fault's place. */
  private static Fault fault(String phrase) {
    int colon = phrase.indexOf(": ");
    var part = Part.valueOf(phrase.substring(0, colon).toUpperCase(Locale.ROOT));
    return new Fault(part, phrase.substring(colon + 2));
  }
}
