package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import dev.tidemark.support.SharedSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A framework, a folder to deliver into and a warehouse: what the real commands work on. */
final class Assessment {
  static final String FRAMEWORK =
      """
      id: small
      version: "1"
      title: A small assessment
      timezone: Asia/Shanghai
      periods:
        - {id: W1, start: 2019-12-28, end: 2020-01-10}
        - {id: W2, start: 2020-03-28, end: 2020-04-10}
      units: units.csv
      groups: [region]
      weights: relative
      index:
        id: overall
        aggregate: arithmetic
        children:
          - {id: points, weight: 1, score: {kind: direct}}
          - {id: flag, weight: 1, score: {kind: binary}}
          - {id: days, weight: 1, score: {kind: linear, worst: 30, best: 1}}
          - {id: depth, weight: 1, score: {kind: categories, map: {full: 100, part: 50}}}
          - {id: trips, weight: 1, score: {kind: linear, worst: 5, best: 0}, from: {table: visits, value: "sum(visits)"}}
      """;

  private static final String UNITS =
      """
      unit,name,region
      wuhan,武汉,central
      beijing,北京,north
      """;

  private final Path home;
  private final String warehouse;

  /** What a command did. */
  record Outcome(int code, String out, String err) {
    /** The same, if it succeeded; else the test fails with what the command said. */
    Outcome done() {
      assertThat(code).as(err).isZero();
      return this;
    }
  }

  Assessment(Path home) {
    this(home, "warehouse");
  }

  private Assessment(Path home, String warehouse) {
    this.home = home;
    this.warehouse = warehouse;
    write("framework.yaml", FRAMEWORK.getBytes(UTF_8));
    write("units.csv", UNITS.getBytes(UTF_8));
    SharedSpark.session();
  }

  Path home() {
    return home;
  }

  Path warehouse() {
    return home.resolve(warehouse);
  }

  /** Puts a file into a folder beside the framework, {@code in/observations.csv}. */
  Assessment deliver(String file, String text) {
    return deliver(file, text.getBytes(UTF_8));
  }

  Assessment deliver(String file, byte[] bytes) {
    write(file, bytes);
    return this;
  }

  /** Runs a command on the framework and the warehouse. */
  Outcome run(String command, String... options) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--framework", home.resolve("framework.yaml").toString()));
    arguments.addAll(List.of("--warehouse", warehouse().toString()));
    arguments.addAll(Arrays.asList(options));
    return capture(arguments.toArray(String[]::new));
  }

  /** Ingests a folder beside the framework. */
  Outcome ingest(String folder, String... options) {
    var all = new ArrayList<>(List.of("--input", home.resolve(folder).toString()));
    all.addAll(Arrays.asList(options));
    return run("ingest", all.toArray(String[]::new));
  }

  /** Runs a command line as it is. */
  static Outcome capture(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var realOut = System.out;
    var realErr = System.err;
    try {
      System.setOut(new PrintStream(out, true, UTF_8));
      System.setErr(new PrintStream(err, true, UTF_8));
      int code = TidemarkCommand.run(arguments);
      return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }

  Dataset<Row> table(String name) {
    return SharedSpark.session().read().format("delta").load(warehouse().resolve(name).toString());
  }

  Dataset<Row> table(String name, long version) {
    return SharedSpark.session()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(warehouse().resolve(name).toString());
  }

  /** Rows as text, cells split by {@code |}, in order. */
  List<String> rows(String name, String... expressions) {
    return texts(table(name).selectExpr(expressions));
  }

  /**
   * Every fault in quarantine: {@code line|reason|column|value}, by line, faults in their order.
   */
  List<String> faults(String file) {
    return table("quarantine")
        .where("file = '" + file + "'")
        .orderBy("line")
        .selectExpr("line", "inline(faults)")
        .selectExpr("line", "reason", "column", "value")
        .collectAsList()
        .stream()
        .map(Assessment::text)
        .toList();
  }

  /** The same of every file in quarantine. */
  Map<String, List<String>> faultsByFile() {
    return table("quarantine")
        .orderBy("file", "line")
        .selectExpr("file", "line", "inline(faults)")
        .selectExpr(
            "file",
            "concat_ws('|', line, reason, coalesce(column, 'null'), coalesce(value, 'null'))")
        .collectAsList()
        .stream()
        .collect(groupingBy(row -> row.getString(0), mapping(row -> row.getString(1), toList())));
  }

  static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Assessment::text).sorted().toList();
  }

  /** How many commits a table has. */
  long commits(String table) {
    return files(table + "/_delta_log", ".json").size();
  }

  /** Commits of every table, to see that nothing was written. */
  List<String> allCommits() {
    return files("", ".json").stream().filter(file -> file.contains("_delta_log")).toList();
  }

  /** Files below a folder of the warehouse, by name. */
  List<String> files(String folder, String ending) {
    var root = warehouse().resolve(folder);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (var found = Files.walk(root)) {
      return found
          .filter(file -> file.toString().endsWith(ending))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> String.valueOf(row.get(i)))
        .collect(Collectors.joining("|"));
  }

  private void write(String file, byte[] bytes) {
    try {
      var path = home.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
