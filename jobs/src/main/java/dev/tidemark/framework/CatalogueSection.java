package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The section {@code catalogue} of the file. */
final class CatalogueSection {
  private final Faults faults;

  private CatalogueSection(Faults faults) {
    this.faults = faults;
  }

  /** What the section says, and the defaults for what it does not; any values with faults. */
  static CatalogueRules of(YamlNode node, Faults faults) {
    return Fields.of(node, Shape.CATALOGUE_RULES, faults)
        .map(new CatalogueSection(faults)::rules)
        .orElse(CatalogueRules.DEFAULT);
  }

  private CatalogueRules rules(Fields fields) {
    var defaults = CatalogueRules.DEFAULT;
    var updatedOn = fields.line(UPDATED_ON).orElse(defaults.updatedOn());
    var singleEntry = fields.line(SINGLE_ENTRY).orElse(defaults.singleEntry());
    if (updatedOn.equals(singleEntry)) {
      faults.add(
          fields.place(fields.get(SINGLE_ENTRY).isPresent() ? SINGLE_ENTRY : UPDATED_ON),
          "%s is both updated-on and single-entry; name two attributes"
              .formatted(Quote.of(singleEntry)));
    }
    return new CatalogueRules(
        fields.get(EXCEPT).map(this::lines).orElse(defaults.except()),
        updatedOn,
        singleEntry,
        policies(fields));
  }

  private List<CatalogueRules.Policy> policies(Fields fields) {
    var policies = new ArrayList<CatalogueRules.Policy>();
    for (var item : fields.list(POLICIES)) {
      Fields.of(item, Shape.POLICY, faults).flatMap(this::policy).ifPresent(policies::add);
    }
    return policies;
  }

  private Optional<CatalogueRules.Policy> policy(Fields policy) {
    var items = policy.get(ITEMS).map(this::lines).orElse(Set.of());
    var title = policy.get(TITLE).map(node -> Titles.of(node, faults));
    return policy
        .day(DATE)
        .map(
            date ->
                new CatalogueRules.Policy(
                    date, title.orElseGet(() -> Title.of(date.toString())), items));
  }

  private Set<String> lines(YamlNode node) {
    return Value.lines(node, new HashMap<>(), faults);
  }
}
