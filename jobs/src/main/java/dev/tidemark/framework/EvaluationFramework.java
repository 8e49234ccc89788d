package dev.tidemark.framework;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One declared way to assess: what is observed, of whom, when, and how it becomes an index.
 *
 * @param id names the assessment
 * @param version names this state of it
 * @param title what reports call it
 * @param periods in time order, not overlapping
 * @param timezone in which times without an offset are read, and days begin
 * @param groups the grouping columns to aggregate by
 * @param units unique by id, in the order of their file
 * @param index the root of the indicator tree
 * @param groupTitles what reports call the groups, by grouping column and group; a group may have
 *     none
 * @param missingValues texts that mean "not observed" in any input cell, beside the empty one
 * @param seed of every random number drawn for it
 * @param comparison how periods are compared
 * @param calendar which days are working days
 * @param visits how visits to offices are counted
 * @param serviceLevels what is promised to people who ask, by kind of enquiry; a kind may have none
 * @param channels how channels are compared and counted
 * @param promotion how it is ranked what to put online next
 * @param catalogue how catalogues of items are held against their standard
 * @param problems what is a problem
 * @param issues how issues are found in what citizens write
 * @param fingerprint SHA-256 of all that was declared, in hexadecimal; changes with any of it
 */
public record EvaluationFramework(
    String id,
    String version,
    Title title,
    List<Period> periods,
    ZoneId timezone,
    List<String> groups,
    List<Unit> units,
    Composite index,
    Map<String, Map<String, Title>> groupTitles,
    Set<String> missingValues,
    long seed,
    Comparison comparison,
    CalendarRules calendar,
    VisitRules visits,
    Map<String, ServiceFloor> serviceLevels,
    ChannelRules channels,
    PromotionRules promotion,
    CatalogueRules catalogue,
    ProblemRules problems,
    IssueRules issues,
    String fingerprint) {
  public EvaluationFramework {
    periods = List.copyOf(periods);
    groups = List.copyOf(groups);
    units = List.copyOf(units);
    groupTitles =
        groupTitles.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, titles -> Map.copyOf(titles.getValue())));
    missingValues = Set.copyOf(missingValues);
    serviceLevels = Map.copyOf(serviceLevels);
  }

  EvaluationFramework withFingerprint(String computed) {
    return new EvaluationFramework(
        id,
        version,
        title,
        periods,
        timezone,
        groups,
        units,
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
        computed);
  }

  /**
   * SHA-256 of what decides, beside the periods, whether a row of input is good and what its cells
   * mean: units, leaves and the kinds of their values, texts that mean missing, the time zone.
   * Weights, rules of aggregation and how periods are compared leave it as it is.
   */
  public String readingFingerprint() {
    return Fingerprint.of(
        units.stream().map(Unit::id).toList(),
        leaves().stream().map(EvaluationFramework::kindOfValue).toList(),
        missingValues,
        timezone);
  }

  /**
   * SHA-256 of all that was declared but the periods: what an added period leaves as it is. Each
   * section that a later version of Tidemark reads counts, too.
   */
  public String fingerprintWithoutPeriods() {
    return Fingerprint.ofAllBut(Set.of("periods", "fingerprint"), this);
  }

  /** SHA-256 of what decides which period a row is of, for each period. */
  public List<String> readingFingerprintsOfPeriods() {
    return periods.stream()
        .map(period -> Fingerprint.of(period.id(), period.start(), period.end()))
        .toList();
  }

  /** The ids of the periods in their order, each with the SHA-256 of what is declared of it. */
  public Map<String, String> periodFingerprints() {
    var fingerprints = new LinkedHashMap<String, String>();
    periods.forEach(period -> fingerprints.put(period.id(), Fingerprint.of(period)));
    return fingerprints;
  }

  private static List<Object> kindOfValue(Leaf leaf) {
    var categories =
        leaf.scoring() instanceof Scoring.Categories named
            ? named.points().keySet()
            : Set.<String>of();
    return List.of(
        leaf.id(),
        leaf.derivation().isPresent(),
        leaf.scoring().getClass().getSimpleName(),
        categories);
  }

  /** Every node, parents before their children, siblings in the order of the file. */
  public List<Indicator> nodes() {
    return descend(index).toList();
  }

  /** The leaves, in the order of the file. */
  public List<Leaf> leaves() {
    return leavesOf(index).toList();
  }

  static Stream<Leaf> leavesOf(Indicator node) {
    return descend(node).filter(Leaf.class::isInstance).map(Leaf.class::cast);
  }

  private static Stream<Indicator> descend(Indicator node) {
    return node instanceof Composite composite
        ? Stream.concat(
            Stream.of(composite),
            composite.children().stream().flatMap(EvaluationFramework::descend))
        : Stream.of(node);
  }
}
