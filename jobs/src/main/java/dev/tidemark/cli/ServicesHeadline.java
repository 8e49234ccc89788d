package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Leaf;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Scoring;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** How soon cities replied in the last period, whether that changed, and what they do not offer. */
record ServicesHeadline(Brief brief) {
  private static final Map<String, String> KINDS =
      Map.of("consultation", "咨询 Consultations", "complaint", "投诉 Complaints");
  private static final String NONE = "–";
  private static final String WITHOUT = "without";

  static void print(Brief brief) {
    var headline = new ServicesHeadline(brief);
    headline.printReplies();
    headline.printChanges();
    headline.printLacking();
  }

  private void printReplies() {
    var table =
        new TextTable()
            .row(
                "Replies 答复, " + brief.last(),
                "sent",
                "in time",
                "published",
                "late",
                "none",
                "open",
                "resolved",
                "published",
                "median days",
                "9 in 10");
    brief
        .lake()
        .read(Tables.SERVICE_LEVELS)
        .where(col(PERIOD).equalTo(brief.last()).and(col(GROUP_BY).equalTo(Period.ALL)))
        .orderBy(col(KIND).desc())
        .collectAsList()
        .forEach(
            row -> {
              var kind = row.<String>getAs(KIND);
              table.row(
                  "  " + KINDS.getOrDefault(kind, kind),
                  count(row, N),
                  count(row, WITHIN_FLOOR),
                  brief.published().show("in time", brief.last(), kind),
                  count(row, LATE),
                  count(row, UNANSWERED),
                  count(row, UNDETERMINED),
                  count(row, RESOLVED),
                  brief.published().show(RESOLVED, brief.last(), kind),
                  days(row, MEDIAN_WORKING_DAYS),
                  days(row, P90_WORKING_DAYS));
            });
    table.print(brief.out());
    brief.out().println("  in time 时限内: by the end of the last working day of the floor; days 工作日");
    brief.out().println();
  }

  private void printChanges() {
    var table =
        new TextTable()
            .row("Replies, changes 变化", "cities", "from", "to", "interval", "p adj.", "verdict");
    brief
        .lake()
        .read(Tables.SERVICE_CHANGES)
        .where(col(PERIOD_TO).equalTo(brief.last()).and(col(GROUP_BY).equalTo(Period.ALL)))
        .orderBy(col(KIND).desc(), col(MEASURE).desc())
        .collectAsList()
        .forEach(
            row ->
                table.row(
                    "  %s, %s"
                        .formatted(
                            KINDS.getOrDefault(row.<String>getAs(KIND), row.getAs(KIND)),
                            row.<String>getAs(MEASURE).replace('_', ' ')),
                    count(row, N),
                    Figures.round(row, SHARE_FROM),
                    Figures.round(row, SHARE_TO),
                    Figures.interval(row),
                    Figures.p(row, P_ADJUSTED),
                    row.getAs(VERDICT)));
    table.print(brief.out());
    brief.out().println("  shares of the cities that had such enquiries in both periods 两轮均有的城市");
    brief.out().println();
  }

  /** What is there or not, where the number of cities without it was published. */
  private void printLacking() {
    var leaves =
        brief.framework().leaves().stream()
            .filter(leaf -> leaf.scoring() instanceof Scoring.Binary)
            .filter(leaf -> brief.published().find(WITHOUT, brief.last(), leaf.id()).isPresent())
            .toList();
    if (leaves.isEmpty()) {
      return;
    }
    var without = without(leaves.stream().map(Leaf::id).toList());
    var table = new TextTable().row("Cities without 没有的城市, " + brief.last(), "cities", "published");
    for (var leaf : leaves) {
      table.row(
          "  " + Headline.both(leaf.title()),
          String.valueOf(without.getOrDefault(leaf.id(), 0L)),
          brief.published().show(WITHOUT, brief.last(), leaf.id()));
    }
    table.print(brief.out());
    brief.out().println();
  }

  private Map<String, Long> without(List<String> leaves) {
    return brief
        .lake()
        .read(Tables.INDEX_SCORES)
        .where(col(PERIOD).equalTo(brief.last()).and(col(NODE).isin(leaves.toArray())))
        .where(col(SCORE).equalTo(0.0))
        .groupBy(NODE)
        .count()
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  private static String count(Row row, String column) {
    var count = row.<Long>getAs(column);
    return count == null ? NONE : count.toString();
  }

  /** Whole days, or the middle of two. */
  private static String days(Row row, String column) {
    var days = row.<Double>getAs(column);
    if (days == null) {
      return NONE;
    }
    return days == Math.rint(days) ? "%.0f".formatted(days) : "%.1f".formatted(days);
  }
}
