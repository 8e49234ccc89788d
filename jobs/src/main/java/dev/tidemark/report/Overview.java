package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** The figures an official asks for first. */
final class Overview {
  private final Source source;
  private final List<Tiles.Tile> tiles = new ArrayList<>();

  private Overview(Source source) {
    this.source = source;
  }

  static Chapter of(Source source) {
    var overview = new Overview(source);
    overview.score();
    overview.visits();
    overview.atMostOnce();
    overview.replies();
    overview.consistency();
    overview.problems();
    return new Chapter(
        "overview", new Title("概览", "At a glance"), List.of(new Tiles("headline", overview.tiles)));
  }

  private void score() {
    var root = source.names().root();
    source
        .changes(Tables.SCORE_CHANGES, "all")
        .filter(Gold.is(NODE, root.id()))
        .findFirst()
        .ifPresent(
            row ->
                tiles.add(
                    new Tiles.Tile(
                        "score",
                        root.title(),
                        Title.of(Rounding.points(row.getAs(MEAN_TO))),
                        Words.of(
                            "此前 %s；变化 %s（%s 区间 %s）",
                            "was %s; change %s (%s interval %s)",
                            Rounding.points(row.getAs(MEAN_FROM)),
                            Rounding.signed(Gold.number(row, CHANGE)),
                            source.level(),
                            Rounding.interval(Gold.number(row, CI_LOW), Gold.number(row, CI_HIGH))),
                        Gold.text(row, VERDICT))));
  }

  private void visits() {
    source
        .changes(Tables.VISIT_CHANGES, "all")
        .findFirst()
        .ifPresent(
            row ->
                tiles.add(
                    new Tiles.Tile(
                        "visits",
                        new Title("平均跑动次数", "Mean visits to an office"),
                        Title.of(Rounding.points(row.getAs(MEAN_TO))),
                        Words.of(
                            "此前 %s；变化 %s（%s 区间 %s）",
                            "was %s; change %s (%s interval %s)",
                            Rounding.points(row.getAs(MEAN_FROM)),
                            Rounding.signed(Gold.number(row, CHANGE)),
                            source.level(),
                            Rounding.interval(Gold.number(row, CI_LOW), Gold.number(row, CI_HIGH))),
                        "")));
  }

  private void atMostOnce() {
    var rows = Gold.only(source.gold().ofAll(Tables.VISIT_SUMMARY), PERIOD);
    var to = rows.get(source.to());
    if (to == null || Gold.count(to, N_UNITS) == 0) {
      return;
    }
    var from = rows.get(source.from());
    tiles.add(
        new Tiles.Tile(
            "at-most-once",
            new Title("“最多跑一次”的对象", "Units at most once"),
            Title.of(to.getAs(AT_MOST_ONCE_UNITS) + " / " + to.getAs(N_UNITS)),
            from == null || Gold.count(from, N_UNITS) == 0
                ? Words.NOTHING
                : Words.of(
                    "此前 %s / %s",
                    "was %s / %s", from.getAs(AT_MOST_ONCE_UNITS), from.getAs(N_UNITS)),
            ""));
  }

  private void replies() {
    var levels =
        source
            .gold()
            .ofAll(Tables.SERVICE_LEVELS)
            .filter(row -> row.getAs(FLOOR_WORKING_DAYS) != null)
            .toList();
    for (var kind : List.of("consultation", "complaint")) {
      var rows = Gold.only(levels.stream().filter(Gold.is(KIND, kind)), PERIOD);
      var to = rows.get(source.to());
      if (to == null) {
        continue;
      }
      var from = rows.get(source.from());
      tiles.add(
          new Tiles.Tile(
              "replies-" + kind,
              Words.of("%s按时答复", "%s answered in time", Words.capital(Vocabulary.of(kind))),
              Title.of(to.getAs(WITHIN_DUE) + " / " + to.getAs(N_DUE)),
              from == null
                  ? Words.NOTHING
                  : Words.of(
                      "此前 %s / %s；时限 %s 个工作日",
                      "was %s / %s; floor %s working days",
                      from.getAs(WITHIN_DUE),
                      from.getAs(N_DUE),
                      to.getAs(FLOOR_WORKING_DAYS)),
              verdict(kind)));
    }
  }

  private String verdict(String kind) {
    return source
        .gold()
        .ofAll(Tables.SERVICE_CHANGES)
        .filter(Gold.is(KIND, kind).and(Gold.is(MEASURE, WITHIN_FLOOR)))
        .map((Row row) -> row.<String>getAs(VERDICT))
        .findFirst()
        .orElse("");
  }

  private void consistency() {
    var rows = Gold.only(source.gold().ofAll(Tables.CONSISTENCY_SUMMARY), PERIOD);
    var to = rows.get(source.to());
    if (to == null || to.getAs(MEAN_SHARE) == null) {
      return;
    }
    var from = rows.get(source.from());
    tiles.add(
        new Tiles.Tile(
            "consistency",
            new Title("指南完全一致的对象", "Units whose guides agree fully"),
            Title.of(to.getAs(FULLY_CONSISTENT_UNITS) + " / " + to.getAs(JUDGED_UNITS)),
            from == null
                ? Words.NOTHING
                : Words.of(
                    "此前 %s / %s",
                    "was %s / %s", from.getAs(FULLY_CONSISTENT_UNITS), from.getAs(JUDGED_UNITS)),
            ""));
  }

  private void problems() {
    var rows = source.gold().of(Tables.PROBLEMS);
    if (rows.isEmpty()) {
      return;
    }
    long open = rows.stream().filter(row -> !"fixed".equals(row.getAs(STATUS))).count();
    tiles.add(
        new Tiles.Tile(
            "open-problems",
            new Title("未整改问题", "Open problems"),
            Title.of(Rounding.count(open)),
            Words.of("已整改 %s", "%s fixed", Rounding.count(rows.size() - open)),
            ""));
  }
}
