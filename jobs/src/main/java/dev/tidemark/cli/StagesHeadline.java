package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Title;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.Tables;
import java.io.PrintWriter;
import java.util.Comparator;
import org.apache.spark.sql.Row;

/** Which stages saved visits, and which still cost most, each beside what was published. */
final class StagesHeadline {
  private final EvaluationFramework framework;
  private final DeltaLake lake;
  private final PublishedFigures published;
  private final PrintWriter out;
  private final String first;
  private final String last;
  private final String span;

  private StagesHeadline(
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
    var headline = new StagesHeadline(framework, lake, published, out);
    headline.printDrivers();
    headline.printStages();
  }

  /** The drivers that were published, as the tables have them. */
  private void printDrivers() {
    var isSpan = col(PERIOD_FROM).equalTo(first).and(col(PERIOD_TO).equalTo(last));
    var table = new TextTable().row("Visits saved 减少跑动的环节", "stage", "change", "how", "published");
    lake.read(Tables.VISIT_DRIVERS).where(isSpan).collectAsList().stream()
        .filter(row -> published.find("visit driver", span, driver(row)).isPresent())
        .sorted(Comparator.comparing(StagesHeadline::driver))
        .forEach(
            row ->
                table.row(
                    "  " + city(row.getAs(UNIT)),
                    row.getAs(STAGE),
                    Figures.signed(row, CHANGE),
                    row.getAs(HOW),
                    published.show("visit driver", span, driver(row))));
    table.print(out);
    out.println();
  }

  private void printStages() {
    var table =
        new TextTable()
            .row(
                "Stages that cost visits, " + last + " 各环节跑动",
                "visits",
                "per city",
                "share",
                "open at the beginning",
                "at the end",
                "most often because",
                "published among the most");
    lake
        .read(Tables.VISIT_STAGES)
        .where(col(PERIOD).equalTo(last).and(col(GROUP_BY).equalTo(Period.ALL)))
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
                    published.show("most visits", last, row.getAs(STAGE))));
    table.print(out);
    out.println();
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
    return framework.units().stream()
        .filter(unit -> unit.id().equals(id))
        .map(unit -> Headline.both(unit.title()))
        .findFirst()
        .orElse(id);
  }
}
