package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** What was assessed, at the first two levels of the tree: level, change, and what drove it. */
final class IndicatorsChapter {
  private static final int DEPTH = 2;

  private final Source source;
  private final Map<String, Row> changes;
  private final String root;

  private IndicatorsChapter(Source source) {
    this.source = source;
    changes = Gold.only(source.changes(Tables.SCORE_CHANGES, "all"), NODE);
    root = source.names().root().id();
  }

  static Chapter of(Source source) {
    var chapter = new IndicatorsChapter(source);
    var blocks =
        Stream.of(
                new Trends(source).index(),
                chapter.intervals(),
                chapter.quadrants(),
                chapter.drivers())
            .flatMap(List::stream)
            .toList();
    return new Chapter("indicators", new Title("指标水平与变化", "Indicators: level and change"), blocks);
  }

  private List<Block> intervals() {
    var grid =
        Grid.of(
            "node",
            "label_zh",
            "label_en",
            "depth",
            "from",
            "to",
            "value",
            "low",
            "high",
            "verdict",
            "p_adjusted",
            "n");
    var level1 = new ArrayList<Row>();
    for (var node : source.names().nodes(DEPTH)) {
      var row = changes.get(node.id());
      if (row == null || row.getAs(CHANGE) == null) {
        continue;
      }
      if (node.depth() == 1) {
        level1.add(row);
      }
      grid.row(
          node.id(),
          node.title().zh(),
          node.title().en(),
          node.depth(),
          row.getAs(MEAN_FROM),
          row.getAs(MEAN_TO),
          row.getAs(CHANGE),
          row.getAs(CI_LOW),
          row.getAs(CI_HIGH),
          row.getAs(VERDICT),
          row.getAs(P_ADJUSTED),
          row.getAs(N));
    }
    var data = grid.build();
    var overall = changes.get(root);
    if (data.isEmpty() || overall == null) {
      return List.of();
    }
    var sentences = new ArrayList<Title>();
    sentences.add(
        Words.of(
            "%s由 %s 变为 %s：%s。",
            "%s went from %s to %s: %s.",
            source.names().node(root),
            Rounding.points(overall.getAs(MEAN_FROM)),
            Rounding.points(overall.getAs(MEAN_TO)),
            source.told(overall, 2)));
    sentences.addAll(Source.verdicts(level1, row -> source.names().node(row.getAs(NODE))));
    return List.of(
        new Chart(
            "indicator-changes",
            "intervals",
            new Title("哪些指标确有变化", "Which indicators really changed"),
            sentences,
            source.note(
                Source.units(Gold.count(overall, N)),
                Words.of(
                    "横线为 %s 置信区间，实心点为已有结论，空心点为不能判定；%s",
                    "lines are %s confidence intervals, full dots a verdict, hollow ones none; %s",
                    source.level(),
                    Source.twoDigits())),
            data,
            Map.of("format", "signed", "axis_zh", "变化（分）", "axis_en", "change, points")));
  }

  private List<Block> quadrants() {
    var grid =
        Grid.of(
            "node",
            "label_zh",
            "label_en",
            "depth",
            "level",
            "change",
            "low",
            "high",
            "verdict",
            "importance",
            "quadrant");
    var places = Gold.only(source.gold().of(Tables.PRIORITIES).stream(), NODE);
    var named = new ArrayList<Row>();
    for (var node : source.names().nodes(DEPTH)) {
      var row = places.get(node.id());
      if (row == null || node.depth() == 0) {
        continue;
      }
      named.add(row);
      var change = changes.get(node.id());
      grid.row(
          node.id(),
          node.title().zh(),
          node.title().en(),
          node.depth(),
          row.getAs(LEVEL),
          row.getAs(CHANGE),
          change == null ? null : change.getAs(CI_LOW),
          change == null ? null : change.getAs(CI_HIGH),
          change == null ? null : change.getAs(VERDICT),
          row.getAs(IMPORTANCE),
          row.getAs(QUADRANT));
    }
    var level =
        source
            .gold()
            .ofAll(Tables.GROUP_SCORES)
            .filter(Gold.is(PERIOD, source.to()).and(Gold.is(NODE, root)))
            .map(row -> row.<Double>getAs(SCORE))
            .findFirst();
    if (named.isEmpty() || level.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Chart(
            "indicator-quadrants",
            "quadrants",
            new Title("水平与变化：先改什么", "Level against change: what to do first"),
            quadrantSentences(named),
            source.note(
                Source.units(Gold.count(changes.get(root), N)),
                Words.of(
                    "竖线为总指数水平 %s；误差线为变化的 %s 区间；任何下降都算下降，须与结论一并阅读；%s",
                    "the upright line is the index, %s; whiskers are %s intervals of the change; any fall counts as one, so read it beside the verdict; %s",
                    Rounding.points(level.get()),
                    source.level(),
                    Source.twoDigits())),
            grid.build(),
            Map.of("root", level.get())));
  }

  private List<Title> quadrantSentences(List<Row> rows) {
    var says =
        Map.of(
            "urgent", new Title("低且下降（急改）：%s。", "Low and falling (urgent): %s."),
            "improve", new Title("低但未降（改进）：%s。", "Low, not falling (improve): %s."),
            "watch", new Title("高但下降（关注）：%s。", "High but falling (watch): %s."));
    return Stream.of("urgent", "improve", "watch")
        .map(
            quadrant -> {
              var names =
                  rows.stream()
                      .filter(Gold.is(QUADRANT, quadrant))
                      .map(row -> source.names().node(row.getAs(NODE)))
                      .toList();
              var phrase = says.get(quadrant);
              return names.isEmpty()
                  ? Words.NOTHING
                  : Words.of(phrase.zh(), phrase.en(), Words.list(names));
            })
        .filter(sentence -> !sentence.equals(Words.NOTHING))
        .toList();
  }

  private List<Block> drivers() {
    return DriversChart.of(source, "all", changes.get(root)).map(List::<Block>of).orElse(List.of());
  }
}
