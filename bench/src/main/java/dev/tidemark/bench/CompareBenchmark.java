package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;

/** Times the kernels of {@code compare} against DuckDB, and the command on a large assessment. */
final class CompareBenchmark {
  private static final String FEW_DRAWS = "ranks: {draws: 100}";

  private CompareBenchmark() {}

  /**
   * Prints Markdown tables.
   *
   * @param args {@code kernels} or {@code large} for one of the two; default both
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    var wanted = args.length == 0 ? List.of("kernels", "large") : List.of(args);
    if (wanted.contains("kernels")) {
      new KernelBenchmark().print();
    }
    if (wanted.contains("large")) {
      large(Path.of("bench/target/compare"));
    }
  }

  /** Settings that leave out one part of the work each, so that differences say what it costs. */
  private static void large(Path folder) throws IOException, InterruptedException {
    var program = new Program(folder);
    if (!Files.exists(folder.resolve("warehouse/index_scores/_delta_log"))) {
      program.run(Program.sparkOptions(), LargeComparison.class, folder.toString());
      command(program, folder, "index");
    }
    var settings = new LinkedHashMap<String, String>();
    settings.put("100 resamples, 100 draws", "compare: {resamples: 100, " + FEW_DRAWS + "}\n");
    settings.put("10,000 resamples, 100 draws", "compare: {" + FEW_DRAWS + "}\n");
    settings.put("100 resamples, 1,000 draws", "compare: {resamples: 100, ranks: {draws: 1000}}\n");
    System.out.println("| 3,000 units × 300 nodes | CPU s | wall s | peak MB |");
    System.out.println("| --- | --- | --- | --- |");
    for (var setting : settings.entrySet()) {
      Files.writeString(
          folder.resolve("framework.yaml"), LargeComparison.framework(setting.getValue()));
      var usage = command(program, folder, "compare");
      System.out.printf(
          "| %s | %.0f | %.0f | %d |%n",
          setting.getKey(), usage.cpu(), usage.wall(), usage.memory());
    }
  }

  private static Usage command(Program program, Path folder, String name)
      throws IOException, InterruptedException {
    return program.tidemark(Program.sparkOptions(), folder, name);
  }
}
