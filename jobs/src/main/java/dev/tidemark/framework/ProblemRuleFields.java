package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rule of the section {@code problems}, whole. */
final class ProblemRuleFields {
  private final Fields fields;
  private final Faults faults;

  /** The keys of a rule that has a good id; those that are bad are faults. */
  ProblemRuleFields(YamlNode.Mapping node, Faults faults) {
    this.fields = Fields.of(node, Shape.PROBLEM_RULE, faults).orElseThrow();
    this.faults = faults;
  }

  /** The rule; empty, with faults, if a key it cannot do without is absent or bad. */
  Optional<ProblemRule> rule() {
    var severity = fields.choice(SEVERITY, Severity.class);
    var table = fields.text(TABLE);
    var unit = fields.text(UNIT);
    var item = fields.get(ITEM).map(this::item).orElse(List.of());
    var among = fields.text(AMONG);
    var where = fields.text(WHERE);
    var message = fields.get(MESSAGE).map(node -> Titles.of(node, faults));
    var zh = message.flatMap(m -> MessageText.of(m.zh(), fields.place(MESSAGE), faults));
    var en =
        message
            .filter(m -> !m.en().equals(m.zh()))
            .map(m -> MessageText.of(m.en(), fields.place(MESSAGE), faults))
            .orElse(zh);
    var owner = fields.line(OWNER);
    var title = fields.title();
    if (severity.isEmpty() || table.isEmpty() || where.isEmpty() || zh.isEmpty() || en.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProblemRule(
            fields.id(ID).orElseThrow(),
            title,
            severity.get(),
            table.get(),
            unit,
            item,
            among,
            where.get(),
            zh.get(),
            en.get(),
            owner));
  }

  /** Whether its parameters are given and its SQL may run; faults where not. */
  boolean isGood(
      ProblemRule rule, Map<String, ProblemParameter> parameters, ExpressionCheck expressions) {
    var missing = ProblemSection.missing(rule, parameters).toList();
    for (var name : missing) {
      faults.add(
          fields.place(),
          "parameters.%s is not given%s; add it to problems.parameters"
              .formatted(name, ProblemParameters.hint(name, parameters.keySet())));
    }
    if (!missing.isEmpty()) {
      return false;
    }
    var wrong = expressions.faults(rule, parameters);
    wrong.forEach(fault -> faults.add(fields.place(fault.key()), fault.problem()));
    return wrong.isEmpty();
  }

  /** One expression, or a list of some. */
  private List<String> item(YamlNode node) {
    if (!(node instanceof YamlNode.Items items)) {
      return Value.text(node, faults).stream().toList();
    }
    if (items.items().isEmpty()) {
      faults.add(node.place(), "is empty; list something, or remove it");
    }
    return items.items().stream().flatMap(one -> Value.text(one, faults).stream()).toList();
  }
}
