package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Period;
import dev.tidemark.framework.Title;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import org.apache.spark.sql.Row;

/** Which stages saved visits, and which still cost most, each beside what was published. */
record StagesHeadline(Brief brief) {

  static void print(Brief brief) {
    var headline = new StagesHeadline(brief);
    headline.printDrivers();
    headline.printStages();
  }

  /** The drivers that were published, as the tables have them. */
  private void printDrivers() {
    var isSpan = col(PERIOD_FROM).equalTo(brief.first()).and(col(PERIOD_TO).equalTo(brief.last()));
    var table = new TextTable().row("Visits saved 减少跑动的环节", "stage", "change", "how", "published");
    brief.lake().read(Tables.VISIT_DRIVERS).where(isSpan).collectAsList().stream()
        .filter(
            row -> brief.published().find("visit driver", brief.span(), driver(row)).isPresent())
        .sorted(Comparator.comparing(StagesHeadline::driver))
        .forEach(
            row ->
                table.row(
                    "  " + city(row.getAs(UNIT)),
                    row.getAs(STAGE),
                    Figures.signed(row, CHANGE),
                    row.getAs(HOW),
                    brief.published().show("visit driver", brief.span(), driver(row))));
    table.print(brief.out());
    brief.out().println();
  }

  private void printStages() {
    var table =
        new TextTable()
            .row(
                "Stages that cost visits, " + brief.last() + " 各环节跑动",
                "visits",
                "per city",
                "share",
                "open at the beginning",
                "at the end",
                "most often because",
                "published among the most");
    brief
        .lake()
        .read(Tables.VISIT_STAGES)
        .where(col(PERIOD).equalTo(brief.last()).and(col(GROUP_BY).equalTo(Period.ALL)))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparing(row -> row.<Integer>getAs(RANK)))
        .forEach(
            row ->
                table.row(
                    "  " + Headline.both(new Title(row.getAs(TITLE_ZH), row.getAs(TITLE_EN))),
                    String.valueOf(row.<Long>getAs(TOTAL_VISITS)),
                    Figures.round(row, MEAN_VISITS),
                    Figures.percent(row, SHARE),
                    String.valueOf(row.<Long>getAs(OPEN_AT_BEGINNING_UNITS)),
                    String.valueOf(row.<Long>getAs(OPEN_AT_END_UNITS)),
                    firstReason(row),
                    brief.published().show("most visits", brief.last(), row.getAs(STAGE))));
    table.print(brief.out());
    brief.out().println();
  }

  private static String driver(Row row) {
    return row.getAs(UNIT) + " " + row.getAs(STAGE);
  }

  /** The reason that costs most visits, with their number. */
  private static String firstReason(Row stage) {
    return stage.<Row>getList(stage.fieldIndex(REASONS)).stream()
        .findFirst()
        .map(
            reason -> "%s (%d)".formatted(reason.<String>getAs(REASON), reason.<Long>getAs(VISITS)))
        .orElse("–");
  }

  private String city(String id) {
    return brief.framework().units().stream()
        .filter(unit -> unit.id().equals(id))
        .map(unit -> Headline.both(unit.title()))
        .findFirst()
        .orElse(id);
  }
}
