package dev.tidemark.visits;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.job.PeriodPairs;
import dev.tidemark.stats.McNemarExact;
import dev.tidemark.stats.MultipleTesting;
import dev.tidemark.stats.PairedDifferences;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import dev.tidemark.visits.UnitPair.Threshold;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.Row;

/** The table {@code visit_changes} of one pair of periods. */
final class VisitChanges {
  static final String NO_COMMON_STAGE = "no_common_stage";
  static final String NO_UNIT_OBSERVED_IN_BOTH = "no_unit_observed_in_both";

  private final EvaluationFramework framework;
  private final PeriodPairs.Pair periods;
  private final int expected;
  private final Map<String, UnitPair> units;

  private VisitChanges(
      EvaluationFramework framework,
      PeriodPairs.Pair periods,
      int expected,
      Map<String, UnitPair> units) {
    this.framework = framework;
    this.periods = periods;
    this.expected = expected;
    this.units = units;
  }

  /**
   * Tests the change of all units, of each group and of each unit.
   *
   * @param expected stages that either period should have, a count
   * @param units what was observed of each unit, by its id; one may be absent
   * @return one row for each scope, observed or not
   */
  static List<Row> of(
      EvaluationFramework framework,
      PeriodPairs.Pair periods,
      int expected,
      Map<String, UnitPair> units) {
    var changes = new VisitChanges(framework, periods, expected, units);
    return Subject.families(framework).stream()
        .flatMap(family -> changes.family(family).stream())
        .toList();
  }

  private List<Row> family(List<Subject> subjects) {
    var rows = new ArrayList<RowBuilder>();
    var ps = new ArrayList<OptionalDouble>();
    for (var subject : subjects) {
      var row = begin(subject);
      rows.add(row);
      ps.add(test(row, subject));
    }
    var adjusted = adjusted(ps);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).withNumber(P_ADJUSTED, adjusted.get(i).orElse(Double.NaN));
    }
    return rows.stream().map(RowBuilder::row).toList();
  }

  private List<OptionalDouble> adjusted(List<OptionalDouble> family) {
    return switch (framework.comparison().adjustment()) {
      case HOLM -> MultipleTesting.HOLM.adjust(family);
      case BENJAMINI_HOCHBERG -> MultipleTesting.BENJAMINI_HOCHBERG.adjust(family);
      case BENJAMINI_YEKUTIELI -> MultipleTesting.BENJAMINI_YEKUTIELI.adjust(family);
      case NONE -> family;
    };
  }

  private RowBuilder begin(Subject subject) {
    var row =
        new RowBuilder(Tables.VISIT_CHANGES)
            .with(FRAMEWORK_ID, framework.id())
            .with(FRAMEWORK_VERSION, framework.version())
            .with(PERIOD_FROM, periods.from())
            .with(PERIOD_TO, periods.to())
            .with(SCOPE, subject.scope())
            .with(GROUP_BY, subject.groupBy())
            .with(SCOPE_ID, subject.id())
            .with(TEST, subject.isUnit() ? Significance.POISSON : Significance.SIGN_FLIP);
    countThresholds(row, subject);
    return row;
  }

  private void countThresholds(RowBuilder row, Subject subject) {
    var counts = new EnumMap<Threshold, Integer>(Threshold.class);
    observed(subject).forEach(unit -> counts.merge(unit.threshold(), 1, Integer::sum));
    int kept = counts.getOrDefault(Threshold.KEPT, 0);
    int reached = counts.getOrDefault(Threshold.REACHED, 0);
    int lost = counts.getOrDefault(Threshold.LOST, 0);
    row.with(THRESHOLD_UNITS, kept + reached + lost + counts.getOrDefault(Threshold.MISSED, 0))
        .with(AT_MOST_ONCE_FROM, kept + lost)
        .with(AT_MOST_ONCE_TO, kept + reached)
        .with(REACHED_UNITS, reached)
        .with(LOST_UNITS, lost);
    if (!subject.isUnit()) {
      McNemarExact.of(reached, lost, 1 - framework.comparison().alpha())
          .result()
          .ifPresent(test -> row.with(P_AT_MOST_ONCE, test.p()));
    }
  }

  /** Writes what changed into the row; the p-value, if there is one. */
  private OptionalDouble test(RowBuilder row, Subject subject) {
    var compared = observed(subject).stream().filter(unit -> unit.stages() > 0).toList();
    int n = compared.size();
    int stages = compared.stream().mapToInt(UnitPair::stages).sum();
    row.with(N, subject.isUnit() ? stages : n)
        .with(COVERAGE, n == 0 ? 0.0 : stages / ((double) n * expected));
    if (n == 0) {
      row.with(NOT_COMPARED_REASON, subject.isUnit() ? NO_COMMON_STAGE : NO_UNIT_OBSERVED_IN_BOTH);
      return OptionalDouble.empty();
    }
    double before = compared.stream().mapToInt(UnitPair::from).sum();
    double after = compared.stream().mapToInt(UnitPair::to).sum();
    row.with(MEAN_FROM, before / n).with(MEAN_TO, after / n).with(CHANGE, (after - before) / n);
    var how = framework.comparison();
    var test =
        subject.isUnit()
            ? Significance.ofUnit(compared.get(0), how)
            : Significance.ofUnits(differences(compared), how, framework.seed());
    test.interval()
        .ifPresent(interval -> row.with(CI_LOW, interval.low()).with(CI_HIGH, interval.high()));
    test.reason()
        .ifPresent(why -> row.with(NOT_TESTED_REASON, why.name().toLowerCase(Locale.ROOT)));
    test.p().ifPresent(p -> row.with(P_VALUE, p).with(P_ERROR, test.error()));
    return test.p();
  }

  private List<UnitPair> observed(Subject subject) {
    return subject.units().stream().map(units::get).filter(Objects::nonNull).toList();
  }

  private static PairedDifferences differences(List<UnitPair> compared) {
    return PairedDifferences.between(
        counts(compared, UnitPair::from), counts(compared, UnitPair::to));
  }

  private static double[] counts(List<UnitPair> compared, ToIntFunction<UnitPair> count) {
    return compared.stream().mapToDouble(count::applyAsInt).toArray();
  }
}
