package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;

/** Problems one by one: what is wrong, since when, and how it stands. */
final class ProblemList {
  /** A page with more would be slow to open. */
  private static final int LISTED = 1000;

  private static final List<Title> HEAD =
      Source.head(
          "对象",
          "Unit",
          "问题",
          "What is wrong",
          "严重程度",
          "Severity",
          "状态",
          "Status",
          "首次发现",
          "First seen",
          "最近发现",
          "Last seen",
          "责任部门",
          "Owner");

  private ProblemList() {}

  /** Of all units, the most pressing first. */
  static ShownTable of(Source source, List<Row> problems) {
    return list(source, problems, 0);
  }

  /** Of one unit, whose name its page has already. */
  static ShownTable ofOneUnit(Source source, List<Row> problems) {
    return list(source, problems, 1);
  }

  private static ShownTable list(Source source, List<Row> problems, int leftOut) {
    var listed = Math.min(LISTED, problems.size());
    var table =
        new ShownTable.Builder(
                "problems",
                new Title("问题清单", "List of problems"),
                HEAD.subList(leftOut, HEAD.size()),
                "problem_id",
                "unit",
                "name_zh",
                "name_en",
                "rule",
                "item",
                "message_zh",
                "message_en",
                "severity",
                "status",
                "first_seen",
                "last_seen",
                "fixed_in",
                "owner")
            .searched(20)
            .note(
                listed == problems.size()
                    ? Words.of("n = %s 个问题。", "n = %s problems.", Rounding.count(listed))
                    : Words.of(
                        "共 %s 个问题，此处列出最要紧的 %s 个；全部见工作簿。",
                        "Of %s problems the %s most pressing; the workbook has the others.",
                        Rounding.count(problems.size()),
                        Rounding.count(listed)));
    problems.stream()
        .sorted(
            Comparator.comparing((Row row) -> "fixed".equals(row.getAs(STATUS)) ? 1 : 0)
                .thenComparing(
                    row -> ProblemsChapter.SEVERITIES.indexOf(row.<String>getAs(SEVERITY)))
                .thenComparing(row -> row.<String>getAs(UNIT))
                .thenComparing(row -> row.<String>getAs(PROBLEM_ID)))
        .limit(listed)
        .forEach(row -> add(table, source, row, leftOut));
    return table.build();
  }

  private static void add(ShownTable.Builder table, Source source, Row row, int leftOut) {
    var unit = row.<String>getAs(UNIT);
    var name = source.names().unit(unit);
    var severity = row.<String>getAs(SEVERITY);
    var cells =
        List.of(
            Cell.text(name).to(FileName.unit(unit)),
            Cell.prose(new Title(row.getAs(MESSAGE_ZH), row.getAs(MESSAGE_EN))),
            Cell.text(Vocabulary.of(severity)).by(ProblemsChapter.SEVERITIES.indexOf(severity)),
            Cell.text(Vocabulary.of(row.getAs(STATUS))),
            Cell.name(source.names().period(row.getAs(FIRST_SEEN))).by(row.getAs(FIRST_SEEN)),
            Cell.name(source.names().period(row.getAs(LAST_SEEN))).by(row.getAs(LAST_SEEN)),
            Cell.name(Title.of(Objects.requireNonNullElse(row.getAs(OWNER), Rounding.NONE))));
    table.row(
        cells.subList(leftOut, cells.size()),
        row.getAs(PROBLEM_ID),
        unit,
        name.zh(),
        name.en(),
        row.getAs(RULE),
        row.getAs(ITEM),
        row.getAs(MESSAGE_ZH),
        row.getAs(MESSAGE_EN),
        severity,
        row.getAs(STATUS),
        row.getAs(FIRST_SEEN),
        row.getAs(LAST_SEEN),
        row.getAs(FIXED_IN),
        row.getAs(OWNER));
  }
}
