package dev.tidemark.services;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Comparison;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.stats.Interval;
import dev.tidemark.stats.MultipleTesting;
import dev.tidemark.stats.Reason;
import dev.tidemark.stats.Resampling;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** The table {@code service_changes} of one pair of periods. */
final class ServiceChanges {
  private static final int POINTS = 100;

  /** A change with what its row says of whom. */
  private record Tested(RowBuilder row, ShareChange change) {}

  private final EvaluationFramework framework;
  private final Comparison how;
  private final Tallies tallies;

  ServiceChanges(EvaluationFramework framework, Tallies tallies) {
    this.framework = framework;
    this.how = framework.comparison();
    this.tallies = tallies;
  }

  /**
   * Tests and judges every change.
   *
   * @return one row for each kind, subject and measure observed in at least one of the periods
   */
  List<Row> of(String from, String to) {
    var families = new LinkedHashMap<String, List<Tested>>();
    for (var kind : tallies.kinds()) {
      for (var measure : Measure.values()) {
        var members = members(from, to, kind, measure);
        var subjects = new TreeSet<>(tallies.of(from, kind).keySet());
        subjects.addAll(tallies.of(to, kind).keySet());
        for (var subject : subjects) {
          var before = tallies.of(from, kind, subject);
          var after = tallies.of(to, kind, subject);
          if (measure.isObserved(before) || measure.isObserved(after)) {
            var family = subject.by() + ", " + measure.text();
            var row =
                row(from, to, subject)
                    .with(KIND, kind)
                    .with(MEASURE, measure.text())
                    .with(FAMILY, family)
                    .with(LEVEL_FROM, measure.share(before))
                    .with(LEVEL_TO, measure.share(after));
            var change = change(subject, members.getOrDefault(subject, List.of()));
            families
                .computeIfAbsent(family, name -> new ArrayList<>())
                .add(new Tested(row, change));
          }
        }
      }
    }
    return families.values().stream().flatMap(family -> judged(family).stream()).toList();
  }

  /** By subject, its units that are observed in both periods. */
  private Map<Subject, List<ShareChange.Pair>> members(
      String from, String to, String kind, Measure measure) {
    var members = new LinkedHashMap<Subject, List<ShareChange.Pair>>();
    for (var unit : framework.units()) {
      var before = tallies.of(from, kind, Subject.unit(unit.id()));
      var after = tallies.of(to, kind, Subject.unit(unit.id()));
      if (measure.isObserved(before) && measure.isObserved(after)) {
        var pair = measure.pair(before.orElseThrow(), after.orElseThrow());
        for (var subject : tallies.subjectsOf(unit.id())) {
          members.computeIfAbsent(subject, none -> new ArrayList<>()).add(pair);
        }
      }
    }
    return members;
  }

  private ShareChange change(Subject subject, List<ShareChange.Pair> pairs) {
    double level = 1 - how.alpha();
    if (!subject.isUnit()) {
      return ShareChange.ofUnits(pairs, level, new Resampling(how.resamples(), framework.seed()));
    }
    return pairs.isEmpty()
        ? ShareChange.none(Reason.TOO_FEW)
        : ShareChange.ofOneUnit(pairs.get(0), level);
  }

  private RowBuilder row(String from, String to, Subject subject) {
    return new RowBuilder(Tables.SERVICE_CHANGES)
        .with(FRAMEWORK_ID, framework.id())
        .with(FRAMEWORK_VERSION, framework.version())
        .with(PERIOD_FROM, from)
        .with(PERIOD_TO, to)
        .with(GROUP_BY, subject.by())
        .with(GROUP_ID, subject.id());
  }

  private List<Row> judged(List<Tested> family) {
    var adjusted = adjusted(family.stream().map(tested -> tested.change().p()).toList());
    var rows = new ArrayList<Row>(family.size());
    for (int i = 0; i < family.size(); i++) {
      var change = family.get(i).change();
      rows.add(
          family
              .get(i)
              .row()
              .with(N, (long) change.n())
              .withNumber(SHARE_FROM, change.from().orElse(Double.NaN))
              .withNumber(SHARE_TO, change.to().orElse(Double.NaN))
              .withNumber(CHANGE, change.change().orElse(Double.NaN))
              .with(CI_LOW, change.interval().map(Interval::low).orElse(null))
              .with(CI_HIGH, change.interval().map(Interval::high).orElse(null))
              .with(METHOD, change.method().orElse(null))
              .withNumber(P_VALUE, change.p().orElse(Double.NaN))
              .with(P_ERROR, change.p().isPresent() ? change.error() : null)
              .withNumber(P_ADJUSTED, adjusted.get(i).orElse(Double.NaN))
              .with(VERDICT, verdict(change, adjusted.get(i)))
              .with(
                  NOT_TESTED_REASON,
                  change.notTested().map(r -> r.name().toLowerCase(Locale.ROOT)).orElse(null))
              .row());
    }
    return rows;
  }

  private List<OptionalDouble> adjusted(List<OptionalDouble> family) {
    return switch (how.adjustment()) {
      case HOLM -> MultipleTesting.HOLM.adjust(family);
      case BENJAMINI_HOCHBERG -> MultipleTesting.BENJAMINI_HOCHBERG.adjust(family);
      case BENJAMINI_YEKUTIELI -> MultipleTesting.BENJAMINI_YEKUTIELI.adjust(family);
      case NONE -> family;
    };
  }

  /** As of scores: adjusted p, interval and a change that matters must agree (docs/adr/0041). */
  private String verdict(ShareChange change, OptionalDouble adjusted) {
    if (change.isUnchanged()) {
      return "unchanged";
    }
    double points = POINTS * change.change().orElse(0);
    boolean isSignificant = adjusted.isPresent() && adjusted.getAsDouble() <= how.alpha();
    boolean isBeyondZero = change.interval().filter(interval -> !interval.contains(0)).isPresent();
    if (!isSignificant || !isBeyondZero || Math.abs(points) < how.smallestChange()) {
      return "inconclusive";
    }
    return points > 0 ? "improved" : "declined";
  }
}
