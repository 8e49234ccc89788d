package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Issues one by one, with what citizens wrote. */
final class IssueList {
  private static final List<String> TRENDS = List.of("new", "growing", "steady", "fading", "gone");
  private static final int TOP_UNIT_COLUMN = 8;

  private static final List<Title> HEAD =
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
          "Representative messages");

  private IssueList() {}

  /**
   * Lists them.
   *
   * @param issues in order
   * @param ofAllUnits whether each line says about which unit most write
   */
  static ShownTable of(String id, Source source, List<Row> issues, boolean ofAllUnits) {
    var head = new ArrayList<>(HEAD);
    if (!ofAllUnits) {
      head.remove(TOP_UNIT_COLUMN);
    }
    var table =
        new ShownTable.Builder(
                id,
                new Title("诉求清单", "List of issues"),
                head,
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
      var cells =
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
              Cell.prose(Title.of(said)));
      var shown = new ArrayList<>(cells);
      if (!ofAllUnits) {
        shown.remove(TOP_UNIT_COLUMN);
      }
      table.row(
          shown,
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
