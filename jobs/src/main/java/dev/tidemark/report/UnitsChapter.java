package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** The units: score and rank before and after, and how far ranks can be trusted. */
final class UnitsChapter {
  /** Units a chart can hold and still be read; of more, the first and the last half as many. */
  static final int DRAWN = 40;

  private final Source source;
  private final String root;
  private final Map<String, Row> before;
  private final Map<String, Row> after;
  private final Map<String, Row> changes;
  private final Map<String, Row> rankFrom;
  private final Map<String, Row> rankTo;

  private UnitsChapter(Source source) {
    this.source = source;
    root = source.names().root().id();
    before = scores(source.from());
    after = scores(source.to());
    changes =
        Gold.only(source.changes(Tables.SCORE_CHANGES, UNIT).filter(Gold.is(NODE, root)), SCOPE_ID);
    rankFrom = ranks(source.from());
    rankTo = ranks(source.to());
  }

  private Map<String, Row> scores(String period) {
    return Gold.only(
        source.gold().where(Tables.INDEX_SCORES, PERIOD, period).filter(Gold.is(NODE, root)), UNIT);
  }

  private Map<String, Row> ranks(String period) {
    return Gold.only(source.gold().where(Tables.RANK_UNCERTAINTY, PERIOD, period), UNIT);
  }

  static Chapter of(Source source) {
    var chapter = new UnitsChapter(source);
    var ordered = chapter.ordered();
    if (ordered.isEmpty()) {
      return new Chapter("units", Words.NOTHING, List.of());
    }
    return new Chapter(
        "units",
        new Title("评估对象", "Units"),
        Stream.<List<? extends Block>>of(
                List.of(chapter.scoreChart(ordered), chapter.rankChart(ordered)),
                new TrendPanels(source).units(),
                List.of(chapter.table(ordered)))
            .<Block>flatMap(List::stream)
            .toList());
  }

  /** By rank in the later period. */
  private List<String> ordered() {
    return source.names().units().stream()
        .filter(unit -> rank(after.get(unit)) != null)
        .sorted(
            Comparator.comparing((String unit) -> rank(after.get(unit)))
                .thenComparing(unit -> unit))
        .toList();
  }

  private static Integer rank(Row row) {
    return row == null ? null : row.<Integer>getAs(RANK);
  }

  private static List<String> drawn(List<String> ordered) {
    return ordered.size() <= DRAWN
        ? ordered
        : Stream.concat(
                ordered.stream().limit(DRAWN / 2),
                ordered.stream().skip(ordered.size() - DRAWN / 2L))
            .toList();
  }

  private Title drawnNote(int all) {
    return all <= DRAWN
        ? Words.NOTHING
        : Words.of(
            "仅绘出前 %s 名与后 %s 名，全部见表。",
            "Drawn are the first %s and the last %s; the table has all.", DRAWN / 2, DRAWN / 2);
  }

  private Chart scoreChart(List<String> ordered) {
    var grid = Grid.of("unit", "label_zh", "label_en", "from", "to", "change", "verdict");
    var told = new ArrayList<Row>();
    for (var unit : drawn(ordered)) {
      var name = source.names().unit(unit);
      var change = changes.get(unit);
      grid.row(
          unit,
          name.zh(),
          name.en(),
          Gold.number(before.get(unit), SCORE),
          Gold.number(after.get(unit), SCORE),
          Gold.number(change, CHANGE),
          Gold.text(change, VERDICT));
    }
    ordered.stream()
        .map(changes::get)
        .filter(row -> Gold.number(row, CHANGE) != null)
        .forEach(told::add);
    long rose = told.stream().filter(row -> Gold.number(row, CHANGE) > 0).count();
    long fell = told.stream().filter(row -> Gold.number(row, CHANGE) < 0).count();
    long sure =
        told.stream()
            .filter(row -> List.of("improved", "declined").contains(row.<String>getAs(VERDICT)))
            .count();
    return new Chart(
        "unit-scores",
        "pairs",
        new Title("各对象得分：前 → 后", "Scores of the units, before → after"),
        told.isEmpty()
            ? List.of()
            : List.of(
                Words.of(
                    "%s 个上升，%s 个下降；单个对象的变化经多重比较校正后，有 %s 个超出偶然。",
                    "%s rose and %s fell; of the single units' changes, adjusted for testing all at once, %s are beyond chance.",
                    rose,
                    fell,
                    sure)),
        Words.join(
            source.note(Source.units(ordered.size()), Source.twoDigits()),
            drawnNote(ordered.size())),
        grid.build(),
        Map.of("format", "points", "axis_zh", "总指数（分）", "axis_en", "index, points"));
  }

  private Chart rankChart(List<String> ordered) {
    var grid = Grid.of("unit", "label_zh", "label_en", "from", "to", "low", "high", "p_top10");
    for (var unit : drawn(ordered)) {
      var name = source.names().unit(unit);
      var to = rankTo.get(unit);
      grid.row(
          unit,
          name.zh(),
          name.en(),
          rank(before.get(unit)),
          rank(after.get(unit)),
          Gold.number(to, RANK_P05),
          Gold.number(to, RANK_P95),
          Gold.number(to, P_TOP10));
    }
    var sentences = new ArrayList<Title>();
    var first = ordered.get(0);
    if (rankTo.containsKey(first)) {
      var widest =
          ordered.stream()
              .filter(rankTo::containsKey)
              .max(Comparator.comparing(unit -> width(rankTo.get(unit))))
              .orElse(first);
      sentences.add(
          Words.of(
              "第 1 名%s在十分之九的抽样中位于第 %s 至 %s 名；最不确定的是%s：第 %s 至 %s 名。",
              "%s, ranked 1, lies between %s and %s in nine draws of ten; least certain is %s: %s to %s.",
              source.names().unit(first),
              Rounding.whole(Gold.number(rankTo.get(first), RANK_P05)),
              Rounding.whole(Gold.number(rankTo.get(first), RANK_P95)),
              source.names().unit(widest),
              Rounding.whole(Gold.number(rankTo.get(widest), RANK_P05)),
              Rounding.whole(Gold.number(rankTo.get(widest), RANK_P95))));
    }
    return new Chart(
        "unit-ranks",
        "pairs",
        new Title("各对象排名及其不确定性", "Ranks of the units, and how sure they are"),
        sentences,
        Words.join(
            source.note(
                Source.units(ordered.size()),
                new Title(
                    "横线为指标与权重随机扰动下后一期排名的 5% 至 95% 分位；排名由未取整的得分得出",
                    "lines hold nine draws of ten of the later rank, leaves and weights drawn at random; ranks are of unrounded scores")),
            drawnNote(ordered.size())),
        grid.build(),
        Map.of("format", "whole", "reverse", true, "axis_zh", "排名", "axis_en", "rank"));
  }

  private static double width(Row row) {
    return Gold.number(row, RANK_P95) - Gold.number(row, RANK_P05);
  }

  private ShownTable table(List<String> ordered) {
    return new UnitTable(source, before, after, changes, rankFrom, rankTo).of(ordered);
  }
}
