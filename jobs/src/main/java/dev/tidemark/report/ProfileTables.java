package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** The tables on the page of one unit or group. */
final class ProfileTables {
  private ProfileTables() {}

  static ShownTable nodes(Source source, List<Row> changes) {
    var rows = Gold.only(changes.stream(), NODE);
    var table =
        new ShownTable.Builder(
                "nodes",
                Words.NOTHING,
                Source.head(
                    "指标",
                    "Indicator",
                    "前",
                    "Before",
                    "后",
                    "After",
                    "变化",
                    "Change",
                    "变化区间",
                    "Interval",
                    "结论",
                    "Verdict"),
                "node",
                "name_zh",
                "name_en",
                "depth",
                "from",
                "to",
                "change",
                "low",
                "high",
                "verdict")
            .note(
                source.note(
                    new Title(
                        "单个对象的检验以其指标为样本，组的检验以组内对象为样本",
                        "a unit is tested over its leaves, a group over its units"),
                    Words.of(
                        "%s 置信区间，%s",
                        "%s confidence intervals, %s", source.level(), Source.twoDigits())));
    var scale =
        Strip.over(
            rows.values().stream()
                .flatMap(
                    row ->
                        Stream.of(
                            Gold.number(row, CI_LOW),
                            Gold.number(row, CI_HIGH),
                            Gold.number(row, CHANGE))));
    for (var node : source.names().nodes()) {
      var row = rows.get(node.id());
      if (row == null) {
        continue;
      }
      var change = Gold.number(row, CHANGE);
      var low = Gold.number(row, CI_LOW);
      var high = Gold.number(row, CI_HIGH);
      var verdict = Gold.text(row, VERDICT);
      table.row(
          List.of(
              new Cell(
                  node.title(), "text depth-" + Math.min(3, node.depth()), node.id(), null, null),
              Cell.points(Gold.number(row, MEAN_FROM)),
              Cell.points(Gold.number(row, MEAN_TO)),
              Cell.signed(change),
              Cell.strip(scale.of(change, low, high, verdict)),
              Cell.verdict(verdict)),
          node.id(),
          node.title().zh(),
          node.title().en(),
          node.depth(),
          Gold.number(row, MEAN_FROM),
          Gold.number(row, MEAN_TO),
          change,
          low,
          high,
          verdict);
    }
    return table.build();
  }

  static List<Block> visits(Source source, List<Row> drivers) {
    if (drivers.isEmpty()) {
      return List.of();
    }
    var order = source.names().stages();
    var table =
        new ShownTable.Builder(
                "stages",
                Words.NOTHING,
                Source.head(
                    "环节",
                    "Stage",
                    "前",
                    "Before",
                    "后",
                    "After",
                    "变化",
                    "Change",
                    "办理方式",
                    "Handling",
                    "跑动原因",
                    "Reason"),
                "stage",
                "from",
                "to",
                "change",
                "how",
                "reason")
            .note(source.note(new Title("各环节一行", "one row per stage"), Source.counts()));
    drivers.stream()
        .sorted(Comparator.comparing((Row row) -> order.indexOf(row.<String>getAs(STAGE))))
        .forEach(
            row ->
                table.row(
                    List.of(
                        Cell.text(source.names().stage(row.getAs(STAGE))),
                        Cell.count(row.<Integer>getAs(FROM_VISITS)),
                        Cell.count(row.<Integer>getAs(TO_VISITS)),
                        Cell.number(
                            Gold.number(row, CHANGE), Rounding.signed(Gold.number(row, CHANGE), 0)),
                        Cell.text(Vocabulary.phrase(row.getAs(HOW))),
                        Cell.text(Vocabulary.of(row.getAs(TO_REASON)))),
                    row.getAs(STAGE),
                    row.getAs(FROM_VISITS),
                    row.getAs(TO_VISITS),
                    row.getAs(CHANGE),
                    row.getAs(HOW),
                    row.getAs(TO_REASON)));
    return List.of(table.build());
  }

  static List<Block> services(Source source, String by, String id) {
    var order = source.names().periods();
    var rows =
        source
            .gold()
            .where(Tables.SERVICE_LEVELS, GROUP_BY, by)
            .filter(Gold.is(GROUP_ID, id))
            .sorted(
                Comparator.comparing((Row row) -> row.<String>getAs(KIND))
                    .thenComparing(row -> order.indexOf(row.<String>getAs(PERIOD))))
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    var table =
        new ShownTable.Builder(
                "service-levels",
                Words.NOTHING,
                Source.head(
                    "类别",
                    "Kind",
                    "期次",
                    "Period",
                    "件数",
                    "n",
                    "按时",
                    "In time",
                    "超时",
                    "Late",
                    "未答复",
                    "Unanswered",
                    "尚不能判定",
                    "Undetermined",
                    "时限（工作日）",
                    "Floor, working days"),
                "kind",
                "period",
                "n",
                "within_floor",
                "late",
                "unanswered",
                "undetermined",
                "floor")
            .note(Words.of("%s。", "%s.", Source.counts()));
    for (var row : rows) {
      table.row(
          List.of(
              Cell.text(Vocabulary.of(row.getAs(KIND))),
              Cell.text(source.names().period(row.getAs(PERIOD))),
              Cell.count(row.<Long>getAs(N)),
              Cell.count(row.<Long>getAs(WITHIN_FLOOR)),
              Cell.count(row.<Long>getAs(LATE)),
              Cell.count(row.<Long>getAs(UNANSWERED)),
              Cell.count(row.<Long>getAs(UNDETERMINED)),
              Cell.count(row.<Integer>getAs(FLOOR_WORKING_DAYS))),
          row.getAs(KIND),
          row.getAs(PERIOD),
          row.getAs(N),
          row.getAs(WITHIN_FLOOR),
          row.getAs(LATE),
          row.getAs(UNANSWERED),
          row.getAs(UNDETERMINED),
          row.getAs(FLOOR_WORKING_DAYS));
    }
    return List.of(table.build());
  }
}
