package dev.tidemark.cli;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.framework.Indicator;
import dev.tidemark.framework.Period;
import dev.tidemark.framework.Unit;
import dev.tidemark.table.Tables;
import java.util.stream.Collectors;

/** How sure the first ranks are, and what they depend on. */
final class RanksHeadline {
  private static final int SHOWN = 10;

  private RanksHeadline() {}

  static void print(Brief brief) {
    printRanks(brief);
    printFactors(brief);
  }

  private static void printRanks(Brief brief) {
    var titles =
        brief.framework().units().stream().collect(Collectors.toMap(Unit::id, Unit::title));
    var table =
        new TextTable()
            .row(
                "First ten 前十, mean of all",
                "rank",
                "90 % of draws",
                "among the first ten",
                "above the next");
    brief
        .lake()
        .read(Tables.RANK_UNCERTAINTY)
        .where(col(PERIOD).equalTo(Period.ALL))
        .orderBy(RANK, UNIT)
        .limit(SHOWN)
        .collectAsList()
        .forEach(
            row ->
                table.row(
                    "  " + Headline.both(titles.get(row.<String>getAs(UNIT))),
                    String.valueOf(row.<Integer>getAs(RANK)),
                    "%.0f to %.0f"
                        .formatted(row.<Double>getAs(RANK_P05), row.<Double>getAs(RANK_P95)),
                    Figures.percent(row, P_TOP10),
                    row.getAs(P_ABOVE_NEXT) == null ? "–" : Figures.percent(row, P_ABOVE_NEXT)));
    table.print(brief.out());
    brief.out().println("  leaves and weights drawn at random around those declared 指标与权重随机扰动");
    brief.out().println();
  }

  private static void printFactors(Brief brief) {
    var titles =
        brief.framework().nodes().stream()
            .collect(Collectors.toMap(Indicator::id, node -> Headline.both(node.title())));
    var table = new TextTable().row("What moves the ranking 排名敏感性", "alone", "with interactions");
    brief
        .lake()
        .read(Tables.RANK_SENSITIVITY)
        .where(col(PERIOD).equalTo(Period.ALL).and(col(TOTAL_ORDER).isNotNull()))
        .orderBy(col(TOTAL_ORDER).desc(), col(FACTOR))
        .collectAsList()
        .forEach(
            row ->
                table.row(
                    "  " + titles.getOrDefault(row.<String>getAs(FACTOR), row.getAs(FACTOR)),
                    share(row.<Double>getAs(FIRST_ORDER)),
                    share(row.<Double>getAs(TOTAL_ORDER))));
    table.print(brief.out());
    brief.out().println();
  }

  /** An estimate of a share; below 0 by chance alone. */
  private static String share(double estimate) {
    return "%.1f%%".formatted(100 * Math.max(0, estimate));
  }
}
