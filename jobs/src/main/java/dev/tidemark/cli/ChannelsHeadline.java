package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Period;
import dev.tidemark.table.Tables;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Guides on several channels, and mobile channels, each figure beside the published one. */
record ChannelsHeadline(Brief brief) {
  private static final int SHOWN = 3;

  static void print(Brief brief) {
    var headline = new ChannelsHeadline(brief);
    headline.printGuides();
    headline.printMobile();
  }

  private void printGuides() {
    var summary =
        brief
            .lake()
            .read(Tables.CONSISTENCY_SUMMARY)
            .where(col(GROUP_BY).equalTo(Period.ALL))
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.<String>getAs(PERIOD), row -> row));
    var table =
        new TextTable()
            .row("Guides on all channels 各渠道指南", "mean share", "fully consistent", "published");
    for (var period : brief.framework().periods()) {
      table.row(guides("  " + period.id(), period.id(), summary.get(period.id())));
    }
    table.row(guides("  in every wave 各轮均一致", Period.ALL, summary.get(Period.ALL)));
    table.print(brief.out());
    brief.out().println("  differ most 差异最多, %s: %s".formatted(brief.last(), mostDiffering()));
    brief.out().println();
  }

  private String[] guides(String title, String period, Row summary) {
    return new String[] {
      title,
      summary.getAs(MEAN_SHARE) == null ? "–" : Figures.percent(summary, MEAN_SHARE),
      String.valueOf(summary.<Long>getAs(FULLY_CONSISTENT_UNITS)),
      brief.published().show("fully consistent", period, Period.ALL)
    };
  }

  private String mostDiffering() {
    return brief
        .lake()
        .read(Tables.ELEMENT_CONSISTENCY)
        .where(col(GROUP_BY).equalTo(Period.ALL).and(col(PERIOD).equalTo(brief.last())))
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
        brief
            .lake()
            .read(Tables.MOBILE_COVERAGE)
            .where(col(GROUP_BY).equalTo(Period.ALL).and(col(PERIOD).equalTo(brief.last())))
            .orderBy(col(ASPECT), col(N_UNITS).desc(), col(NAME))
            .collectAsList();
    var table =
        new TextTable().row("Mobile channels 移动端, " + brief.last(), "cities", "share", "published");
    for (var row : rows) {
      table.row(
          "  " + title(row.getAs(ASPECT), row.getAs(NAME)),
          String.valueOf(row.<Long>getAs(N_UNITS)),
          Figures.percent(row, SHARE),
          brief
              .published()
              .show(
                  "mobile " + row.<String>getAs(ASPECT).replace('_', ' '),
                  brief.last(),
                  row.getAs(NAME)));
    }
    brief
        .lake()
        .read(Tables.MOBILE_SUMMARY)
        .where(col(PERIOD).equalTo(brief.last()).and(col(RANK).equalTo(1)))
        .orderBy(CHANNEL_MIX)
        .collectAsList()
        .forEach(
            row ->
                table.row(
                    "  most frequent mix 最多: " + row.<String>getAs(CHANNEL_MIX),
                    String.valueOf(row.<Long>getAs(N_UNITS)),
                    Figures.percent(row, SHARE),
                    brief.published().show("mobile mix", brief.last(), row.getAs(CHANNEL_MIX))));
    table.print(brief.out());
    brief.out().println();
  }

  private static String title(String aspect, String name) {
    return aspect.equals("at_least") ? "at least %s 至少%s种".formatted(name, name) : name;
  }
}
