package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Every unit in one line, to be sorted and filtered. */
final class UnitTable {
  private final Source source;
  private final Map<String, Row> before;
  private final Map<String, Row> after;
  private final Map<String, Row> changes;
  private final Map<String, Row> rankFrom;
  private final Map<String, Row> rankTo;

  UnitTable(
      Source source,
      Map<String, Row> before,
      Map<String, Row> after,
      Map<String, Row> changes,
      Map<String, Row> rankFrom,
      Map<String, Row> rankTo) {
    this.source = source;
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.rankFrom = rankFrom;
    this.rankTo = rankTo;
  }

  ShownTable of(List<String> ordered) {
    var by = source.names().groupings().stream().findFirst();
    var visits = Gold.only(source.gold().where(Tables.UNIT_VISITS, PERIOD, source.to()), UNIT);
    var open =
        source.gold().of(Tables.PROBLEMS).stream()
            .filter(row -> !"fixed".equals(row.getAs(STATUS)))
            .collect(Collectors.groupingBy(row -> row.<String>getAs(UNIT), Collectors.counting()));
    var table =
        new ShownTable.Builder(
                "units",
                new Title("全部对象", "All units"),
                Source.head(
                    "排名",
                    "Rank",
                    "对象",
                    "Unit",
                    "分组",
                    "Group",
                    "前",
                    "Before",
                    "后",
                    "After",
                    "变化",
                    "Change",
                    "变化区间",
                    "Interval",
                    "结论",
                    "Verdict",
                    "排名区间",
                    "Rank, 90%",
                    "跑动次数",
                    "Visits",
                    "未整改问题",
                    "Open problems"),
                "rank",
                "unit",
                "name_zh",
                "name_en",
                "group",
                "score_from",
                "score_to",
                "change",
                "ci_low",
                "ci_high",
                "verdict",
                "rank_from",
                "rank_p05",
                "rank_p95",
                "visits",
                "open_problems")
            .searched(50)
            .note(source.note(Source.units(ordered.size()), Source.twoDigits()));
    var scale =
        Strip.over(
            changes.values().stream()
                .flatMap(
                    row ->
                        java.util.stream.Stream.of(
                            Gold.number(row, CI_LOW),
                            Gold.number(row, CI_HIGH),
                            Gold.number(row, CHANGE))));
    for (var unit : ordered) {
      var change = changes.get(unit);
      var ranks = rankTo.get(unit);
      var group = by.map(column -> source.names().groupOf(unit, column)).orElse(null);
      var low = Gold.number(change, CI_LOW);
      var high = Gold.number(change, CI_HIGH);
      var cells = new ArrayList<Cell>();
      cells.add(Cell.count(after.get(unit).<Integer>getAs(RANK)));
      cells.add(Cell.text(source.names().unit(unit)).to(FileName.unit(unit)));
      cells.add(
          group == null
              ? Cell.text((String) null)
              : Cell.text(source.names().group(by.get(), group)));
      cells.add(Cell.points(Gold.number(before.get(unit), SCORE)));
      cells.add(Cell.points(Gold.number(after.get(unit), SCORE)));
      cells.add(Cell.signed(Gold.number(change, CHANGE)));
      cells.add(
          Cell.strip(scale.of(Gold.number(change, CHANGE), low, high, Gold.text(change, VERDICT))));
      cells.add(Cell.verdict(Gold.text(change, VERDICT)));
      cells.add(
          ranks == null
              ? Cell.text((String) null)
              : Cell.number(
                  Gold.number(ranks, RANK_MEDIAN),
                  Rounding.whole(Gold.number(ranks, RANK_P05))
                      + "–"
                      + Rounding.whole(Gold.number(ranks, RANK_P95))));
      var total = visits.containsKey(unit) ? visits.get(unit).<Long>getAs(TOTAL_VISITS) : null;
      cells.add(Cell.count(total));
      cells.add(Cell.count(open.getOrDefault(unit, 0L)));
      table.row(
          cells,
          after.get(unit).getAs(RANK),
          unit,
          source.names().unit(unit).zh(),
          source.names().unit(unit).en(),
          group,
          Gold.number(before.get(unit), SCORE),
          Gold.number(after.get(unit), SCORE),
          Gold.number(change, CHANGE),
          low,
          high,
          Gold.text(change, VERDICT),
          Gold.number(rankFrom.get(unit), RANK),
          Gold.number(ranks, RANK_P05),
          Gold.number(ranks, RANK_P95),
          total,
          open.getOrDefault(unit, 0L));
    }
    return table.build();
  }
}
