package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Period;
import dev.tidemark.framework.ProblemRule;
import dev.tidemark.framework.Severity;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** How many problems there are in the last period, how many were mended, and what was published. */
record ProblemsHeadline(Brief brief) {
  private static final String WITHOUT = "without";
  private static final String NONE = "–";

  /** Titles of the counts of {@code rectification}, in the order of the sum they are. */
  private static final List<List<String>> COUNTS =
      List.of(
          List.of(OPEN_AT_START, "open before 期初未整改"),
          List.of(FIXED, "fixed 已整改"),
          List.of(NEW_PROBLEMS, "new 新增"),
          List.of(REOPENED, "reopened 反弹"),
          List.of(OPEN_AT_END, "open after 期末未整改"));

  static void print(Brief brief) {
    var headline = new ProblemsHeadline(brief);
    headline.printCounts();
    headline.printPublished();
  }

  private void printCounts() {
    var bySeverity = new HashMap<String, Row>();
    brief
        .lake()
        .read(Tables.RECTIFICATION)
        .where(col(PERIOD).equalTo(brief.last()).and(col(GROUP_BY).equalTo(Period.ALL)))
        .collectAsList()
        .forEach(row -> bySeverity.put(row.getAs(SEVERITY), row));
    var severities =
        Stream.concat(Stream.of(Period.ALL), Arrays.stream(Severity.values()).map(Severity::id))
            .toList();
    var table = new TextTable().row(cells("Problems 问题, " + brief.last(), severities));
    for (var count : COUNTS) {
      table.row(
          cells(
              "  " + count.get(1),
              severities.stream()
                  .map(severity -> count(bySeverity.get(severity), count.get(0)))
                  .toList()));
    }
    table.row(
        cells(
            "  rectification rate 整改率",
            severities.stream().map(severity -> rate(bySeverity.get(severity))).toList()));
    table.print(brief.out());
    brief.out().println();
  }

  /** Rules about one indicator, where the number of cities without it was published. */
  private void printPublished() {
    var titles = new HashMap<String, String>();
    for (ProblemRule rule : brief.framework().problems().rules()) {
      titles.put(rule.id(), Headline.both(rule.title()));
    }
    var table = new TextTable().row("Problems by rule 问题, " + brief.last(), "cities", "published");
    brief
        .lake()
        .read(Tables.PROBLEM_SIGHTINGS)
        .where(col(PERIOD).equalTo(brief.last()).and(col(IS_SEEN)))
        .where(col(SOURCE_TABLE).equalTo(Tables.OBSERVATIONS.name()))
        .groupBy(RULE, ITEM)
        .count()
        .orderBy(RULE)
        .collectAsList()
        .stream()
        .filter(row -> brief.published().find(WITHOUT, brief.last(), row.getAs(ITEM)).isPresent())
        .forEach(
            row ->
                table.row(
                    "  " + titles.getOrDefault(row.<String>getAs(RULE), row.getAs(RULE)),
                    String.valueOf(row.<Long>getAs("count")),
                    brief.published().show(WITHOUT, brief.last(), row.getAs(ITEM))));
    table.print(brief.out());
    brief.out().println();
  }

  private static List<String> cells(String title, List<String> others) {
    var cells = new ArrayList<>(List.of(title));
    cells.addAll(others);
    return cells;
  }

  private static String count(Row row, String column) {
    return row == null ? "0" : String.valueOf(row.<Long>getAs(column));
  }

  private static String rate(Row row) {
    return row == null ? NONE : Figures.percent(row, RECTIFICATION_RATE);
  }
}
