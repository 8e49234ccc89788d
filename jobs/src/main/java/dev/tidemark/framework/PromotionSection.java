package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import dev.tidemark.framework.PromotionRules.DemandSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The section {@code promotion} of the file. */
final class PromotionSection {
  private static final Value.Range EXPONENTS =
      new Value.Range(0, 100, "a number from 0 to 100; 0 leaves the part out");

  private final Faults faults;

  private PromotionSection(Faults faults) {
    this.faults = faults;
  }

  /** What the section says, and the defaults for what it does not; any values with faults. */
  static PromotionRules of(YamlNode node, Faults faults) {
    return Fields.of(node, Shape.PROMOTION_RULES, faults)
        .map(new PromotionSection(faults)::rules)
        .orElse(PromotionRules.DEFAULT);
  }

  private PromotionRules rules(Fields fields) {
    var defaults = PromotionRules.DEFAULT;
    return new PromotionRules(
        fields.choice(LEVEL, ItemLevel.class).orElse(defaults.level()),
        fields.get(ATTRIBUTES).map(this::attributes).orElse(defaults.attributes()),
        fields.get(DEMAND_FROM).map(this::demand).orElse(defaults.demand()),
        fields.choice(PAIN_FROM, PromotionRules.PainSource.class).orElse(defaults.pain()),
        fields.get(CLAIMS).map(this::claims).orElse(defaults.claims()),
        fields.get(TECHNOLOGIES).map(this::technologies).orElse(defaults.technologies()),
        fields.get(WEIGHTS).map(this::weights).orElse(defaults.weights()));
  }

  private PromotionRules.Attributes attributes(YamlNode node) {
    var defaults = PromotionRules.DEFAULT.attributes();
    return Fields.of(node, Shape.PROMOTION_ATTRIBUTES, faults)
        .map(
            fields -> {
              var attributes =
                  new PromotionRules.Attributes(
                      fields.line(DEMAND).orElse(defaults.demand()),
                      fields.line(CLAIMED_DEPTH).orElse(defaults.claimedDepth()),
                      fields.line(DEPARTMENT).orElse(defaults.department()),
                      fields.line(FIELDS).orElse(defaults.fields()),
                      fields.line(TECHNOLOGIES).orElse(defaults.technologies()));
              checkDifferent(attributes, fields);
              return attributes;
            })
        .orElse(defaults);
  }

  private void checkDifferent(PromotionRules.Attributes attributes, Fields fields) {
    var seen = new HashMap<String, String>();
    var keys = Shape.PROMOTION_ATTRIBUTES.keys();
    var names =
        List.of(
            attributes.demand(),
            attributes.claimedDepth(),
            attributes.department(),
            attributes.fields(),
            attributes.technologies());
    for (int i = 0; i < keys.size(); i++) {
      var first = seen.putIfAbsent(names.get(i), keys.get(i));
      if (first != null) {
        faults.add(
            fields.place(keys.get(i)),
            "%s is both %s and %s; name two attributes"
                .formatted(Quote.of(names.get(i)), first, keys.get(i)));
      }
    }
  }

  private List<DemandSource> demand(YamlNode node) {
    var sources = new LinkedHashSet<DemandSource>();
    for (var item : Value.list(node, faults)) {
      Value.choice(item, DemandSource.class, faults)
          .filter(source -> !sources.add(source))
          .ifPresent(
              source ->
                  faults.add(
                      item.place(),
                      "%s is listed twice; remove one".formatted(item.description())));
    }
    return List.copyOf(sources);
  }

  /** The names of depths always mean themselves. */
  private Map<OnlineDepth, Set<String>> claims(YamlNode node) {
    var claims = new EnumMap<OnlineDepth, Set<String>>(OnlineDepth.class);
    var seen = new HashMap<String, Place>();
    for (var depth : OnlineDepth.values()) {
      claims.put(depth, new LinkedHashSet<>(Set.of(depth.id())));
    }
    Fields.of(node, Shape.CLAIM_WORDS, faults)
        .ifPresent(
            fields -> {
              for (var depth : OnlineDepth.values()) {
                fields
                    .get(depth.id())
                    .ifPresent(
                        words -> {
                          for (var word : Value.lines(words, seen, faults)) {
                            claims.get(depth).add(claim(word, depth, words.place()));
                          }
                        });
              }
            });
    return claims;
  }

  private String claim(String word, OnlineDepth depth, Place place) {
    var folded = word.strip().toLowerCase(Locale.ROOT);
    if (Value.names(OnlineDepth.class).contains(folded) && !folded.equals(depth.id())) {
      faults.add(place, "%s is the name of another depth; remove it".formatted(Quote.of(word)));
    }
    return folded;
  }

  private List<PromotionRules.Technology> technologies(YamlNode node) {
    var technologies = new ArrayList<PromotionRules.Technology>();
    var ids = new HashMap<String, Place>();
    for (var item : Value.list(node, faults)) {
      Fields.of(item, Shape.TECHNOLOGY, faults)
          .flatMap(fields -> technology(fields, ids))
          .ifPresent(technologies::add);
    }
    return technologies;
  }

  private Optional<PromotionRules.Technology> technology(Fields fields, Map<String, Place> ids) {
    var id = fields.line(ID);
    id.map(name -> ids.putIfAbsent(name, fields.place(ID)))
        .ifPresent(
            first ->
                faults.add(
                    fields.place(ID),
                    "%s is a second time the id of a technology; first %s"
                        .formatted(Quote.of(id.get()), first)));
    var title = fields.title();
    var reasons = lines(fields, REASONS);
    var steps = lines(fields, STEPS);
    var shownBy = lines(fields, SHOWN_BY);
    if (fields.get(REASONS).isEmpty() && fields.get(STEPS).isEmpty()) {
      faults.add(
          fields.place(),
          "has neither reasons nor steps, so nothing tells of its lack; give one of them");
    }
    return id.map(name -> new PromotionRules.Technology(name, title, reasons, steps, shownBy));
  }

  private PromotionRules.Weights weights(YamlNode node) {
    var defaults = PromotionRules.DEFAULT.weights();
    return Fields.of(node, Shape.PROMOTION_WEIGHTS, faults)
        .map(
            fields -> {
              var weights =
                  new PromotionRules.Weights(
                      fields.number(DEMAND, EXPONENTS).orElse(defaults.demand()),
                      fields.number(VISITS, EXPONENTS).orElse(defaults.visits()),
                      fields.number(PAIN, EXPONENTS).orElse(defaults.pain()),
                      fields.number(READINESS, EXPONENTS).orElse(defaults.readiness()));
              if (weights.sum() == 0) {
                faults.add(node.place(), "are all 0; give one part a weight above 0");
              }
              return weights;
            })
        .orElse(defaults);
  }

  private Set<String> lines(Fields fields, String key) {
    return fields
        .get(key)
        .map(node -> Value.lines(node, new HashMap<>(), faults))
        .orElseGet(Set::of);
  }
}
