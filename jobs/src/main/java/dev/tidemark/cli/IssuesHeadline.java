package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Period;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What citizens write about: what is hot, new, fading and core, and where work is stuck. */
record IssuesHeadline(Brief brief) {
  private static final int HOTTEST = 5;
  private static final int SHOWN = 3;
  private static final String NONE = "–";

  static void print(Brief brief) {
    if (brief.lake().has(Tables.ISSUES)) {
      var headline = new IssuesHeadline(brief);
      headline.printHottest();
      headline.printSome("new 新发", col(TREND).equalTo("new"), VOICES);
      headline.printSome("faded 消退", col(TREND).isin("fading", "gone"), PREVIOUS_VOICES);
      headline.printSome("core 核心", col(CORE_SCORE).isNotNull(), CORE_SCORE);
      headline.printStuck();
      brief.out().println();
    }
  }

  private void printHottest() {
    var table =
        new TextTable()
            .row(
                "Hottest issues 热点, " + brief.last(),
                "heat",
                "voices",
                "before",
                "trend",
                "not resolved",
                "about");
    issues()
        .where(col(HEAT).isNotNull())
        .orderBy(col(HEAT).desc(), col(ISSUE_ID))
        .limit(HOTTEST)
        .collectAsList()
        .forEach(
            row ->
                table.row(
                    "  " + row.getAs(ISSUE_ID),
                    Figures.round(row, HEAT),
                    String.valueOf(row.<Long>getAs(VOICES)),
                    row.getAs(PREVIOUS_VOICES) == null
                        ? NONE
                        : String.valueOf(row.<Long>getAs(PREVIOUS_VOICES)),
                    row.getAs(TREND),
                    Figures.percent(row, UNRESOLVED_RATE),
                    row.getAs(LABEL)));
    table.print(brief.out());
  }

  private void printSome(String what, Column which, String by) {
    List<Row> rows =
        issues().where(which).orderBy(col(by).desc(), col(ISSUE_ID)).limit(SHOWN).collectAsList();
    if (!rows.isEmpty()) {
      long all = issues().where(which).count();
      brief
          .out()
          .printf(
              "  %s (%d): %s%n",
              what,
              all,
              rows.stream()
                  .map(row -> "%s (%s)".formatted(row.getAs(LABEL), number(row, by)))
                  .collect(Collectors.joining("; ")));
    }
  }

  private static String number(Row row, String column) {
    return row.getAs(column) instanceof Double
        ? Figures.round(row, column)
        : row.getAs(column) + "";
  }

  private void printStuck() {
    if (!brief.lake().has(Tables.BOTTLENECKS)) {
      return;
    }
    var stuck =
        brief
            .lake()
            .read(Tables.BOTTLENECKS)
            .where(col(PERIOD).equalTo(Period.ALL).and(col(RANK).leq(SHOWN)))
            .orderBy(RANK, DEPARTMENT, STAGE)
            .collectAsList()
            .stream()
            .map(
                row ->
                    "%s at %s (%s not resolved)"
                        .formatted(
                            row.<String>getAs(STAGE),
                            row.<String>getAs(DEPARTMENT),
                            Figures.percent(row, UNRESOLVED_RATE)))
            .collect(Collectors.joining("; "));
    if (!stuck.isEmpty()) {
      brief.out().println("  stuck 堵点: " + stuck);
    }
  }

  private Dataset<Row> issues() {
    return brief.lake().read(Tables.ISSUES).where(col(PERIOD).equalTo(brief.last()));
  }
}
