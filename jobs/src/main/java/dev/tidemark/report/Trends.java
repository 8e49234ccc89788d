package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What happened over all periods, where there are more than the two compared. Nothing is tested.
 */
final class Trends {
  private static final String MEAN = "all";

  private final Source source;
  private final List<String> periods;

  Trends(Source source) {
    this.source = source;
    periods = source.names().periods();
  }

  /** Whether there is more to show than two periods side by side. */
  boolean areThere() {
    return periods.size() > 2;
  }

  String first() {
    return periods.get(0);
  }

  String last() {
    return periods.get(periods.size() - 1);
  }

  /** Such as: Wave 1 to Wave 4. */
  Title span() {
    return Words.of(
        "%s 至 %s", "%s to %s", source.names().period(first()), source.names().period(last()));
  }

  /** What a picture of all periods rests on. */
  Title note(Title n, Title rounding) {
    return Words.of("%s；%s；仅为描述，未作检验；%s。", "%s; %s; not tested; %s.", n, span(), rounding);
  }

  /** The index and the nodes of level 1: means over all units. */
  List<Block> index() {
    var root = source.names().root().id();
    var scores = Gold.by(source.gold().ofAll(Tables.GROUP_SCORES).toList(), NODE);
    var grid = new LineGrid(source.names());
    var moved = new ArrayList<Title>();
    for (var node : source.names().nodes(1)) {
      var byPeriod = Gold.only(scores.getOrDefault(node.id(), List.of()).stream(), PERIOD);
      periods.forEach(
          period -> {
            var row = byPeriod.get(period);
            grid.point(
                period, node.id(), node.title(), Gold.number(row, SCORE), number(row, N_UNITS));
          });
      var change = change(byPeriod, SCORE);
      if (change != null && !node.id().equals(root)) {
        moved.add(Words.of("%s %s", "%s %s", node.title(), Rounding.signed(change)));
      }
    }
    var sentences = new ArrayList<Title>();
    fromTo(
            source.names().root().title(),
            Gold.only(scores.getOrDefault(root, List.of()).stream(), PERIOD),
            row -> Rounding.points(row.getAs(SCORE)))
        .ifPresent(sentences::add);
    if (!moved.isEmpty()) {
      sentences.add(
          Words.of("一级指标的同期变化：%s。", "Level 1 over the same time: %s.", Words.list(moved)));
    }
    return chart(
        "index-by-period",
        new Title("总指数与一级指标的历次水平", "The index and level 1, period by period"),
        sentences,
        note(
            new Title("各期对象均值，n 见数据", "mean over the units of each period, n in the data"),
            Source.twoDigits()),
        grid,
        Map.of("first", root, "axis_zh", "得分（分）", "axis_en", "score, points"));
  }

  /** Mean visits of a unit, all stages together and each. */
  List<Block> visits() {
    var totals =
        Gold.only(
            source.gold().ofAll(Tables.VISIT_SUMMARY).filter(row -> Gold.count(row, N_UNITS) > 0),
            PERIOD);
    var stages = Gold.by(source.gold().ofAll(Tables.VISIT_STAGES).toList(), STAGE);
    var whole = new Title("全部环节", "all stages");
    var grid = new LineGrid(source.names());
    for (var period : periods) {
      var row = totals.get(period);
      grid.point(period, MEAN, whole, Gold.number(row, MEAN_VISITS), number(row, N_UNITS));
    }
    for (var stage : source.names().stages()) {
      var byPeriod = Gold.only(stages.getOrDefault(stage, List.of()).stream(), PERIOD);
      for (var period : periods) {
        var row = byPeriod.get(period);
        grid.point(
            period,
            stage,
            source.names().stage(stage),
            Gold.number(row, MEAN_VISITS),
            number(row, N_UNITS));
      }
    }
    var sentences =
        Stream.of(
                fromTo(
                    new Title("“最多跑一次”的对象", "Units at most once"),
                    totals,
                    row -> row.getAs(AT_MOST_ONCE_UNITS) + " / " + row.getAs(N_UNITS)))
            .flatMap(Optional::stream)
            .toList();
    return chart(
        "visits-by-period",
        new Title("历次平均跑动次数", "Mean visits, period by period"),
        sentences,
        note(
            new Title("各期对象均值，n 见数据", "mean over the units of each period, n in the data"),
            Source.twoDigits()),
        grid,
        Map.of("first", MEAN, "zero", true, "axis_zh", "平均跑动次数", "axis_en", "mean visits"));
  }

  /** Shares of enquiries answered in time, kind by kind. */
  List<Block> services() {
    var kinds =
        Gold.by(
            source
                .gold()
                .ofAll(Tables.SERVICE_LEVELS)
                .filter(row -> row.getAs(FLOOR_WORKING_DAYS) != null)
                .sorted(Comparator.comparing((Row row) -> row.<String>getAs(KIND)).reversed())
                .toList(),
            KIND);
    var grid = new LineGrid(source.names());
    var sentences = new ArrayList<Title>();
    kinds.forEach(
        (kind, rows) -> {
          var byPeriod = Gold.only(rows.stream(), PERIOD);
          for (var period : periods) {
            var row = byPeriod.get(period);
            grid.point(
                period,
                kind,
                Vocabulary.of(kind),
                Gold.number(row, WITHIN_SHARE),
                number(row, N_DUE));
          }
          fromTo(
                  Words.of("%s按时答复率", "%s answered in time", Words.capital(Vocabulary.of(kind))),
                  byPeriod,
                  row -> Rounding.percent(row.getAs(WITHIN_SHARE)))
              .ifPresent(sentences::add);
        });
    return chart(
        "services-by-period",
        new Title("历次按时答复率", "Share answered in time, period by period"),
        sentences,
        note(
            new Title(
                "n 为各期时限已到期的件数，见数据",
                "n: enquiries of each period whose floor has ended, in the data"),
            Source.oneDigit()),
        grid,
        Map.of("format", "percent", "axis_zh", "按时答复率", "axis_en", "answered in time"));
  }

  private List<Block> chart(
      String id,
      Title title,
      List<Title> sentences,
      Title note,
      LineGrid grid,
      Map<String, Object> settings) {
    var data = grid.build();
    return !areThere() || data.isEmpty()
        ? List.of()
        : List.of(new Chart(id, "lines", title, sentences, Words.capital(note), data, settings));
  }

  /** From the first period in which it is known to the last. */
  private Optional<Title> fromTo(
      Title what, Map<String, Row> byPeriod, Function<Row, String> shown) {
    var known = periods.stream().filter(byPeriod::containsKey).toList();
    if (known.size() < 2) {
      return Optional.empty();
    }
    var from = known.get(0);
    var to = known.get(known.size() - 1);
    return Optional.of(
        Words.of(
            "%s由 %s（%s）变为 %s（%s）。",
            "%s: %s in %s, %s in %s.",
            what,
            shown.apply(byPeriod.get(from)),
            source.names().period(from),
            shown.apply(byPeriod.get(to)),
            source.names().period(to)));
  }

  /** Between the first and the last period; null if one of them is not known. */
  Double change(Map<String, Row> byPeriod, String column) {
    var from = Gold.number(byPeriod.get(first()), column);
    var to = Gold.number(byPeriod.get(last()), column);
    return from == null || to == null ? null : Double.valueOf(to - from);
  }

  private static Number number(Row row, String column) {
    return row == null ? null : row.<Number>getAs(column);
  }
}
