package dev.tidemark.issues.bottleneck;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Comparison;
import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.stats.CompetitionRanks;
import dev.tidemark.stats.MultipleTesting;
import dev.tidemark.stats.ProportionChange;
import dev.tidemark.stats.TwoProportions;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/** The table {@code bottlenecks}. */
final class Bottlenecks {
  /** Messages are held against the floor of this kind of enquiry. */
  private static final String CONSULTATION = "consultation";

  private static final double MEDIAN = 0.5;

  private final EvaluationFramework framework;
  private final Cells cells;
  private final boolean hasFloor;

  Bottlenecks(EvaluationFramework framework, Cells cells) {
    this.framework = framework;
    this.cells = cells;
    hasFloor = framework.serviceLevels().containsKey(CONSULTATION);
  }

  /** Of every period and of 'all', one row for each stage and department. */
  List<Row> rows() {
    var rows = new ArrayList<Row>();
    var before = Map.<Cells.Place, Cell>of();
    for (var period : framework.periods()) {
      rows.addAll(rows(period.id(), before));
      before = cells.of(period.id());
    }
    rows.addAll(rows(Period.ALL, Map.of()));
    return rows;
  }

  private List<Row> rows(String period, Map<Cells.Place, Cell> before) {
    var now = cells.of(period);
    var scores = Stuck.of(List.copyOf(now.values()), framework.issues().bottlenecks());
    var builders = new ArrayList<RowBuilder>();
    var tests = new ArrayList<OptionalDouble>();
    now.forEach(
        (place, cell) -> {
          int i = builders.size();
          var row = counted(period, place, cell);
          row.withNumber(UNRESOLVED_SHRUNK, scores.get(i).unresolved())
              .withNumber(LATE_SHRUNK, scores.get(i).late())
              .withNumber(STUCK_SCORE, scores.get(i).score());
          int rank = scores.get(i).rank();
          row.with(RANK, rank == CompetitionRanks.UNRANKED ? null : rank);
          tests.add(changed(row, before.getOrDefault(place, new Cell()), cell));
          builders.add(row);
        });
    var adjusted = adjusted(tests);
    for (int i = 0; i < builders.size(); i++) {
      builders.get(i).withNumber(P_ADJUSTED, adjusted.get(i).orElse(Double.NaN));
    }
    return builders.stream().map(RowBuilder::row).toList();
  }

  private RowBuilder counted(String period, Cells.Place place, Cell cell) {
    var counts = cell.all();
    var row =
        new RowBuilder(Tables.BOTTLENECKS)
            .with(FRAMEWORK_ID, framework.id())
            .with(FRAMEWORK_VERSION, framework.version())
            .with(PERIOD, period)
            .with(STAGE, place.stage())
            .with(DEPARTMENT, place.department())
            .with(N, counts.n())
            .with(RESOLVED_TOLD, counts.told())
            .with(UNRESOLVED, counts.unresolved())
            .withNumber(UNRESOLVED_RATE, (double) cell.unresolved() / cell.told());
    if (hasFloor) {
      row.with(N_DUE, (long) cell.due())
          .with(LATE, counts.late())
          .with(UNANSWERED, counts.unanswered())
          .with(UNDETERMINED, counts.undetermined())
          .withNumber(LATE_RATE, (double) cell.beyond() / cell.due());
    }
    cell.waiting()
        .result()
        .ifPresent(
            curve ->
                row.withNumber(MEDIAN_WORKING_DAYS, curve.quantile(MEDIAN).orElse(Double.NaN)));
    return row;
  }

  /** Adds the change of the share not resolved; the p-value of its test, if there is one. */
  private OptionalDouble changed(RowBuilder row, Cell before, Cell after) {
    double level = 1 - framework.comparison().alpha();
    ProportionChange.independent(
            before.unresolved(), before.told(), after.unresolved(), after.told(), level)
        .result()
        .ifPresent(
            change ->
                row.with(CHANGE, change.change())
                    .with(CI_LOW, change.interval().low())
                    .with(CI_HIGH, change.interval().high()));
    if (before.told() == 0 || after.told() == 0) {
      return OptionalDouble.empty();
    }
    var test =
        TwoProportions.of(before.unresolved(), before.told(), after.unresolved(), after.told())
            .result();
    test.ifPresent(tested -> row.with(P_VALUE, tested.p()));
    return test.map(tested -> OptionalDouble.of(tested.p())).orElse(OptionalDouble.empty());
  }

  private List<OptionalDouble> adjusted(List<OptionalDouble> tests) {
    Comparison.Adjustment adjustment = framework.comparison().adjustment();
    return switch (adjustment) {
      case HOLM -> MultipleTesting.HOLM.adjust(tests);
      case BENJAMINI_HOCHBERG -> MultipleTesting.BENJAMINI_HOCHBERG.adjust(tests);
      case BENJAMINI_YEKUTIELI -> MultipleTesting.BENJAMINI_YEKUTIELI.adjust(tests);
      case NONE -> tests;
    };
  }
}
