package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Visits to offices in the first and the last period, each figure beside the published one. */
final class VisitsHeadline {
  private static final String NONE = "–";

  private final EvaluationFramework framework;
  private final DeltaLake lake;
  private final PublishedFigures published;
  private final PrintWriter out;
  private final String first;
  private final String last;
  private final String span;

  private VisitsHeadline(
      EvaluationFramework framework, DeltaLake lake, PublishedFigures published, PrintWriter out) {
    this.framework = framework;
    this.lake = lake;
    this.published = published;
    this.out = out;
    this.first = framework.periods().get(0).id();
    this.last = framework.periods().get(framework.periods().size() - 1).id();
    this.span = first + " to " + last;
  }

  static void print(
      EvaluationFramework framework, DeltaLake lake, PublishedFigures published, PrintWriter out) {
    var headline = new VisitsHeadline(framework, lake, published, out);
    var summary =
        headline.rows(Tables.VISIT_SUMMARY, col(PERIOD).isin(headline.first, headline.last));
    headline.printMeans(summary);
    headline.printRegions(summary);
    StagesHeadline.print(framework, lake, published, out);
  }

  private void printMeans(List<Row> summary) {
    var change =
        rows(Tables.VISIT_CHANGES, isSpan().and(col(SCOPE).equalTo(Period.ALL))).stream()
            .findFirst();
    var table = new TextTable().row("Visits to offices 到现场次数", first, last, "change", "published");
    table.row(
        "  mean 均值",
        mean(summary, first, Period.ALL, Period.ALL),
        mean(summary, last, Period.ALL, Period.ALL),
        change.map(row -> Figures.signed(row, CHANGE)).orElse(NONE),
        "%s, %s, %s"
            .formatted(
                published.show("visits", first, Period.ALL),
                published.show("visits", last, Period.ALL),
                published.show("visits change", span, Period.ALL)));
    table.row(
        "  at most once, cities 至多跑一次",
        count(summary, first, AT_MOST_ONCE_UNITS),
        count(summary, last, AT_MOST_ONCE_UNITS),
        change.map(VisitsHeadline::crossed).orElse(NONE),
        published.show("at most once", span, Period.ALL));
    table.row(
        "  no visit, cities 零跑动",
        count(summary, first, ZERO_VISIT_UNITS),
        count(summary, last, ZERO_VISIT_UNITS),
        zeroVisitCities(),
        publishedZeroVisitCities());
    table.print(out);
    change.ifPresent(
        row ->
            out.printf(
                "  change: %d %% interval %s, p = %s (sign-flip test); at most once: p = %s"
                    + " (McNemar's exact test)%n",
                Math.round(100 * (1 - framework.comparison().alpha())),
                Figures.interval(row),
                Figures.p(row, P_VALUE),
                Figures.p(row, P_AT_MOST_ONCE)));
    out.println();
  }

  private void printRegions(List<Row> summary) {
    if (framework.groups().isEmpty()) {
      return;
    }
    var by = framework.groups().get(0);
    var table = new TextTable().row("Visits by region 各地区到现场次数", first, last, "published " + last);
    framework.units().stream()
        .map(unit -> unit.groups().get(by))
        .filter(id -> id != null)
        .distinct()
        .forEach(
            id ->
                table.row(
                    "  " + Headline.groupTitle(framework, by, id),
                    mean(summary, first, by, id),
                    mean(summary, last, by, id),
                    published.show("visits", last, id)));
    table.print(out);
    out.println();
  }

  private String zeroVisitCities() {
    var ids =
        rows(Tables.UNIT_VISITS, col(PERIOD).equalTo(last).and(col(IS_ZERO_VISIT))).stream()
            .map(row -> row.<String>getAs(UNIT))
            .collect(Collectors.toSet());
    return cities(framework.units().stream().filter(unit -> ids.contains(unit.id())).toList());
  }

  private String publishedZeroVisitCities() {
    return cities(
        framework.units().stream()
            .filter(unit -> published.find("no visit", last, unit.id()).isPresent())
            .toList());
  }

  private static String cities(List<Unit> units) {
    return units.isEmpty()
        ? NONE
        : units.stream().map(unit -> Headline.both(unit.title())).collect(Collectors.joining(", "));
  }

  private List<Row> rows(TableSpec table, Column condition) {
    return new ArrayList<>(lake.read(table).where(condition).collectAsList());
  }

  private Column isSpan() {
    return col(PERIOD_FROM).equalTo(first).and(col(PERIOD_TO).equalTo(last));
  }

  private static String mean(List<Row> summary, String period, String by, String id) {
    return Figures.round(row(summary, period, by, id), MEAN_VISITS);
  }

  private static String count(List<Row> summary, String period, String column) {
    return String.valueOf(row(summary, period, Period.ALL, Period.ALL).<Long>getAs(column));
  }

  private static Row row(List<Row> summary, String period, String by, String id) {
    return summary.stream()
        .filter(row -> row.getAs(PERIOD).equals(period))
        .filter(row -> row.getAs(GROUP_BY).equals(by) && row.getAs(GROUP_ID).equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String crossed(Row change) {
    return "+%d −%d"
        .formatted(change.<Integer>getAs(REACHED_UNITS), change.<Integer>getAs(LOST_UNITS));
  }
}
