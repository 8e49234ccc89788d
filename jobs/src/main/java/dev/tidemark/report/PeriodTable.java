package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The index of one unit or group in every period. */
final class PeriodTable {
  private PeriodTable() {}

  /**
   * One line for each period it has a row of; nothing where there are no more than two periods.
   *
   * @param byPeriod rows of the root in {@code index_scores} or {@code group_scores}
   * @param among how many are ranked is a column of the former alone; null without
   */
  static List<Block> of(Source source, Map<String, Row> byPeriod, String among) {
    var periods = source.names().periods().stream().filter(byPeriod::containsKey).toList();
    if (!new Trends(source).areThere() || periods.isEmpty()) {
      return List.of();
    }
    var table =
        new ShownTable.Builder(
                "periods",
                new Title("历次总指数", "The index, period by period"),
                Source.head("期次", "Period", "总指数", "Index", "变化", "Change", "名次", "Rank"),
                "period",
                "score",
                "change",
                "rank",
                "ranked")
            .note(
                Words.of(
                    "变化为与上一行之差，仅为描述，未作检验；%s。",
                    "the change is from the line above, and not tested; %s.", Source.twoDigits()));
    Double before = null;
    for (var period : periods) {
      var row = byPeriod.get(period);
      var score = Gold.number(row, SCORE);
      Integer rank = row.getAs(RANK);
      Number ranked = among == null ? null : row.<Number>getAs(among);
      var change = before == null || score == null ? null : Double.valueOf(score - before);
      table.row(
          List.of(
              Cell.text(source.names().period(period)),
              Cell.points(score),
              Cell.signed(change),
              Cell.number(
                  rank,
                  rank == null || ranked == null
                      ? Rounding.count(rank)
                      : Rounding.count(rank) + " / " + Rounding.count(ranked))),
          period,
          score,
          change,
          rank,
          ranked);
      before = score;
    }
    return List.of(table.build());
  }
}
