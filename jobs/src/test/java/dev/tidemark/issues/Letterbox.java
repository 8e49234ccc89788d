package dev.tidemark.issues;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.framework.FrameworkYaml;
import dev.tidemark.job.JobContext;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A warehouse with messages, the job on it, and what it wrote as text. */
record Letterbox(Path warehouse, EvaluationFramework framework, List<String> progress) {
  private static final String FRAMEWORK =
      """
      id: letters
      version: 1
      periods:
        - {id: P1, start: 2020-01-01, end: 2020-01-31}
        - {id: P2, start: 2020-02-01, end: 2020-02-29}
        - {id: P3, start: 2020-03-01, end: 2020-03-31}
      units: units.csv
      index:
        id: overall
        children:
          - {id: form, weight: 1, score: {kind: binary}}
      """;

  static Letterbox in(Path folder, String issues) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("units.csv"), "unit,name\neast,East\nwest,West\n");
      var file = folder.resolve("framework.yaml");
      Files.writeString(file, FRAMEWORK + issues);
      return new Letterbox(
          folder.resolve("warehouse"),
          FrameworkYaml.read(file, ExpressionCheck.trustingTheAuthor()),
          new ArrayList<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DeltaLake lake() {
    var note = new CommitNote("run", framework.id(), framework.version(), "0", "0");
    return new DeltaLake(SharedSpark.session(), warehouse.toString(), note);
  }

  /** Lines {@code id | period | unit | author | title | text}, in so many partitions. */
  Letterbox deliver(String lines, int partitions) {
    var rows =
        lines
            .lines()
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .map(
                cells ->
                    new RowBuilder(Tables.MESSAGES)
                        .with("id", cells.get(0))
                        .with("period", cells.get(1))
                        .with("unit", cells.get(2))
                        .with("created_at", written(cells.get(1), cells.get(0)))
                        .with("author", cells.get(3).isEmpty() ? null : cells.get(3))
                        .with("title", cells.get(4).isEmpty() ? null : cells.get(4))
                        .with("text", cells.get(5))
                        .with("source_file", "test.csv")
                        .with("source_line", 1L)
                        .with("sequence", 1L)
                        .with("load_id", "test")
                        .row())
            .toList();
    lake()
        .replaceAll(
            Tables.MESSAGES,
            SharedSpark.session()
                .createDataFrame(rows, Tables.MESSAGES.schema())
                .repartition(partitions));
    return this;
  }

  /** Noon of the first of the period's month, and a minute for each id's number. */
  private static Timestamp written(String period, String id) {
    var month = period.charAt(1);
    return Timestamp.from(
        Instant.parse("2020-0%c-02T04:00:00Z".formatted(month))
            .plusSeconds(60L * Integer.parseInt(id.replaceAll("\\D", ""))));
  }

  Letterbox run(String... periods) {
    new IssuesJob()
        .run(
            new JobContext(
                SharedSpark.lazy(),
                framework,
                lake(),
                List.of(periods),
                "run",
                Instant.EPOCH,
                progress::add));
    return this;
  }

  /** Some columns of every row that meets a condition, sorted; cells with blanks between. */
  List<String> rows(TableSpec table, String where, String... columns) {
    return lake().read(table).where(where).collectAsList().stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .map(column -> row.getAs(column) == null ? "-" : row.getAs(column).toString())
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  /** The whole of what the job wrote, as text. */
  List<String> everything() {
    return List.of(
            Tables.ISSUES,
            Tables.ISSUE_MESSAGES,
            Tables.ISSUE_LINEAGE,
            Tables.ISSUE_PERIODS,
            Tables.THEMES)
        .stream()
        .flatMap(table -> rows(table, "true", table.schema().fieldNames()).stream())
        .toList();
  }

  /** How many commits a table has. */
  long commits(TableSpec table) {
    var log = warehouse.resolve(table.name()).resolve("_delta_log").toFile();
    return log.listFiles((folder, name) -> name.endsWith(".json")).length;
  }
}
