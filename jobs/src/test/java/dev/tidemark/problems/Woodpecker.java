package dev.tidemark.problems;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.ExpressionCheck;
import dev.tidemark.framework.FrameworkYaml;
import dev.tidemark.job.JobContext;
import dev.tidemark.support.SharedSpark;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.RowBuilder;
import dev.tidemark.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A warehouse with rows of inputs, the job on it, and what it wrote as text. */
record Woodpecker(DeltaLake lake, EvaluationFramework framework, List<String> progress) {
  static final String UNITS =
      """
      unit,name,region
      a,A,north
      b,B,north
      c,C,south
      """;

  private static final String FRAMEWORK =
      """
      id: water
      version: %d
      periods:
        - {id: P1, start: 2020-01-01, end: 2020-01-10}
        - {id: P2, start: 2020-02-01, end: 2020-02-10}
        - {id: P3, start: 2020-03-01, end: 2020-03-10}
        - {id: P4, start: 2020-04-01, end: 2020-04-10}
      units: units.csv
      groups: [region]
      index:
        id: overall
        children:
          - {id: form, weight: 1, score: {kind: binary}}
      """;

  /** Of four periods of ten days, and units a and b in the north, c in the south. */
  static Woodpecker in(Path folder, String problems) {
    return in(folder, problems, UNITS, 1);
  }

  /** The same in a version of its own, with a file of units. */
  static Woodpecker in(Path folder, String problems, String units, int version) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("units.csv"), units);
      var file = folder.resolve("framework.yaml");
      Files.writeString(file, FRAMEWORK.formatted(version) + problems);
      return over(
          folder.resolve("warehouse"),
          FrameworkYaml.read(file, ExpressionCheck.trustingTheAuthor()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Woodpecker over(Path warehouse, EvaluationFramework framework) {
    var note = new CommitNote("run", framework.id(), framework.version(), "0", "0");
    return new Woodpecker(
        new DeltaLake(SharedSpark.session(), warehouse.toString(), note),
        framework,
        new ArrayList<>());
  }

  /** Makes these the rows of an input table: text cells with blanks between; - is null. */
  void deliver(TableSpec table, String columns, String text) {
    var names = columns.split(" ", -1);
    var rows =
        text.strip()
            .lines()
            .map(
                line -> {
                  var cells = line.strip().split("\\s+", -1);
                  var row =
                      new RowBuilder(table)
                          .with("source_file", "test.csv")
                          .with("source_line", 7L)
                          .with("sequence", 1L)
                          .with("load_id", "test");
                  for (int i = 0; i < names.length; i++) {
                    row.with(names[i], cell(table, names[i], cells[i]));
                  }
                  return row.row();
                })
            .toList();
    lake.replaceAll(table, SharedSpark.session().createDataFrame(rows, table.schema()));
  }

  private static Object cell(TableSpec table, String column, String cell) {
    if (cell.equals("-")) {
      return null;
    }
    return switch (table.column(column).type().typeName()) {
      case "integer" -> Integer.valueOf(cell);
      case "long" -> Long.valueOf(cell);
      case "double" -> Double.valueOf(cell);
      default -> cell;
    };
  }

  Woodpecker run(String... periods) {
    new ProblemsJob()
        .run(
            new JobContext(
                SharedSpark.lazy(),
                framework,
                lake,
                List.of(periods),
                "run",
                Instant.EPOCH,
                progress::add));
    return this;
  }

  /** Some columns of every row that meets a condition, sorted; cells with blanks between. */
  List<String> rows(TableSpec table, String where, String... columns) {
    return lake.read(table).where(where).collectAsList().stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .map(column -> row.getAs(column) == null ? "-" : row.getAs(column).toString())
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }
}
