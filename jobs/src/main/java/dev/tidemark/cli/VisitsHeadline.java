package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Visits to offices in the first and the last period, each figure beside the published one. */
record VisitsHeadline(Brief brief) {
  private static final String NONE = "–";

  static void print(Brief brief) {
    var headline = new VisitsHeadline(brief);
    var summary =
        headline.rows(Tables.VISIT_SUMMARY, col(PERIOD).isin(brief.first(), brief.last()));
    headline.printMeans(summary);
    headline.printRegions(summary);
    StagesHeadline.print(brief);
  }

  private void printMeans(List<Row> summary) {
    var change =
        rows(Tables.VISIT_CHANGES, isSpan().and(col(SCOPE).equalTo(Period.ALL))).stream()
            .findFirst();
    var table =
        new TextTable()
            .row("Visits to offices 到现场次数", brief.first(), brief.last(), "change", "published");
    table.row(
        "  mean 均值",
        mean(summary, brief.first(), Period.ALL, Period.ALL),
        mean(summary, brief.last(), Period.ALL, Period.ALL),
        change.map(row -> Figures.signed(row, CHANGE)).orElse(NONE),
        "%s, %s, %s"
            .formatted(
                brief.published().show("visits", brief.first(), Period.ALL),
                brief.published().show("visits", brief.last(), Period.ALL),
                brief.published().show("visits change", brief.span(), Period.ALL)));
    table.row(
        "  at most once, cities 至多跑一次",
        count(summary, brief.first(), AT_MOST_ONCE_UNITS),
        count(summary, brief.last(), AT_MOST_ONCE_UNITS),
        change.map(VisitsHeadline::crossed).orElse(NONE),
        brief.published().show("at most once", brief.span(), Period.ALL));
    table.row(
        "  no visit, cities 零跑动",
        count(summary, brief.first(), ZERO_VISIT_UNITS),
        count(summary, brief.last(), ZERO_VISIT_UNITS),
        zeroVisitCities(),
        publishedZeroVisitCities());
    table.print(brief.out());
    change.ifPresent(
        row ->
            brief
                .out()
                .printf(
                    "  change: %d %% interval %s, p = %s (sign-flip test); at most once: p = %s"
                        + " (McNemar's exact test)%n",
                    Math.round(100 * (1 - brief.framework().comparison().alpha())),
                    Figures.interval(row),
                    Figures.p(row, P_VALUE),
                    Figures.p(row, P_AT_MOST_ONCE)));
    brief.out().println();
  }

  private void printRegions(List<Row> summary) {
    if (brief.framework().groups().isEmpty()) {
      return;
    }
    var by = brief.framework().groups().get(0);
    var table =
        new TextTable()
            .row(
                "Visits by region 各地区到现场次数",
                brief.first(),
                brief.last(),
                "published " + brief.last());
    brief.framework().units().stream()
        .map(unit -> unit.groups().get(by))
        .filter(id -> id != null)
        .distinct()
        .forEach(
            id ->
                table.row(
                    "  " + Headline.groupTitle(brief.framework(), by, id),
                    mean(summary, brief.first(), by, id),
                    mean(summary, brief.last(), by, id),
                    brief.published().show("visits", brief.last(), id)));
    table.print(brief.out());
    brief.out().println();
  }

  private String zeroVisitCities() {
    var ids =
        rows(Tables.UNIT_VISITS, col(PERIOD).equalTo(brief.last()).and(col(IS_ZERO_VISIT))).stream()
            .map(row -> row.<String>getAs(UNIT))
            .collect(Collectors.toSet());
    return cities(
        brief.framework().units().stream().filter(unit -> ids.contains(unit.id())).toList());
  }

  private String publishedZeroVisitCities() {
    return cities(
        brief.framework().units().stream()
            .filter(unit -> brief.published().find("no visit", brief.last(), unit.id()).isPresent())
            .toList());
  }

  private static String cities(List<Unit> units) {
    return units.isEmpty()
        ? NONE
        : units.stream().map(unit -> Headline.both(unit.title())).collect(Collectors.joining(", "));
  }

  private List<Row> rows(TableSpec table, Column condition) {
    return new ArrayList<>(brief.lake().read(table).where(condition).collectAsList());
  }

  private Column isSpan() {
    return col(PERIOD_FROM).equalTo(brief.first()).and(col(PERIOD_TO).equalTo(brief.last()));
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
