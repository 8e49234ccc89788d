package dev.tidemark.stores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.TidemarkCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * A small assessment, with its warehouse where a test wants it.
 *
 * @param home folder of the framework file, on the local disk
 * @param root of the warehouse, a URI
 */
record Warehouse(Path home, String root) {
  private static final String FRAMEWORK =
      """
      id: small
      version: "1"
      title: A small assessment
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
          - {id: days, weight: 2, score: {kind: linear, worst: 30, best: 0}}
      """;

  Warehouse {
    try {
      Files.writeString(home.resolve("framework.yaml"), FRAMEWORK);
      Files.writeString(home.resolve("units.csv"), "unit,name,region\nwuhan,武汉,c\nbeijing,北京,n\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a command did. */
  record Outcome(int exitCode, String out, String err) {}

  /** Runs a command that must succeed; returns what it printed. */
  String run(String command, String... options) {
    return done(arguments(command, options));
  }

  /** Runs a command that may fail. */
  Outcome attempt(String command, String... options) {
    return outcome(arguments(command, options));
  }

  private String[] arguments(String command, String... options) {
    return Stream.of(
            Stream.of(command, "--framework", home.resolve("framework.yaml").toString()),
            Stream.of("--warehouse", root),
            Stream.of(options))
        .flatMap(part -> part)
        .toArray(String[]::new);
  }

  /** Runs a query. */
  String sql(String query) {
    return done("sql", "--warehouse", root, "--format", "csv", query);
  }

  /** Runs a command and gives its exit code; others may run at the same time. */
  int ingest(String input) {
    return TidemarkCommand.run(
        "ingest",
        "--framework",
        home.resolve("framework.yaml").toString(),
        "--warehouse",
        root,
        "--input",
        input);
  }

  /** All rows of a table but what names the run that wrote them, sorted. */
  List<String> rows(String table) {
    var rows = SharedSpark.session().read().format("delta").load(root + "/" + table);
    return rows.drop("load_id", "loaded_at").collectAsList().stream()
        .map(Warehouse::text)
        .sorted()
        .toList();
  }

  private static String done(String... arguments) {
    var outcome = outcome(arguments);
    assertThat(outcome.exitCode()).as(outcome::err).isZero();
    return outcome.out();
  }

  private static Outcome outcome(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var realOut = System.out;
    var realErr = System.err;
    try {
      System.setOut(new PrintStream(out, true, UTF_8));
      System.setErr(new PrintStream(err, true, UTF_8));
      int exitCode = TidemarkCommand.run(arguments);
      return new Outcome(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }

  private static String text(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.schema().apply(i).name() + "=" + row.get(i))
        .toList()
        .toString();
  }
}
