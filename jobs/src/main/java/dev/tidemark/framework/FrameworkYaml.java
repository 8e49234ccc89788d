package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import dev.tidemark.error.FrameworkInvalid;
import dev.tidemark.error.NearestName;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The framework file, read: {@code docs/framework.md} describes it, {@code
 * docs/framework.schema.json} tells editors.
 *
 * <p>A later section is one more class like {@link PeriodList}, its keys in {@link Shape}.
 */
public final class FrameworkYaml {
  private static final ZoneId DEFAULT_TIMEZONE = ZoneId.of("Asia/Shanghai");

  private static final Value.Range SEEDS =
      new Value.Range(0, 1L << 53, "a whole number from 0 to 9007199254740992");

  private final Path folder;
  private final ExpressionCheck expressions;
  private final Faults faults;

  private FrameworkYaml(Path folder, ExpressionCheck expressions, Faults faults) {
    this.folder = folder;
    this.expressions = expressions;
    this.faults = faults;
  }

  /**
   * Reads a framework file and the file of units beside it.
   *
   * @param expressions says which SQL a derived leaf may use
   * @throws FrameworkInvalid with every fault of the two files
   * @throws UsageWrong if there is no such file
   */
  public static EvaluationFramework read(Path file, ExpressionCheck expressions) {
    var faults = new Faults();
    var folder = file.toAbsolutePath().getParent();
    return text(file, faults)
        .flatMap(text -> YamlTree.of(text, faults))
        .flatMap(root -> Fields.of(root, Shape.FRAMEWORK, faults))
        .flatMap(new FrameworkYaml(folder, expressions, faults)::framework)
        .filter(framework -> faults.isEmpty())
        .orElseThrow(() -> new FrameworkInvalid(file.toString(), faults.inOrder()));
  }

  private static Optional<String> text(Path file, Faults faults) {
    try {
      return TextFile.read(file, YamlTree.LARGEST_MEGABYTES, Place.wholeFile(), faults);
    } catch (IOException e) {
      throw new UsageWrong(
          "The framework file %s cannot be read: it %s. Name one with --framework FILE."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Empty only with faults; with faults it may hold anything. */
  private Optional<EvaluationFramework> framework(Fields fields) {
    var id = fields.id(ID).orElse("");
    var version = fields.line(VERSION).orElse("");
    var title = fields.title();
    var timezone = fields.text(TIMEZONE).flatMap(t -> timezone(t, fields.place(TIMEZONE)));
    var missingValues = missingValues(fields);
    var periods = fields.get(PERIODS).map(node -> PeriodList.of(node, faults)).orElse(List.of());
    var groups = groups(fields);
    var units = fields.get(UNITS).flatMap(node -> UnitFile.read(folder, node, groups, faults));
    var groupTitles =
        fields
            .get(GROUP_TITLES)
            .map(node -> GroupTitles.of(node, groups.keySet(), units, faults))
            .orElse(Map.of());
    var weights = fields.choice(WEIGHTS, WeightRule.class).orElse(WeightRule.EXACT);
    var scoring = new ScoringRule(missingValues, faults);
    long seed = fields.get(SEED).flatMap(node -> Value.whole(node, SEEDS, faults)).orElse(1L);
    var comparison =
        fields
            .get(COMPARE)
            .map(node -> ComparisonSection.of(node, faults))
            .orElse(Comparison.DEFAULT);
    var calendar =
        fields
            .get(CALENDAR)
            .map(new CalendarSection(folder, groups.keySet(), units, faults)::of)
            .orElse(CalendarRules.DEFAULT);
    var visits =
        fields.get(VISITS).map(node -> VisitSection.of(node, faults)).orElse(VisitRules.DEFAULT);
    var serviceLevels =
        fields
            .get(SERVICE_LEVELS)
            .map(node -> ServiceLevelsSection.of(node, faults))
            .orElse(Map.of());
    var channels =
        fields
            .get(CHANNELS)
            .map(node -> ChannelSection.of(node, faults))
            .orElse(ChannelRules.DEFAULT);
    var promotion =
        fields
            .get(PROMOTION)
            .map(node -> PromotionSection.of(node, faults))
            .orElse(PromotionRules.DEFAULT);
    var catalogue =
        fields
            .get(CATALOGUE)
            .map(node -> CatalogueSection.of(node, faults))
            .orElse(CatalogueRules.DEFAULT);
    var problemSection = new ProblemSection(groups.keySet(), expressions, faults);
    var problems =
        fields.get(PROBLEMS).map(problemSection::of).orElseGet(problemSection::byDefault);
    var issues =
        fields
            .get(ISSUES)
            .map(node -> IssueSection.of(node, folder, faults))
            .orElse(IssueRules.DEFAULT);
    var tree = new IndexTree(weights, scoring, expressions, faults);
    var root = fields.get(INDEX).flatMap(tree::of);
    if (serviceLevels.isEmpty()) {
      root.ifPresent(index -> checkFloors(index, fields));
    }
    return root.map(
            index ->
                new EvaluationFramework(
                    id,
                    version,
                    title,
                    periods,
                    timezone.orElse(DEFAULT_TIMEZONE),
                    List.copyOf(groups.keySet()),
                    units.orElse(List.of()),
                    index,
                    groupTitles,
                    missingValues,
                    seed,
                    comparison,
                    calendar,
                    visits,
                    serviceLevels,
                    channels,
                    promotion,
                    catalogue,
                    problems,
                    issues,
                    ""))
        .map(read -> read.withFingerprint(Fingerprint.of(read)));
  }

  private void checkFloors(Composite index, Fields fields) {
    EvaluationFramework.leavesOf(index)
        .filter(leaf -> leaf.derivation().filter(Derivation::isOfOutcomes).isPresent())
        .forEach(
            leaf ->
                faults.add(
                    fields.place(INDEX),
                    "leaf %s is derived from %s, which judges enquiries against service-levels; add that section"
                        .formatted(leaf.id(), Derivation.OUTCOMES)));
  }

  private Optional<ZoneId> timezone(String given, Place place) {
    try {
      return Optional.of(ZoneId.of(given));
    } catch (DateTimeException e) {
      faults.add(
          place,
          "%s is no time zone; write one such as Asia/Shanghai or +08:00%s"
              .formatted(Quote.of(given), NearestName.hint(given, ZoneId.getAvailableZoneIds())));
      return Optional.empty();
    }
  }

  private Set<String> missingValues(Fields fields) {
    var values = new HashSet<String>();
    for (var item : fields.list(MISSING_VALUES)) {
      Value.text(item, faults).ifPresent(values::add);
    }
    return values;
  }

  /** The grouping columns, each with its place, in the order of the file. */
  private Map<String, Place> groups(Fields fields) {
    var groups = new LinkedHashMap<String, Place>();
    var folded = new HashSet<String>();
    for (var item : fields.list(GROUPS)) {
      Identifier.besideAll(item, faults)
          .ifPresent(
              column -> {
                if (UnitFile.OWN_COLUMNS.contains(column)) {
                  faults.add(item.place(), Quote.of(column) + " is no grouping column");
                } else if (!folded.add(Identifier.fold(column))) {
                  faults.add(item.place(), Quote.of(column) + " is listed twice; remove one");
                } else {
                  groups.put(column, item.place());
                }
              });
    }
    return groups;
  }
}
