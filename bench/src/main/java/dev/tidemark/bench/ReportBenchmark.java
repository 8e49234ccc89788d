package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Times {@code report} on many units and periods, and says how large its pages are. */
final class ReportBenchmark {
  private static final List<String> BEFORE = List.of("index", "compare", "visits", "findings");

  private ReportBenchmark() {}

  /**
   * Prints Markdown tables.
   *
   * @param args how many units (3,000) and periods (10). Java options of Tidemark's process begin
   *     with {@code -X}, {@code --work=DIR} is where the data go and stay: a warehouse that is
   *     there is used again
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var given = Given.of(args);
    var sizes = given.amounts();
    var units = sizes.isEmpty() ? "3000" : sizes.get(0);
    var periods = sizes.size() < 2 ? "10" : sizes.get(1);
    var folder = given.work("report").resolve(units + "x" + periods);
    var program = new Program(folder);
    var options = given.java();
    System.out.println(
        "| " + units + " units × " + periods + " periods | CPU s | wall s | peak MB |");
    System.out.println("| --- | --- | --- | --- |");
    if (!Files.exists(folder.resolve("warehouse/problems/_delta_log"))) {
      program.run(options, ManyPeriods.class, folder.toString(), units, periods);
      for (var command : BEFORE) {
        print(command, program.tidemark(options, folder, command));
      }
    }
    print(
        "report",
        program.tidemark(options, folder, "report", "--out", folder.resolve("report").toString()));
    sizes(folder.resolve("report"));
  }

  private static void print(String command, Usage usage) {
    System.out.printf(
        "| %s | %.0f | %.0f | %d |%n", command, usage.cpu(), usage.wall(), usage.memory());
  }

  private static void sizes(Path report) throws IOException {
    System.out.printf("%n| files | number | largest kB | all MB |%n| --- | --- | --- | --- |%n");
    for (var part : List.of("index.html", "units", "groups", "data/tables.xlsx", "data")) {
      try (var files = Files.walk(report.resolve(part))) {
        var bytes = sizes(files);
        System.out.printf(
            "| %s | %d | %d | %.1f |%n",
            part,
            bytes.size(),
            bytes.stream().mapToLong(size -> size).max().orElse(0) / 1000,
            bytes.stream().mapToLong(size -> size).sum() / 1e6);
      }
    }
  }

  private static List<Long> sizes(Stream<Path> files) {
    return files.filter(Files::isRegularFile).map(file -> file.toFile().length()).toList();
  }
}
