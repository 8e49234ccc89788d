package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Guides on several channels, and mobile channels, each figure beside the published one. */
final class ChannelsHeadline {
  private static final int SHOWN = 3;

  private final EvaluationFramework framework;
  private final DeltaLake lake;
  private final PublishedFigures published;
  private final PrintWriter out;
  private final String last;

  private ChannelsHeadline(
      EvaluationFramework framework, DeltaLake lake, PublishedFigures published, PrintWriter out) {
    this.framework = framework;
    this.lake = lake;
    this.published = published;
    this.out = out;
    last = framework.periods().get(framework.periods().size() - 1).id();
  }

  static void print(
      EvaluationFramework framework, DeltaLake lake, PublishedFigures published, PrintWriter out) {
    var headline = new ChannelsHeadline(framework, lake, published, out);
    headline.printGuides();
    headline.printMobile();
  }

  private void printGuides() {
    var summary =
        lake
            .read(Tables.CONSISTENCY_SUMMARY)
            .where(col(GROUP_BY).equalTo(Period.ALL))
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.<String>getAs(PERIOD), row -> row));
    var table =
        new TextTable()
            .row("Guides on all channels 各渠道指南", "mean share", "fully consistent", "published");
    for (var period : framework.periods()) {
      table.row(guides("  " + period.id(), period.id(), summary.get(period.id())));
    }
    table.row(guides("  in every wave 各轮均一致", Period.ALL, summary.get(Period.ALL)));
    table.print(out);
    out.println("  differ most 差异最多, %s: %s".formatted(last, mostDiffering()));
    out.println();
  }

  private String[] guides(String title, String period, Row summary) {
    return new String[] {
      title,
      summary.getAs(MEAN_SHARE) == null ? "–" : Figures.percent(summary, MEAN_SHARE),
      String.valueOf(summary.<Long>getAs(FULLY_CONSISTENT_UNITS)),
      published.show("fully consistent", period, Period.ALL)
    };
  }

  private String mostDiffering() {
    return lake
        .read(Tables.ELEMENT_CONSISTENCY)
        .where(col(GROUP_BY).equalTo(Period.ALL).and(col(PERIOD).equalTo(last)))
        .where(col(DIFFERING_UNITS).gt(0))
        .orderBy(col(RANK), col(ITEM), col(ELEMENT))
        .limit(SHOWN)
        .collectAsList()
        .stream()
        .map(
            row ->
                "%s (%d of %d)"
                    .formatted(
                        row.<String>getAs(ELEMENT),
                        row.<Long>getAs(DIFFERING_UNITS),
                        row.<Long>getAs(N_UNITS)))
        .collect(Collectors.joining(", "));
  }

  private void printMobile() {
    var rows =
        lake.read(Tables.MOBILE_COVERAGE)
            .where(col(GROUP_BY).equalTo(Period.ALL).and(col(PERIOD).equalTo(last)))
            .orderBy(col(ASPECT), col(N_UNITS).desc(), col(NAME))
            .collectAsList();
    var table = new TextTable().row("Mobile channels 移动端, " + last, "cities", "share", "published");
    for (var row : rows) {
      table.row(
          "  " + title(row.getAs(ASPECT), row.getAs(NAME)),
          String.valueOf(row.<Long>getAs(N_UNITS)),
          Figures.percent(row, SHARE),
          published.show(
              "mobile " + row.<String>getAs(ASPECT).replace('_', ' '), last, row.getAs(NAME)));
    }
    lake.read(Tables.MOBILE_SUMMARY)
        .where(col(PERIOD).equalTo(last).and(col(RANK).equalTo(1)))
        .orderBy(CHANNEL_MIX)
        .collectAsList()
        .forEach(
            row ->
                table.row(
                    "  most frequent mix 最多: " + row.<String>getAs(CHANNEL_MIX),
                    String.valueOf(row.<Long>getAs(N_UNITS)),
                    Figures.percent(row, SHARE),
                    published.show("mobile mix", last, row.getAs(CHANNEL_MIX))));
    table.print(out);
    out.println();
  }

  private static String title(String aspect, String name) {
    return aspect.equals("at_least") ? "at least %s 至少%s种".formatted(name, name) : name;
  }
}
