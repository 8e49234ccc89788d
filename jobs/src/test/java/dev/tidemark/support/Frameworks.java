package dev.tidemark.support;

import dev.tidemark.framework.Aggregate;
import dev.tidemark.framework.CalendarRules;
import dev.tidemark.framework.CatalogueRules;
import dev.tidemark.framework.ChannelRules;
import dev.tidemark.framework.Comparison;
import dev.tidemark.framework.Composite;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.IssueRules;
import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.MinCoverage;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.ProblemRules;
import dev.tidemark.framework.PromotionRules;
import dev.tidemark.framework.Replicates;
import dev.tidemark.framework.Scoring;
import dev.tidemark.framework.ServiceFloor;
import dev.tidemark.framework.Title;
import dev.tidemark.framework.Unit;
import dev.tidemark.framework.VisitRules;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Frameworks in code, with nothing but what an index depends on. */
public final class Frameworks {
  private Frameworks() {}

  /** A framework of units without groups; periods are a month each, in this order. */
  public static EvaluationFramework framework(
      List<String> periods, List<String> units, Composite index) {
    return framework(
        periods, List.of(), units.stream().map(id -> unit(id, Map.of())).toList(), index);
  }

  /** A framework of units in groups. */
  public static EvaluationFramework framework(
      List<String> periods, List<String> groups, List<Unit> units, Composite index) {
    return framework(periods, groups, units, index, VisitRules.DEFAULT, ChannelRules.DEFAULT);
  }

  /** A framework of units in groups, whose visits are counted. */
  public static EvaluationFramework ofVisits(
      List<String> periods, List<String> groups, List<Unit> units, VisitRules visits) {
    var any = root(leaf("any", 1, new Scoring.Direct()));
    return framework(periods, groups, units, any, visits, ChannelRules.DEFAULT);
  }

  /** A framework of units in groups, whose channels are compared and counted. */
  public static EvaluationFramework ofChannels(
      List<String> periods, List<String> groups, List<Unit> units, ChannelRules channels) {
    var any = root(leaf("any", 1, new Scoring.Direct()));
    return framework(periods, groups, units, any, VisitRules.DEFAULT, channels);
  }

  private static EvaluationFramework framework(
      List<String> periods,
      List<String> groups,
      List<Unit> units,
      Composite index,
      VisitRules visits,
      ChannelRules channels) {
    var months =
        IntStream.range(0, periods.size())
            .mapToObj(i -> month(periods.get(i), LocalDate.of(2020, 1, 1).plusMonths(i)))
            .toList();
    return new EvaluationFramework(
        "test",
        "1",
        Title.of("Test"),
        months,
        ZoneId.of("Asia/Shanghai"),
        groups,
        units,
        index,
        Map.of(),
        Set.of(),
        1,
        Comparison.DEFAULT,
        CalendarRules.DEFAULT,
        visits,
        Map.of(),
        channels,
        PromotionRules.DEFAULT,
        CatalogueRules.DEFAULT,
        ProblemRules.NONE,
        IssueRules.DEFAULT,
        "0");
  }

  /** The same framework with rules for what to put online next and for catalogues. */
  public static EvaluationFramework promoting(
      EvaluationFramework framework, PromotionRules promotion, CatalogueRules catalogue) {
    return new EvaluationFramework(
        framework.id(),
        framework.version(),
        framework.title(),
        framework.periods(),
        framework.timezone(),
        framework.groups(),
        framework.units(),
        framework.index(),
        framework.groupTitles(),
        framework.missingValues(),
        framework.seed(),
        framework.comparison(),
        framework.calendar(),
        framework.visits(),
        framework.serviceLevels(),
        framework.channels(),
        promotion,
        catalogue,
        framework.problems(),
        framework.issues(),
        framework.fingerprint());
  }

  /** The same framework with promises to people who ask. */
  public static EvaluationFramework promising(
      EvaluationFramework framework, Map<String, ServiceFloor> floors) {
    return new EvaluationFramework(
        framework.id(),
        framework.version(),
        framework.title(),
        framework.periods(),
        framework.timezone(),
        framework.groups(),
        framework.units(),
        framework.index(),
        framework.groupTitles(),
        framework.missingValues(),
        framework.seed(),
        framework.comparison(),
        framework.calendar(),
        framework.visits(),
        floors,
        framework.channels(),
        framework.promotion(),
        framework.catalogue(),
        framework.problems(),
        framework.issues(),
        framework.fingerprint());
  }

  /** The same framework in another version. */
  public static EvaluationFramework version(EvaluationFramework framework, String version) {
    return new EvaluationFramework(
        framework.id(),
        version,
        framework.title(),
        framework.periods(),
        framework.timezone(),
        framework.groups(),
        framework.units(),
        framework.index(),
        framework.groupTitles(),
        framework.missingValues(),
        framework.seed(),
        framework.comparison(),
        framework.calendar(),
        framework.visits(),
        framework.serviceLevels(),
        framework.channels(),
        framework.promotion(),
        framework.catalogue(),
        framework.problems(),
        framework.issues(),
        framework.fingerprint());
  }

  public static Unit unit(String id, Map<String, String> groups) {
    return new Unit(id, Title.of(id), groups);
  }

  /** A root of equally weighted children. */
  public static Composite root(Indicator... children) {
    return composite("index", 1, children);
  }

  /** An arithmetic mean that needs one child. */
  public static Composite composite(String id, double share, Indicator... children) {
    return composite(id, share, Aggregate.ARITHMETIC, MinCoverage.NONE, children);
  }

  public static Composite composite(
      String id,
      double share,
      Aggregate aggregate,
      MinCoverage minCoverage,
      Indicator... children) {
    return new Composite(id, Title.of(id), share, aggregate, minCoverage, List.of(children));
  }

  /** A composite of leaves {@code <id>1, <id>2, …} with these shares, scored as they are. */
  public static Composite ofLeaves(
      String id, double share, Aggregate aggregate, MinCoverage minCoverage, double... shares) {
    var leaves =
        IntStream.range(0, shares.length)
            .mapToObj(i -> leaf(id + (i + 1), shares[i], new Scoring.Direct()))
            .toArray(Indicator[]::new);
    return composite(id, share, aggregate, minCoverage, leaves);
  }

  public static Leaf leaf(String id, double share, Scoring scoring) {
    return leaf(id, share, scoring, Replicates.MEAN);
  }

  public static Leaf leaf(String id, double share, Scoring scoring, Replicates replicates) {
    return new Leaf(id, Title.of(id), share, scoring, replicates, Optional.empty());
  }

  /** {@code <prefix>1} to {@code <prefix><n>}. */
  public static List<String> ids(String prefix, int n) {
    return Stream.iterate(1, i -> i + 1).limit(n).map(i -> prefix + i).toList();
  }

  private static Period month(String id, LocalDate start) {
    return new Period(id, start, start.plusMonths(1).minusDays(1), Title.of(id));
  }
}
