package dev.tidemark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Times {@code index} and DuckDB at several sizes, each run in a process of its own. */
final class IndexBenchmark {
  private final Path work;
  private final Program program;
  private final List<String> sparkOptions;

  private IndexBenchmark(Path work, List<String> sparkOptions) {
    this.work = work;
    this.program = new Program(work);
    this.sparkOptions = sparkOptions;
  }

  /**
   * Prints a Markdown table.
   *
   * @param args numbers of observations, in millions and increasing; default 0.01 1 10 50. Java
   *     options of Tidemark's process begin with {@code -X}, {@code --work=DIR} is where the data
   *     go, {@code --keep} leaves them there, and {@code --only=unit-order} or {@code
   *     --only=shuffled} leaves the other order out
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var given = List.of(args);
    var work =
        given.stream()
            .filter(arg -> arg.startsWith("--work="))
            .map(arg -> Path.of(arg.substring("--work=".length())))
            .findFirst()
            .orElse(Path.of("bench/target/index"));
    var options = new ArrayList<>(Program.sparkOptions());
    given.stream().filter(arg -> arg.startsWith("-X")).forEach(options::add);
    var sizes = given.stream().filter(arg -> !arg.startsWith("-")).map(Double::valueOf).toList();
    var benchmark = new IndexBenchmark(work, options);
    System.out.println(
        "| million rows | order | Tidemark CPU s | wall s | peak MB | DuckDB CPU s | wall s | peak MB | CPU ratio |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (var order : List.of("unit-order", "shuffled")) {
      if (given.contains("--only=" + (order.equals("shuffled") ? "unit-order" : "shuffled"))) {
        continue;
      }
      benchmark.run(
          order,
          sizes.isEmpty() ? List.of(0.01, 1.0, 10.0, 50.0) : sizes,
          given.contains("--keep"));
    }
  }

  private void run(String order, List<Double> sizes, boolean keep)
      throws IOException, InterruptedException {
    var before = new Usage(0, 0, 0);
    var beforeDuck = new Usage(0, 0, 0);
    double beforeSize = 0;
    for (double size : sizes) {
      var folder = work.resolve(order + "-" + size);
      var duck = folder.resolve("duckdb");
      if (!Files.exists(folder.resolve("warehouse/observations/_delta_log"))) {
        program.run(
            sparkOptions,
            Assessment.class,
            folder.toString(),
            String.valueOf(Math.round(size * 1e6)),
            order);
      }
      delete(duck);
      delete(folder.resolve("warehouse/index_scores"));
      delete(folder.resolve("warehouse/group_scores"));
      Files.createDirectories(duck);
      var tidemark =
          program.run(
              sparkOptions,
              dev.tidemark.Main.class,
              "index",
              "--framework",
              folder.resolve("framework.yaml").toString(),
              "--warehouse",
              folder.resolve("warehouse").toString(),
              "--conf",
              "spark.master=local[2]",
              "--conf",
              "spark.ui.enabled=false");
      var duckDb = program.run(List.of(), DuckDbIndex.class, folder.toString(), duck.toString());
      if (size == sizes.get(0)) {
        program.run(
            List.of(), Agreement.class, folder.resolve("warehouse").toString(), duck.toString());
        System.err.print(program.log());
      }
      System.out.println(row(String.valueOf(size), order, tidemark, duckDb));
      if (beforeSize > 0) {
        double rows = size - beforeSize;
        System.err.printf(
            "  %s, %s to %s million: %.2f CPU s per million rows, DuckDB %.2f, ratio %.2f%n",
            order,
            beforeSize,
            size,
            (tidemark.cpu() - before.cpu()) / rows,
            (duckDb.cpu() - beforeDuck.cpu()) / rows,
            (tidemark.cpu() - before.cpu()) / (duckDb.cpu() - beforeDuck.cpu()));
      }
      before = tidemark;
      beforeDuck = duckDb;
      beforeSize = size;
      if (!keep) {
        delete(folder);
      }
    }
  }

  private static String row(String size, String order, Usage tidemark, Usage duckDb) {
    return "| %s | %s | %.1f | %.1f | %d | %.1f | %.1f | %d | %.2f |"
        .formatted(
            size,
            order,
            tidemark.cpu(),
            tidemark.wall(),
            tidemark.memory(),
            duckDb.cpu(),
            duckDb.wall(),
            duckDb.memory(),
            tidemark.cpu() / duckDb.cpu());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
