package dev.tidemark.services;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ServiceFloor;
import dev.tidemark.stats.KaplanMeier;
import dev.tidemark.stats.Proportion;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The table {@code service_levels} of some periods. */
final class ServiceLevels {
  /** The counts that sums over units are made of. */
  static final List<String> COUNTS =
      List.of(
          N,
          ANSWERED,
          WITHIN_FLOOR,
          WITHIN_DUE,
          LATE,
          UNANSWERED,
          UNDETERMINED,
          RESOLVED,
          RESOLVED_TOLD);

  private static final double MEDIAN = 0.5;
  private static final double NINE_IN_TEN = 0.9;

  private final EvaluationFramework framework;
  private final double level;

  ServiceLevels(EvaluationFramework framework) {
    this.framework = framework;
    level = 1 - framework.comparison().alpha();
  }

  /**
   * One row for each kind and subject that has enquiries in the period.
   *
   * @param observedUntil the period's last day of observation
   */
  List<Row> of(String period, LocalDate observedUntil, Tallies tallies) {
    var rows = new ArrayList<Row>();
    for (var kind : tallies.kinds()) {
      var floor = Optional.ofNullable(framework.serviceLevels().get(kind));
      for (var entry : tallies.of(period, kind).entrySet()) {
        var row =
            new RowBuilder(Tables.SERVICE_LEVELS)
                .with(FRAMEWORK_ID, framework.id())
                .with(FRAMEWORK_VERSION, framework.version())
                .with(PERIOD, period)
                .with(KIND, kind)
                .with(GROUP_BY, entry.getKey().by())
                .with(GROUP_ID, entry.getKey().id())
                .with(OBSERVED_UNTIL, java.sql.Date.valueOf(observedUntil));
        rows.add(withLevels(row, floor, entry.getValue()).row());
      }
    }
    return rows;
  }

  private RowBuilder withLevels(RowBuilder row, Optional<ServiceFloor> floor, Tally tally) {
    for (var column : List.of(N, ANSWERED, RESOLVED, RESOLVED_TOLD)) {
      row.with(column, tally.count(column));
    }
    withShare(row, tally.resolved(), tally.told(), RESOLVED_SHARE, RESOLVED_LOW, RESOLVED_HIGH);
    floor.ifPresent(
        kept -> {
          row.with(FLOOR_WORKING_DAYS, kept.workingDays()).with(N_DUE, (long) tally.due());
          for (var column : List.of(WITHIN_FLOOR, LATE, UNANSWERED, UNDETERMINED, WITHIN_DUE)) {
            row.with(column, tally.count(column));
          }
          withShare(row, tally.withinDue(), tally.due(), WITHIN_SHARE, WITHIN_LOW, WITHIN_HIGH);
        });
    tally
        .waiting()
        .result()
        .ifPresent(
            curve -> {
              withTime(row, curve, MEDIAN, MEDIAN_WORKING_DAYS, MEDIAN_LOW, MEDIAN_HIGH);
              withTime(row, curve, NINE_IN_TEN, P90_WORKING_DAYS, P90_LOW, P90_HIGH);
            });
    return row;
  }

  private void withShare(
      RowBuilder row, int successes, int n, String share, String low, String high) {
    Proportion.wilson(successes, n, level)
        .result()
        .ifPresent(
            known ->
                row.with(share, known.share())
                    .with(low, known.interval().low())
                    .with(high, known.interval().high()));
  }

  private void withTime(
      RowBuilder row, KaplanMeier curve, double share, String time, String low, String high) {
    var interval = curve.quantileInterval(share, level);
    row.withNumber(time, curve.quantile(share).orElse(Double.NaN))
        .withNumber(low, bound(interval.low()))
        .withNumber(high, bound(interval.high()));
  }

  private static double bound(double end) {
    return Double.isInfinite(end) ? Double.NaN : end;
  }

  /**
   * The units with too few replies in time.
   *
   * @return what was counted of them in one period, by kind and unit
   */
  Map<Examples.Place, Tally> belowFloor(String period, Tallies tallies) {
    var below = new HashMap<Examples.Place, Tally>();
    framework
        .serviceLevels()
        .forEach(
            (kind, floor) ->
                tallies
                    .of(period, kind)
                    .forEach(
                        (subject, tally) -> {
                          if (subject.isUnit() && lacking(tally, floor) > 0) {
                            below.put(new Examples.Place(period, kind, subject.id()), tally);
                          }
                        }));
    return below;
  }

  /** Replies in time that were lacking; below 1 if the floor was kept. */
  static long lacking(Tally tally, ServiceFloor floor) {
    // What rounding added to a whole number must not ask for one more.
    return (long) Math.ceil(floor.minShare() * tally.due() - 1e-9) - tally.withinDue();
  }

  /**
   * A row of {@code service_shortfalls}.
   *
   * @param example id of an enquiry beyond the floor
   */
  Row shortfall(Examples.Place place, Tally tally, String example) {
    var floor = framework.serviceLevels().get(place.kind());
    var row =
        new RowBuilder(Tables.SERVICE_SHORTFALLS)
            .with(FRAMEWORK_ID, framework.id())
            .with(FRAMEWORK_VERSION, framework.version())
            .with(PERIOD, place.period())
            .with(KIND, place.kind())
            .with(UNIT, place.unit())
            .with(FLOOR_WORKING_DAYS, floor.workingDays())
            .with(MIN_SHARE, floor.minShare())
            .with(N_DUE, (long) tally.due())
            .with(WITHIN_DUE, tally.count(WITHIN_DUE))
            .with(LATE, tally.count(LATE))
            .with(UNANSWERED, tally.count(UNANSWERED))
            .with(LACKING, lacking(tally, floor))
            .with(LONGEST_WORKING_DAYS, tally.longest())
            .with(EXAMPLE, example);
    withShare(row, tally.withinDue(), tally.due(), WITHIN_SHARE, WITHIN_LOW, WITHIN_HIGH);
    return row.row();
  }
}
