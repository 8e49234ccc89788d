package dev.tidemark.report;

import static dev.tidemark.table.Col.*;

import dev.tidemark.framework.Title;
import dev.tidemark.framework.Vocabulary;
import dev.tidemark.table.TableVersion;
import dev.tidemark.table.Tables;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** How good the delivered data were, and what every figure of the report was made from. */
final class QualityChapter {
  /**
   * What made the report.
   *
   * @param runId names this run
   * @param codeVersion the version of Tidemark
   * @param fingerprint SHA-256 of the framework file as it is now
   */
  record Origin(
      String runId,
      Instant startedAt,
      ZoneId zone,
      String codeVersion,
      String frameworkId,
      String frameworkVersion,
      String fingerprint,
      String warehouse) {}

  private static final int SHORT = 12;

  private QualityChapter() {}

  static Chapter of(Source source, Origin origin) {
    var blocks = new ArrayList<Block>();
    delivered(source, blocks);
    quarantined(source, blocks);
    blocks.add(provenance(origin));
    versions(source, origin, blocks);
    return new Chapter("quality", new Title("数据质量与来源", "Data quality and provenance"), blocks);
  }

  private static void delivered(Source source, List<Block> blocks) {
    var sums = new LinkedHashMap<String, long[]>();
    for (var row : source.gold().of(Tables.INGESTED_FILES)) {
      var sum = sums.computeIfAbsent(row.getAs(TABLE), table -> new long[4]);
      sum[0]++;
      sum[1] += row.<Long>getAs(ROWS_DELIVERED);
      sum[2] += row.<Long>getAs(ROWS_ACCEPTED);
      sum[3] += row.<Long>getAs(ROWS_QUARANTINED);
    }
    if (sums.isEmpty()) {
      return;
    }
    var table =
        new ShownTable.Builder(
                "delivered",
                new Title("收到的数据", "What was delivered"),
                Source.head(
                    "数据表",
                    "Table",
                    "文件",
                    "Files",
                    "收到行数",
                    "Rows delivered",
                    "采用",
                    "Accepted",
                    "隔离",
                    "Quarantined"),
                "table",
                "files",
                "rows_delivered",
                "rows_accepted",
                "rows_quarantined")
            .note(
                new Title(
                    "收到 = 采用 + 隔离；同一文件重复提交只计一次。",
                    "Delivered = accepted + quarantined; a file delivered again counts once."));
    long all = 0;
    long bad = 0;
    for (var sum : sums.entrySet()) {
      var counts = sum.getValue();
      all += counts[1];
      bad += counts[3];
      table.row(
          List.of(
              Cell.text(Vocabulary.of(sum.getKey())),
              Cell.count(counts[0]),
              Cell.count(counts[1]),
              Cell.count(counts[2]),
              Cell.count(counts[3])),
          sum.getKey(),
          counts[0],
          counts[1],
          counts[2],
          counts[3]);
    }
    table.says(
        Words.of(
            "共收到 %s 行，采用 %s 行，隔离 %s 行。",
            "%s rows were delivered, %s accepted and %s quarantined.",
            Rounding.count(all),
            Rounding.count(all - bad),
            Rounding.count(bad)));
    blocks.add(table.build());
  }

  private static void quarantined(Source source, List<Block> blocks) {
    var rows = source.gold().of(Tables.QUARANTINE);
    if (rows.isEmpty()) {
      return;
    }
    var table =
        new ShownTable.Builder(
                "quarantined",
                new Title("隔离的行及原因", "Rows in quarantine, and why"),
                Source.head("数据表", "Table", "原因代码", "Reason", "行数", "Rows"),
                "table",
                "reason",
                "rows")
            .note(
                new Title(
                    "每行按其首个问题计一次；原因代码见 docs/ingest.md。",
                    "Each row once, by its first fault; docs/ingest.md explains the codes."));
    for (var row : rows) {
      table.row(
          List.of(
              Cell.text(Vocabulary.of(row.getAs(TABLE))),
              Cell.text(row.<String>getAs(REASON)),
              Cell.count(row.<Long>getAs(N))),
          row.getAs(TABLE),
          row.getAs(REASON),
          row.getAs(N));
    }
    blocks.add(table.build());
  }

  private static ShownTable provenance(Origin origin) {
    var table =
        new ShownTable.Builder(
            "provenance",
            new Title("本报告的来源", "What made this report"),
            Source.head("", "", "", ""),
            "what",
            "value");
    fact(table, new Title("报告运行", "Run of the report"), origin.runId());
    fact(table, new Title("生成时间", "Made at"), time(origin, origin.startedAt()));
    fact(table, new Title("Tidemark 版本", "Version of Tidemark"), origin.codeVersion());
    fact(
        table,
        new Title("评估框架", "Framework"),
        origin.frameworkId() + " " + origin.frameworkVersion());
    fact(table, new Title("框架文件的 SHA-256", "SHA-256 of the framework"), origin.fingerprint());
    fact(table, new Title("数据仓库", "Warehouse"), origin.warehouse());
    return table.build();
  }

  private static void fact(ShownTable.Builder table, Title what, String value) {
    table.row(List.of(Cell.text(what), Cell.text(value)), what.en(), value);
  }

  private static void versions(Source source, Origin origin, List<Block> blocks) {
    var table =
        new ShownTable.Builder(
                "table-versions",
                new Title("所读数据表的版本", "Versions of the tables read"),
                Source.head(
                    "数据表",
                    "Table",
                    "版本",
                    "Version",
                    "写入时间",
                    "Written at",
                    "写入的运行",
                    "Run",
                    "框架 SHA-256",
                    "Framework SHA-256"),
                "table",
                "version",
                "written_at",
                "run",
                "framework_version",
                "framework_sha256")
            .searched(20)
            .note(
                new Title(
                    "用 SELECT … VERSION AS OF 可再次读到同样的数据。",
                    "SELECT … VERSION AS OF reads the same data again."));
    long other =
        source.gold().versions().values().stream()
            .map(TableVersion::fingerprint)
            .filter(print -> !print.isEmpty() && !print.equals(origin.fingerprint()))
            .count();
    table.says(
        other == 0
            ? new Title(
                "所有数据表均按当前框架文件写入。",
                "All tables were written under the framework file as it is now.")
            : Words.of(
                "有 %s 个数据表是按框架文件的其他版本写入的：重新运行相应作业后再引用。",
                "%s tables were written under another state of the framework file: run their jobs again before you quote them.",
                other));
    source
        .gold()
        .versions()
        .forEach(
            (spec, commit) ->
                table.row(
                    List.of(
                        Cell.text(spec.name()),
                        Cell.number(commit.version(), String.valueOf(commit.version())),
                        Cell.text(time(origin, commit.writtenAt())),
                        Cell.text(commit.runId()),
                        Cell.text(shortened(commit.fingerprint()))),
                    spec.name(),
                    commit.version(),
                    commit.writtenAt().toString(),
                    commit.runId(),
                    commit.frameworkVersion(),
                    commit.fingerprint()));
    blocks.add(table.build());
  }

  private static String shortened(String hash) {
    return hash.length() <= SHORT ? hash : hash.substring(0, SHORT) + "…";
  }

  private static String time(Origin origin, Instant instant) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
        .withZone(origin.zone())
        .format(instant);
  }
}
