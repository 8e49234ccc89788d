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

/** What citizens write about most, what grows and fades, and where it is stuck. */
final class IssuesChapter {
  private static final int DRAWN = 8;

  private final Source source;
  private final List<Row> issues;

  private IssuesChapter(Source source) {
    this.source = source;
    issues = source.gold().of(Tables.ISSUES);
  }

  static Chapter of(Source source) {
    var chapter = new IssuesChapter(source);
    var blocks = new ArrayList<Block>();
    chapter.heat(blocks);
    var current = current(source);
    if (!current.isEmpty()) {
      blocks.add(IssueList.of("issues-table", source, current, true));
    }
    BottlenecksChart.of(source).ifPresent(blocks::add);
    return new Chapter("issues", new Title("热点诉求", "Hot issues"), blocks);
  }

  /** Issues of the later period, the hottest first; none where nobody searched for any. */
  static List<Row> current(Source source) {
    return source.gold().of(Tables.ISSUES).stream()
        .filter(Gold.is(PERIOD, source.to()))
        .sorted(
            Comparator.comparing(
                    (Row row) -> Gold.number(row, HEAT),
                    Comparator.nullsLast(Comparator.<Double>reverseOrder()))
                .thenComparing(row -> row.<String>getAs(ISSUE_ID)))
        .toList();
  }

  private void heat(List<Block> blocks) {
    var hottest =
        current(source).stream().filter(row -> row.getAs(HEAT) != null).limit(DRAWN).toList();
    if (hottest.isEmpty()) {
      return;
    }
    var grid = new LineGrid(source.names());
    for (var issue : hottest) {
      var id = issue.<String>getAs(ISSUE_ID);
      var label = issue.<String>getAs(LABEL);
      for (var period : source.names().periods()) {
        issues.stream()
            .filter(Gold.is(ISSUE_ID, id).and(Gold.is(PERIOD, period)))
            .filter(row -> row.getAs(HEAT) != null)
            .forEach(
                row -> grid.point(period, id, Title.of(label), row.getAs(HEAT), row.getAs(SIZE)));
      }
    }
    blocks.add(
        new Chart(
            "issue-heat",
            "lines",
            new Title("最热诉求的热度变化", "Heat of the hottest issues"),
            trendSentences(),
            Words.of(
                "绘出后一期最热的 %s 个，共 %s 个；n 为各期留言数，见数据；%s。",
                "Drawn are the %s hottest of %s in the later period; n: messages of each period, in the data; %s.",
                hottest.size(),
                current(source).size(),
                Source.twoDigits()),
            grid.build(),
            Map.of(
                "first",
                hottest.get(0).<String>getAs(ISSUE_ID),
                "axis_zh",
                "热度",
                "axis_en",
                "heat")));
  }

  private List<Title> trendSentences() {
    return Stream.of("new", "growing", "fading")
        .map(
            trend -> {
              var names =
                  current(source).stream()
                      .filter(Gold.is(TREND, trend))
                      .limit(DRAWN)
                      .map(row -> Title.of(row.<String>getAs(LABEL)))
                      .toList();
              return names.isEmpty()
                  ? Words.NOTHING
                  : Words.capital(
                      Words.of("%s：%s。", "%s: %s.", Vocabulary.of(trend), Words.list(names)));
            })
        .filter(sentence -> !sentence.equals(Words.NOTHING))
        .toList();
  }
}
