package dev.tidemark.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The {@code index} of the file: the tree of indicators. */
final class IndexTree {
  /** What a node hands down to the nodes below it. */
  private record Inherited(Aggregate aggregate, MinCoverage minCoverage) {}

  private static final Inherited DEFAULTS = new Inherited(Aggregate.ARITHMETIC, MinCoverage.NONE);

  private final WeightRule weights;
  private final ScoringRule scoring;
  private final ExpressionCheck expressions;
  private final Faults faults;
  private final Map<String, Place> ids = new HashMap<>();

  IndexTree(WeightRule weights, ScoringRule scoring, ExpressionCheck expressions, Faults faults) {
    this.weights = weights;
    this.scoring = scoring;
    this.expressions = expressions;
    this.faults = faults;
  }

  /** The root; empty, with faults, if there is none to use. */
  Optional<Composite> of(YamlNode root) {
    return Fields.of(root, Shape.ROOT, faults).flatMap(fields -> composite(fields, 1, DEFAULTS));
  }

  private Optional<Composite> composite(Fields fields, double share, Inherited inherited) {
    var id = uniqueId(fields);
    var title = fields.title();
    var here =
        new Inherited(
            fields.choice(Key.AGGREGATE, Aggregate.class).orElse(inherited.aggregate()),
            minCoverage(fields, inherited.minCoverage()));
    var children = children(fields, here);
    return children.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Composite(id, title, share, here.aggregate(), here.minCoverage(), children));
  }

  private MinCoverage minCoverage(Fields fields, MinCoverage inherited) {
    return new MinCoverage(
        fields.number(Key.MIN_COVERAGE, Value.Range.SHARE).orElse(inherited.share()),
        fields.choice(Key.MIN_COVERAGE_BY, MinCoverage.Basis.class).orElse(inherited.basis()));
  }

  private List<Indicator> children(Fields parent, Inherited inherited) {
    var items = parent.list(Key.CHILDREN);
    if (parent.get(Key.CHILDREN).filter(YamlNode.Items.class::isInstance).isPresent()
        && items.isEmpty()) {
      faults.add(parent.place(Key.CHILDREN), "is empty; list at least one child");
    }
    var siblings = new ArrayList<Fields>();
    items.forEach(item -> Fields.of(item, shape(item), faults).ifPresent(siblings::add));
    // A sum without the weight of a child that could not be read says nothing.
    var rule = siblings.size() == items.size() ? weights : WeightRule.RELATIVE;
    var shares = rule.shares(siblings, parent.place(Key.CHILDREN), faults);
    var children = new ArrayList<Indicator>();
    for (int i = 0; i < siblings.size(); i++) {
      child(siblings.get(i), shares.get(i), inherited).ifPresent(children::add);
    }
    return children;
  }

  private static Shape shape(YamlNode node) {
    var hasChildren =
        node instanceof YamlNode.Mapping mapping && mapping.values().containsKey(Key.CHILDREN);
    return hasChildren ? Shape.COMPOSITE : Shape.LEAF;
  }

  private Optional<? extends Indicator> child(Fields fields, double share, Inherited inherited) {
    return fields.get(Key.CHILDREN).isPresent()
        ? composite(fields, share, inherited)
        : leaf(fields, share);
  }

  private Optional<Leaf> leaf(Fields fields, double share) {
    var id = uniqueId(fields);
    var title = fields.title();
    var replicates = fields.choice(Key.REPLICATES, Replicates.class).orElse(Replicates.MEAN);
    var derivation = fields.get(Key.FROM).flatMap(this::derivation);
    var rule = fields.get(Key.SCORE).flatMap(scoring::of);
    if (fields.get(Key.FROM).isPresent()) {
      checkDerived(fields, rule);
    }
    return rule.map(r -> new Leaf(id, title, share, r, replicates, derivation));
  }

  private void checkDerived(Fields fields, Optional<Scoring> rule) {
    if (fields.get(Key.REPLICATES).isPresent()) {
      faults.add(
          fields.place(Key.REPLICATES),
          "belongs to an observed leaf, a derived one has one value; remove it");
    }
    if (rule.filter(Scoring.Categories.class::isInstance).isPresent()) {
      faults.add(
          fields.place(Key.SCORE),
          "categories score names, and a derived leaf is a number; choose another kind");
    }
  }

  private Optional<Derivation> derivation(YamlNode node) {
    var fields = Fields.of(node, Shape.DERIVATION, faults);
    var where = fields.flatMap(f -> f.text(Key.WHERE));
    var table = fields.flatMap(f -> f.text(Key.TABLE));
    var value = fields.flatMap(f -> f.text(Key.VALUE));
    if (table.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    var withoutRows = fields.flatMap(f -> f.number(Key.WITHOUT_ROWS, Value.Range.ANY));
    var derivation = new Derivation(table.get(), value.get(), where, withoutRows);
    for (var fault : expressions.faults(derivation)) {
      var key = fault.part().name().toLowerCase(Locale.ROOT);
      faults.add(fields.get().place(key), fault.problem());
    }
    return Optional.of(derivation);
  }

  private String uniqueId(Fields fields) {
    var id = fields.id(Key.ID);
    id.ifPresent(
        given -> {
          var place = fields.place(Key.ID);
          var first = ids.putIfAbsent(Identifier.fold(given), place);
          if (first != null) {
            faults.add(
                place,
                "%s is a second time the id of a node (upper and lower case are the same); first %s"
                    .formatted(Quote.of(given), first));
          }
        });
    return id.orElse("");
  }
}
