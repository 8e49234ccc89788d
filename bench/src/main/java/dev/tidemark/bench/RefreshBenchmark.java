package dev.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** What {@code refresh} costs when one period joins those that are there, and when nothing does. */
final class RefreshBenchmark {
  private static final List<Integer> SIZES = List.of(2, 10, 50);

  /** As {@code bin/tidemark} starts Java where there is little to read. */
  private static final List<String> SMALL =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC");

  private final Path work;
  private final List<String> options;
  private final int times;

  private RefreshBenchmark(Path work, List<String> options, int times) {
    this.work = work;
    this.options = options;
    this.times = times;
  }

  /** What one more period, and then nothing, cost on top of so many. */
  private record Cost(int periods, Usage joined, long commits, Usage idle, long idleCommits) {}

  /**
   * Prints a Markdown table, and what the largest size costs of the smallest.
   *
   * @param args numbers of periods. Java options of Tidemark's process begin with {@code -X} or
   *     {@code -D}, {@code --work=DIR} is where the data go, {@code --keep} leaves them there, and
   *     {@code --times=N} runs each so often
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var given = Given.of(args);
    var work = given.work("refresh");
    int times = Integer.parseInt(given.option("times").orElse("3"));
    var wanted = given.amounts().stream().map(Integer::valueOf).toList();
    var options = new ArrayList<>(SMALL);
    options.addAll(given.javaForLittle());
    var benchmark = new RefreshBenchmark(work, options, times);
    System.out.println(
        "| periods before | one more: CPU s | wall s | commits | nothing new: CPU s | wall s |"
            + " commits |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    var costs = new ArrayList<Cost>();
    for (int periods : wanted.isEmpty() ? SIZES : wanted) {
      var cost = benchmark.cost(periods);
      costs.add(cost);
      System.out.println(row(cost));
    }
    var first = costs.get(0);
    var last = costs.get(costs.size() - 1);
    System.out.printf(
        "%nOne more on top of %d costs %.2f times the CPU seconds of one more on top of %d.%n",
        last.periods(), last.joined().cpu() / first.joined().cpu(), first.periods());
    if (!given.isKept()) {
      FileUtils.deleteDirectory(work.toFile());
    }
  }

  /** The median, each from the same warehouse. */
  private Cost cost(int periods) throws IOException, InterruptedException {
    var assessment = new GrowingAssessment(work.resolve("periods-" + periods));
    var before = work.resolve("before-" + periods);
    if (!Files.exists(before)) {
      FileUtils.deleteDirectory(assessment.warehouse().toFile());
      assessment.grow(periods);
      refresh(assessment);
      FileUtils.copyDirectory(assessment.warehouse().toFile(), before.toFile());
    }
    assessment.grow(periods + 1);
    var costs = new ArrayList<Cost>();
    for (int time = 0; time < times; time++) {
      FileUtils.deleteDirectory(assessment.warehouse().toFile());
      FileUtils.copyDirectory(before.toFile(), assessment.warehouse().toFile());
      long start = commits(assessment);
      var joined = refresh(assessment);
      long then = commits(assessment);
      var idle = refresh(assessment);
      costs.add(new Cost(periods, joined, then - start, idle, commits(assessment) - then));
    }
    costs.sort(Comparator.comparingDouble(cost -> cost.joined().cpu()));
    return costs.get(times / 2);
  }

  private Usage refresh(GrowingAssessment assessment) throws IOException, InterruptedException {
    var program = new Program(work);
    var usage =
        program.run(
            options,
            dev.tidemark.Main.class,
            "refresh",
            "--framework",
            assessment.framework().toString(),
            "--input",
            assessment.input().toString(),
            "--warehouse",
            assessment.warehouse().toString(),
            "--conf",
            "spark.master=local[2]",
            "--conf",
            "spark.ui.enabled=false");
    System.err.println(program.log());
    return usage;
  }

  private static long commits(GrowingAssessment assessment) throws IOException {
    try (var files = Files.walk(assessment.warehouse())) {
      return files.filter(file -> file.toString().matches(".*_delta_log.\\d+\\.json")).count();
    }
  }

  private static String row(Cost cost) {
    return "| %d | %.1f | %.1f | %d | %.1f | %.1f | %d |"
        .formatted(
            cost.periods(),
            cost.joined().cpu(),
            cost.joined().wall(),
            cost.commits(),
            cost.idle().cpu(),
            cost.idle().wall(),
            cost.idleCommits());
  }
}
