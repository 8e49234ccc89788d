package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What to mend, and what was mended. */
final class ProblemsChapter {
  static final List<String> SEVERITIES = List.of("critical", "major", "minor");
  private static final List<String> STATUSES = List.of("open", "reopened", "fixed");

  private final Source source;
  private final List<Row> problems;

  private ProblemsChapter(Source source) {
    this.source = source;
    problems = source.gold().of(Tables.PROBLEMS);
  }

  static Chapter of(Source source) {
    var chapter = new ProblemsChapter(source);
    var blocks = new ArrayList<Block>();
    if (!chapter.problems.isEmpty()) {
      blocks.add(chapter.rules());
      chapter.rectification(blocks);
      blocks.add(ProblemList.of(source, chapter.problems));
    }
    return new Chapter("problems", new Title("问题与整改", "Problems and rectification"), blocks);
  }

  private Chart rules() {
    var byRule = Gold.by(problems, RULE);
    var grid =
        Grid.of("row", "row_zh", "row_en", "severity", "part", "part_zh", "part_en", "value", "n");
    byRule.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, List<Row>> rule) -> -rule.getValue().size()))
        .forEach(
            rule -> {
              var name = Vocabulary.of(rule.getKey());
              var counts =
                  rule.getValue().stream()
                      .collect(
                          Collectors.groupingBy(
                              row -> row.<String>getAs(STATUS), Collectors.counting()));
              for (var status : STATUSES) {
                var part = Vocabulary.of(status);
                grid.row(
                    rule.getKey(),
                    name.zh(),
                    name.en(),
                    rule.getValue().get(0).getAs(SEVERITY),
                    status,
                    part.zh(),
                    part.en(),
                    counts.getOrDefault(status, 0L),
                    rule.getValue().size());
              }
            });
    long unfixed = problems.stream().filter(row -> !"fixed".equals(row.getAs(STATUS))).count();
    return new Chart(
        "problem-rules",
        "stack",
        new Title("各类问题及其整改状态", "Problems by rule, and how they stand"),
        List.of(
            Words.of(
                "共发现 %s 个问题：未整改 %s 个，已整改 %s 个。",
                "%s problems were seen: %s are open, %s are fixed.",
                Rounding.count(problems.size()),
                Rounding.count(unfixed),
                Rounding.count(problems.size() - unfixed))),
        Words.of(
            "n 标于各行；截至%s；%s。",
            "n at each line; as of %s; %s.",
            source
                .names()
                .period(source.names().periods().get(source.names().periods().size() - 1)),
            Source.counts()),
        grid.build(),
        Map.of("colours", Map.of("open", "bad", "reopened", "worst", "fixed", "good")));
  }

  private void rectification(List<Block> blocks) {
    var rows =
        source
            .gold()
            .ofAll(Tables.RECTIFICATION)
            .filter(Gold.is(PERIOD, source.to()))
            .filter(row -> !"all".equals(row.getAs(SEVERITY)))
            .sorted(
                Comparator.comparing((Row row) -> SEVERITIES.indexOf(row.<String>getAs(SEVERITY))))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    var table =
        new ShownTable.Builder(
                "rectification",
                new Title("本期整改情况", "Rectification in the later period"),
                Source.head(
                    "严重程度",
                    "Severity",
                    "期初未整改",
                    "Open at start",
                    "已整改",
                    "Fixed",
                    "未复查",
                    "Not looked at",
                    "新发现",
                    "New",
                    "再次出现",
                    "Reopened",
                    "期末未整改",
                    "Open at end",
                    "整改率",
                    "Rate"),
                "severity",
                "open_at_start",
                "fixed",
                "not_looked_at",
                "new_problems",
                "reopened",
                "open_at_end",
                "rate")
            .note(
                Words.of(
                    "%s；整改率 = 已整改 / 期初未整改；%s。",
                    "%s; rate: fixed of those open at start; %s.",
                    source.names().period(source.to()),
                    Source.oneDigit()));
    for (var row : rows) {
      table.row(
          List.of(
              Cell.text(Vocabulary.of(row.getAs(SEVERITY))),
              Cell.count(row.<Long>getAs(OPEN_AT_START)),
              Cell.count(row.<Long>getAs(FIXED)),
              Cell.count(row.<Long>getAs(NOT_LOOKED_AT)),
              Cell.count(row.<Long>getAs(NEW_PROBLEMS)),
              Cell.count(row.<Long>getAs(REOPENED)),
              Cell.count(row.<Long>getAs(OPEN_AT_END)),
              Cell.percent(row.getAs(RECTIFICATION_RATE))),
          row.getAs(SEVERITY),
          row.getAs(OPEN_AT_START),
          row.getAs(FIXED),
          row.getAs(NOT_LOOKED_AT),
          row.getAs(NEW_PROBLEMS),
          row.getAs(REOPENED),
          row.getAs(OPEN_AT_END),
          row.getAs(RECTIFICATION_RATE));
    }
    blocks.add(table.build());
  }
}
