package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import dev.tidemark.error.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The section {@code problems} of the file, and the starter set where it says nothing. */
final class ProblemSection {
  /** The name under which tables hold the rows of one owner, beside those of groups. */
  private static final String OWNERS = "owner";

  private static final List<String> OF_A_NEW_RULE = List.of(SEVERITY, TABLE, WHERE, MESSAGE);

  private final Set<String> groups;
  private final ExpressionCheck expressions;
  private final Faults faults;
  private final StarterProblems starter = StarterProblems.read();

  /**
   * A reader of it.
   *
   * @param groups the grouping columns
   * @param expressions says which SQL a rule may use
   */
  ProblemSection(Set<String> groups, ExpressionCheck expressions, Faults faults) {
    this.groups = groups;
    this.expressions = expressions;
    this.faults = faults;
  }

  /** What applies where the file has no such section. */
  ProblemRules byDefault() {
    return rules(starter.rules().keySet(), Map.of(), ownParameters(Optional.empty()));
  }

  /** What the section says; anything with faults. */
  ProblemRules of(YamlNode node) {
    return Fields.of(node, Shape.PROBLEM_RULES, faults).map(this::of).orElse(ProblemRules.NONE);
  }

  private ProblemRules of(Fields fields) {
    if (groups.contains(OWNERS)) {
      faults.add(
          fields.place(),
          "the grouping column owner has the name under which problems are counted by owner; rename it");
    }
    var chosen = fields.get(STARTER).map(this::chosen).orElse(starter.rules().keySet());
    return rules(chosen, own(fields), ownParameters(fields.get(PARAMETERS)));
  }

  private Map<String, ProblemParameter> ownParameters(Optional<YamlNode> node) {
    var defaults = new YamlNode.Mapping(Place.wholeFile(), starter.parameters());
    var parameters = new TreeMap<>(ProblemParameters.of(defaults, faults));
    node.ifPresent(given -> parameters.putAll(ProblemParameters.of(given, faults)));
    return parameters;
  }

  /** The ids of the starter set that are wanted. */
  private Set<String> chosen(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && scalar.isBoolean()) {
      return scalar.text().equalsIgnoreCase("true") ? starter.rules().keySet() : Set.of();
    }
    if (!(node instanceof YamlNode.Items items)) {
      faults.add(
          node.place(),
          "must be true, false or a list of rules of the starter set; is " + node.description());
      return Set.of();
    }
    var ids = new LinkedHashSet<String>();
    for (var item : items.items()) {
      Identifier.of(item, faults)
          .ifPresent(
              id -> {
                if (!starter.rules().containsKey(id)) {
                  faults.add(item.place(), notOfTheStarterSet(id));
                } else if (!ids.add(id)) {
                  faults.add(item.place(), Quote.of(id) + " is listed twice; remove one");
                }
              });
    }
    return ids;
  }

  private String notOfTheStarterSet(String id) {
    var known = starter.rules().keySet();
    return "%s is no rule of the starter set%s; it has %s"
        .formatted(Quote.of(id), NearestName.hint(id, known), String.join(", ", known));
  }

  /** The rules of the file by id, those of the starter set filled up from it. */
  private Map<String, YamlNode.Mapping> own(Fields fields) {
    var own = new LinkedHashMap<String, YamlNode.Mapping>();
    var places = new HashMap<String, Place>();
    for (var item : fields.list(RULES)) {
      var id = id(item, new Faults());
      if (id.isEmpty()) {
        id(item, faults);
        continue;
      }
      var mapping = (YamlNode.Mapping) item;
      var place = mapping.values().get(ID).place();
      var first = places.putIfAbsent(Identifier.fold(id.get()), place);
      if (first != null) {
        faults.add(
            place,
            "%s is a second time the id of a rule; first %s".formatted(Quote.of(id.get()), first));
      } else if (starter.rules().containsKey(id.get())) {
        own.put(id.get(), starter.adjusted(id.get(), mapping));
      } else {
        tellWhatIsMissing(id.get(), mapping);
        own.put(id.get(), mapping);
      }
    }
    return own;
  }

  private static Optional<String> id(YamlNode rule, Faults faults) {
    return Fields.of(rule, Shape.PROBLEM_RULE, faults).flatMap(fields -> fields.id(ID));
  }

  private void tellWhatIsMissing(String id, YamlNode.Mapping rule) {
    for (var key : OF_A_NEW_RULE) {
      if (!rule.values().containsKey(key)) {
        faults.add(
            rule.place().key(key, rule.place().line()),
            "is missing; only a rule of the starter set can do without, and %s is none%s"
                .formatted(Quote.of(id), NearestName.hint(id, starter.rules().keySet())));
      }
    }
  }

  private ProblemRules rules(
      Collection<String> chosen,
      Map<String, YamlNode.Mapping> own,
      Map<String, ProblemParameter> parameters) {
    var rules = new ArrayList<ProblemRule>();
    var lacking = new TreeMap<String, String>();
    var ids = new LinkedHashSet<String>();
    starter.rules().keySet().stream()
        .filter(id -> chosen.contains(id) || own.containsKey(id))
        .forEach(ids::add);
    ids.addAll(own.keySet());
    for (var id : ids) {
      if (own.containsKey(id)) {
        var fields = new ProblemRuleFields(own.get(id), faults);
        fields
            .rule()
            .filter(rule -> fields.isGood(rule, parameters, expressions))
            .ifPresent(rules::add);
      } else {
        var rule = new ProblemRuleFields(starter.rules().get(id), faults).rule().orElseThrow();
        missing(rule, parameters)
            .findFirst()
            .ifPresentOrElse(name -> lacking.put(id, name), () -> rules.add(rule));
      }
    }
    return new ProblemRules(rules, lacking, parameters);
  }

  /** The parameters a rule needs and does not get. */
  static Stream<String> missing(ProblemRule rule, Map<String, ProblemParameter> parameters) {
    return rule.parameters().stream().filter(name -> !parameters.containsKey(name));
  }
}
