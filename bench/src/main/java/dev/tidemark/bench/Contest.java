package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * A command of Tidemark and DuckDB doing the same at several sizes, each run in a process of its
 * own.
 *
 * @param command of Tidemark
 * @param input writes what both read; its arguments are a folder, the number of rows, and the
 *     variant
 * @param delivered the table it writes
 * @param outputs tables of the command
 * @param duckDb does the same; its arguments are the folder, and another to write to
 * @param agreement fails unless both wrote the same; its arguments are the warehouse and DuckDB's
 *     folder
 */
record Contest(
    String command,
    Class<?> input,
    String delivered,
    List<String> outputs,
    Class<?> duckDb,
    Class<?> agreement) {

  /**
   * Prints a Markdown table, and on stderr what a million rows more cost.
   *
   * @param args numbers of rows, in millions and increasing. Java options of Tidemark's process
   *     begin with {@code -X}, {@code --work=DIR} is where the data go, {@code --keep} leaves them
   *     there, and {@code --only=VARIANT} leaves the others out
   * @param sizes where none are given
   */
  void run(String[] args, List<String> variants, List<Double> sizes)
      throws IOException, InterruptedException {
    var given = Given.of(args);
    var work = given.work(command);
    var only = given.option("only");
    var options = given.java();
    var wanted = given.amounts().stream().map(Double::valueOf).toList();
    System.out.println(
        "| million rows | order | Tidemark CPU s | wall s | peak MB | DuckDB CPU s | wall s | peak MB | CPU ratio |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (var variant : variants) {
      if (only.isEmpty() || only.get().equals(variant)) {
        run(
            variant,
            wanted.isEmpty() ? sizes : wanted,
            new Program(work),
            work,
            options,
            given.isKept());
      }
    }
  }

  private void run(
      String variant,
      List<Double> sizes,
      Program program,
      Path work,
      List<String> options,
      boolean keep)
      throws IOException, InterruptedException {
    var runs = new ArrayList<Usage>();
    var duckDbRuns = new ArrayList<Usage>();
    for (double size : sizes) {
      var folder = work.resolve(variant + "-" + size);
      var duck = folder.resolve("duckdb");
      if (!Files.exists(folder.resolve("warehouse").resolve(delivered).resolve("_delta_log"))) {
        program.run(
            options, input, folder.toString(), String.valueOf(Math.round(size * 1e6)), variant);
      }
      FileUtils.deleteDirectory(duck.toFile());
      for (var table : outputs) {
        FileUtils.deleteDirectory(folder.resolve("warehouse").resolve(table).toFile());
      }
      Files.createDirectories(duck);
      var tidemark = program.tidemark(options, folder, command);
      var duckDbs = program.run(List.of(), duckDb, folder.toString(), duck.toString());
      if (size == sizes.get(0)) {
        program.run(List.of(), agreement, folder.resolve("warehouse").toString(), duck.toString());
        System.err.print(program.log());
      }
      System.out.println(row(String.valueOf(size), variant, tidemark, duckDbs));
      runs.add(tidemark);
      duckDbRuns.add(duckDbs);
      if (!keep) {
        FileUtils.deleteDirectory(folder.toFile());
      }
    }
    System.err.printf("  %s, Tidemark: %s%n", variant, growth(sizes, runs));
    System.err.printf("  %s, DuckDB: %s%n", variant, growth(sizes, duckDbRuns));
  }

  /** What a million rows more cost at each step: where the cost is linear, the same each time. */
  private static String growth(List<Double> sizes, List<Usage> runs) {
    var text =
        new StringBuilder(
            "%.1f CPU s for %s million rows".formatted(runs.get(0).cpu(), sizes.get(0)));
    for (int i = 1; i < runs.size(); i++) {
      double cost = runs.get(i).cpu() - runs.get(i - 1).cpu();
      double rows = sizes.get(i) - sizes.get(i - 1);
      text.append("; to %s million %.2f per million".formatted(sizes.get(i), cost / rows));
    }
    return text.toString();
  }

  private static String row(String size, String variant, Usage tidemark, Usage duckDb) {
    return "| %s | %s | %.1f | %.1f | %d | %.1f | %.1f | %d | %.2f |"
        .formatted(
            size,
            variant,
            tidemark.cpu(),
            tidemark.wall(),
            tidemark.memory(),
            duckDb.cpu(),
            duckDb.wall(),
            duckDb.memory(),
            tidemark.cpu() / duckDb.cpu());
  }
}
