package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Regions, types, and whatever else groups the units: small multiples and a table each. */
final class GroupsChapter {
  /** Small pictures that still fit on a sheet. */
  private static final int DRAWN = 12;

  private final Source source;
  private final String root;

  private GroupsChapter(Source source) {
    this.source = source;
    root = source.names().root().id();
  }

  static Chapter of(Source source) {
    var chapter = new GroupsChapter(source);
    return new Chapter(
        "groups",
        new Title("地区与类型", "Regions and other groups"),
        source.names().groupings().stream().flatMap(chapter::blocks).toList());
  }

  private Stream<Block> blocks(String by) {
    var changes =
        source.changes(Tables.SCORE_CHANGES, "group").filter(Gold.is(GROUP_BY, by)).toList();
    if (changes.isEmpty()) {
      return Stream.empty();
    }
    var overall =
        changes.stream()
            .filter(Gold.is(NODE, root))
            .sorted(
                Comparator.comparing(
                    (Row row) -> Gold.number(row, MEAN_TO),
                    Comparator.nullsLast(Comparator.reverseOrder())))
            .toList();
    return Stream.<List<? extends Block>>of(
            List.of(multiples(by, overall, changes)),
            new TrendPanels(source).groups(by),
            List.of(table(by, overall)))
        .flatMap(List::stream);
  }

  private Chart multiples(String by, List<Row> overall, List<Row> changes) {
    var grid =
        Grid.of(
            "group",
            "group_zh",
            "group_en",
            "n",
            "node",
            "label_zh",
            "label_en",
            "from",
            "to",
            "change",
            "low",
            "high",
            "verdict");
    for (var group : overall.stream().limit(DRAWN).toList()) {
      var id = group.<String>getAs(SCOPE_ID);
      var byNode = Gold.only(changes.stream().filter(Gold.is(SCOPE_ID, id)), NODE);
      for (var node : source.names().nodes(1)) {
        var row = byNode.get(node.id());
        var title = source.names().group(by, id);
        grid.row(
            id,
            title.zh(),
            title.en(),
            row == null ? null : row.getAs(N),
            node.id(),
            node.title().zh(),
            node.title().en(),
            Gold.number(row, MEAN_FROM),
            Gold.number(row, MEAN_TO),
            Gold.number(row, CHANGE),
            Gold.number(row, CI_LOW),
            Gold.number(row, CI_HIGH),
            Gold.text(row, VERDICT));
      }
    }
    var name = Vocabulary.of(by);
    return new Chart(
        "groups-" + FileName.of(by).replace('.', '-'),
        "multiples",
        Words.of("按%s：总指数与一级指标，前 → 后", "By %s: the index and level 1, before → after", name),
        sentences(by, overall),
        Words.join(
            Words.of(
                "各组内对象的均值，n 见各小图；%s；%s。",
                "Means over the units of each group, n in each picture; %s; %s.",
                source.span(),
                Source.twoDigits()),
            overall.size() <= DRAWN
                ? Words.NOTHING
                : Words.of("仅绘出前 %s 组。", "Drawn are the first %s.", DRAWN)),
        grid.build(),
        Map.of("format", "points"));
  }

  private List<Title> sentences(String by, List<Row> overall) {
    var sentences = new ArrayList<Title>();
    var scored = overall.stream().filter(row -> row.getAs(MEAN_TO) != null).toList();
    if (scored.size() > 1) {
      var first = scored.get(0);
      var last = scored.get(scored.size() - 1);
      sentences.add(
          Words.of(
              "后一期最高为%s（%s），最低为%s（%s）。",
              "Highest in the later period is %s (%s), lowest %s (%s).",
              source.names().group(by, first.getAs(SCOPE_ID)),
              Rounding.points(first.getAs(MEAN_TO)),
              source.names().group(by, last.getAs(SCOPE_ID)),
              Rounding.points(last.getAs(MEAN_TO))));
    }
    sentences.addAll(
        Source.verdicts(overall, row -> source.names().group(by, row.getAs(SCOPE_ID))));
    return sentences;
  }

  private ShownTable table(String by, List<Row> overall) {
    var table =
        new ShownTable.Builder(
                "group-table-" + FileName.of(by).replace('.', '-'),
                Words.of("按%s的总指数变化", "Change of the index by %s", Vocabulary.of(by)),
                Source.head(
                    "组",
                    "Group",
                    "n",
                    "n",
                    "前",
                    "Before",
                    "后",
                    "After",
                    "变化",
                    "Change",
                    "变化区间",
                    "Interval",
                    "校正后 p",
                    "p, adjusted",
                    "结论",
                    "Verdict"),
                "group",
                "n",
                "from",
                "to",
                "change",
                "low",
                "high",
                "p_adjusted",
                "verdict")
            .note(
                source.note(
                    new Title("n 为组内可比对象数", "n: units of the group scored in both"),
                    Source.twoDigits()));
    var scale =
        Strip.over(
            overall.stream()
                .flatMap(row -> Stream.of(Gold.number(row, CI_LOW), Gold.number(row, CI_HIGH))));
    for (var row : overall) {
      var id = row.<String>getAs(SCOPE_ID);
      var change = Gold.number(row, CHANGE);
      var low = Gold.number(row, CI_LOW);
      var high = Gold.number(row, CI_HIGH);
      var verdict = Gold.text(row, VERDICT);
      table.row(
          List.of(
              Cell.text(source.names().group(by, id)).to(FileName.group(by, id)),
              Cell.count(row.<Integer>getAs(N)),
              Cell.points(Gold.number(row, MEAN_FROM)),
              Cell.points(Gold.number(row, MEAN_TO)),
              Cell.signed(change),
              Cell.strip(scale.of(change, low, high, verdict)),
              Cell.number(Gold.number(row, P_ADJUSTED), Rounding.p(Gold.number(row, P_ADJUSTED))),
              Cell.verdict(verdict)),
          id,
          row.getAs(N),
          Gold.number(row, MEAN_FROM),
          Gold.number(row, MEAN_TO),
          change,
          low,
          high,
          Gold.number(row, P_ADJUSTED),
          verdict);
    }
    return table.build();
  }
}
