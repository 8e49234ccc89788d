package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The section {@code visits} of the file. */
final class VisitSection {
  private static final Value.Range VISITS_AT_MOST =
      new Value.Range(0, 1000, "a whole number from 0 to 1000");

  private final Fields fields;
  private final Faults faults;

  private VisitSection(Fields fields, Faults faults) {
    this.fields = fields;
    this.faults = faults;
  }

  /** What the section says, and the defaults for what it does not; any values with faults. */
  static VisitRules of(YamlNode node, Faults faults) {
    return Fields.of(node, Shape.VISIT_RULES, faults)
        .map(fields -> new VisitSection(fields, faults).rules())
        .orElse(VisitRules.DEFAULT);
  }

  private VisitRules rules() {
    var defaults = VisitRules.DEFAULT;
    var beginning = steps(OPEN_AT_BEGINNING).orElse(defaults.beginning());
    var end = steps(OPEN_AT_END).orElse(defaults.end());
    end.stream()
        .filter(beginning::contains)
        .sorted()
        .forEach(
            step ->
                faults.add(
                    fields.place(
                        fields.get(OPEN_AT_END).isPresent() ? OPEN_AT_END : OPEN_AT_BEGINNING),
                    "%s opens the loop at its beginning and at its end; list it once"
                        .formatted(Quote.of(step))));
    return new VisitRules(
        stages(),
        fields
            .get(AT_MOST)
            .flatMap(node -> Value.whole(node, VISITS_AT_MOST, faults))
            .map(Long::intValue)
            .orElse(defaults.atMost()),
        beginning,
        end);
  }

  private List<VisitRules.Stage> stages() {
    var items = fields.list(STAGES);
    if (fields.get(STAGES).filter(YamlNode.Items.class::isInstance).isPresent()
        && items.isEmpty()) {
      faults.add(fields.place(STAGES), "is empty; list at least one stage, or remove the key");
    }
    var stages = new ArrayList<VisitRules.Stage>();
    var ids = new HashMap<String, Place>();
    for (var item : items) {
      Fields.of(item, Shape.STAGE, faults)
          .ifPresent(stage -> stage(stage, ids).ifPresent(stages::add));
    }
    return stages;
  }

  private Optional<VisitRules.Stage> stage(Fields stage, Map<String, Place> ids) {
    var id = stage.line(ID);
    id.map(name -> ids.putIfAbsent(name, stage.place(ID)))
        .ifPresent(
            first ->
                faults.add(
                    stage.place(ID),
                    "%s is a second time the id of a stage; first %s"
                        .formatted(Quote.of(id.get()), first)));
    var title = stage.title();
    return id.map(name -> new VisitRules.Stage(name, title));
  }

  private Optional<Set<String>> steps(String key) {
    return fields
        .get(key)
        .map(
            node -> {
              var steps = new LinkedHashSet<String>();
              for (var item : Value.list(node, faults)) {
                Value.line(item, faults).ifPresent(step -> add(steps, step, item.place()));
              }
              return steps;
            });
  }

  private void add(Set<String> steps, String step, Place place) {
    if (step.contains(VisitRules.AND)) {
      faults.add(
          place,
          "%s joins several steps; list each by itself, without +".formatted(Quote.of(step)));
    } else if (!steps.add(step)) {
      faults.add(place, "%s is listed twice; remove one".formatted(Quote.of(step)));
    }
  }
}
