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
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** What citizens write about most, what grows and fades, and where it is stuck. */
final class IssuesChapter {
  private static final int DRAWN = 8;
  private static final List<String> TRENDS = List.of("new", "growing", "steady", "fading", "gone");

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
      blocks.add(list("issues-table", source, current));
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
    var grid =
        Grid.of("period", "period_zh", "period_en", "node", "node_zh", "node_en", "score", "n");
    for (var issue : hottest) {
      var id = issue.<String>getAs(ISSUE_ID);
      var label = issue.<String>getAs(LABEL);
      for (var period : source.names().periods()) {
        issues.stream()
            .filter(Gold.is(ISSUE_ID, id).and(Gold.is(PERIOD, period)))
            .filter(row -> row.getAs(HEAT) != null)
            .forEach(
                row ->
                    grid.row(
                        period,
                        source.names().period(period).zh(),
                        source.names().period(period).en(),
                        id,
                        label,
                        label,
                        row.getAs(HEAT),
                        row.getAs(SIZE)));
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
            Map.of("first", hottest.get(0).<String>getAs(ISSUE_ID))));
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

  /** The later period's issues, the hottest first. */
  static ShownTable list(String id, Source source, List<Row> issues) {
    var table =
        new ShownTable.Builder(
                id,
                new Title("诉求清单", "List of issues"),
                Source.head(
                    "诉求",
                    "Issue",
                    "趋势",
                    "Trend",
                    "留言",
                    "Messages",
                    "上期",
                    "Before",
                    "热度",
                    "Heat",
                    "核心度",
                    "Core score",
                    "未解决",
                    "Not resolved",
                    "中位工作日",
                    "Median days",
                    "对象",
                    "Unit",
                    "部门与环节",
                    "Department, stage",
                    "代表留言",
                    "Representative messages"),
                "issue_id",
                "label",
                "trend",
                "size",
                "previous_size",
                "heat",
                "core_score",
                "unresolved_rate",
                "median_working_days",
                "top_unit",
                "top_department",
                "top_stage",
                "messages")
            .searched(20)
            .note(
                Words.of(
                    "n = %s 个诉求；%s；%s，%s。",
                    "n = %s issues; %s; %s; %s.",
                    issues.size(),
                    source.names().period(source.to()),
                    Source.twoDigits(),
                    Source.oneDigit()));
    var messages = Gold.only(source.gold().of(Tables.MESSAGES).stream(), ID);
    for (var row : issues) {
      var trend = row.<String>getAs(TREND);
      var unit = row.<String>getAs(TOP_UNIT);
      var stage = row.<String>getAs(TOP_STAGE);
      var days = Gold.number(row, MEDIAN_WORKING_DAYS);
      var said = RepresentativeMessages.words(row, messages);
      table.row(
          List.of(
              Cell.prose(Title.of(row.<String>getAs(LABEL))),
              Cell.text(Vocabulary.of(trend)).by(TRENDS.indexOf(trend)),
              Cell.count(row.<Number>getAs(SIZE)),
              Cell.count(row.<Number>getAs(PREVIOUS_SIZE)),
              Cell.points(Gold.number(row, HEAT)),
              Cell.points(Gold.number(row, CORE_SCORE)),
              Cell.percent(Gold.number(row, UNRESOLVED_RATE)),
              Cell.number(days, Rounding.fixed(days, 1)),
              unit == null
                  ? Cell.text((String) null)
                  : Cell.text(source.names().unit(unit)).to(FileName.unit(unit)),
              Cell.text(where(row.getAs(TOP_DEPARTMENT), stage, source)),
              Cell.prose(Title.of(said))),
          row.getAs(ISSUE_ID),
          row.getAs(LABEL),
          trend,
          row.getAs(SIZE),
          row.getAs(PREVIOUS_SIZE),
          row.getAs(HEAT),
          row.getAs(CORE_SCORE),
          row.getAs(UNRESOLVED_RATE),
          days,
          unit,
          row.getAs(TOP_DEPARTMENT),
          stage,
          said);
    }
    return table.build();
  }

  /** One cell for both, or the messages would stand beyond the page's edge. */
  private static Title where(String department, String stage, Source source) {
    var told =
        Stream.of(
                Optional.ofNullable(department).map(Title::of),
                Optional.ofNullable(stage).map(source.names()::stage))
            .flatMap(Optional::stream)
            .toList();
    return told.isEmpty() ? Title.of(Rounding.NONE) : Words.list(told);
  }
}
