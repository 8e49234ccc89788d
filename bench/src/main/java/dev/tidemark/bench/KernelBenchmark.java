package dev.tidemark.bench;

import dev.tidemark.stats.BootstrapMean;
import dev.tidemark.stats.LeafScores;
import dev.tidemark.stats.RankDistribution;
import dev.tidemark.stats.RankDraws;
import dev.tidemark.stats.Resampling;
import dev.tidemark.stats.SignFlipTest;
import dev.tidemark.stats.WeightPerturbation;
import dev.tidemark.stats.WeightTree;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Times the kernels of {@code compare} on one thread of plain Java, warm, and DuckDB doing the same
 * in the same process.
 */
final class KernelBenchmark {
  static final int NODES = 50;
  static final int PAIRS = 36;
  static final int RESAMPLES = 10_000;
  static final int UNITS = 51;
  static final int LEAVES = 49;
  static final int BRANCHES = 7;
  static final double SPREAD = 0.25;
  private static final int TOP = 10;
  private static final int WARM_UP = 40;
  private static final int RUNS = 21;
  private static final int DUCK_WARM_UP = 2;
  private static final int DUCK_RUNS = 5;

  /** How far ends of intervals may lie apart by chance, in standard errors of the mean. */
  private static final double NEAR = 0.25;

  private static final double NEAR_P = 0.04;
  private static final int NEAR_RANK = 2;

  private final double[][] differences = new double[NODES][PAIRS];
  private final double[][] scores = new double[UNITS][LEAVES];

  KernelBenchmark() {
    var random = new Random(1);
    for (int node = 0; node < NODES; node++) {
      double shift = 5 * random.nextDouble() - 1;
      Arrays.setAll(differences[node], pair -> shift + 10 * random.nextGaussian());
    }
    for (double[] unit : scores) {
      double level = 30 + 40 * random.nextDouble();
      Arrays.setAll(unit, leaf -> level + 30 * random.nextDouble());
    }
  }

  /** What is timed. */
  private interface Work {
    void run() throws SQLException;
  }

  /** Prints a Markdown table of CPU milliseconds. */
  void print() throws SQLException {
    System.out.println(
        "| CPU ms | Tidemark | DuckDB, slower form | ratio | DuckDB, faster form | ratio |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    try (var duck = new DuckDbKernels(differences, scores)) {
      double ours = thread(this::test);
      double inRows = process(duck::testInRows);
      checkTests(duck);
      double inArrays = process(duck::testInArrays);
      checkTests(duck);
      System.out.println(row("bootstrap + sign flips, 10,000 × 36 × 50", ours, inRows, inArrays));
      for (int draws : List.of(1_000, 10_000)) {
        ours = thread(() -> rank(draws));
        inRows = process(() -> duck.rankInRows(draws));
        checkRanks(duck, draws);
        inArrays = process(() -> duck.rankInArrays(draws));
        checkRanks(duck, draws);
        System.out.println(
            row(
                "ranks under %,d draws of weights, 51 × 49".formatted(draws),
                ours,
                inRows,
                inArrays));
      }
    }
  }

  private static String row(String work, double ours, double inRows, double inArrays) {
    double slower = Math.max(inRows, inArrays);
    double faster = Math.min(inRows, inArrays);
    return "| %s | %.1f | %.0f | %.0f | %.0f | %.0f |"
        .formatted(work, ours, slower, slower / ours, faster, faster / ours);
  }

  private List<BootstrapMean> bootstraps() {
    return BootstrapMean.ofEach(List.of(differences), new Resampling(RESAMPLES, 1), 0.95).stream()
        .map(outcome -> outcome.result().orElseThrow())
        .toList();
  }

  private List<SignFlipTest> flips() {
    return SignFlipTest.ofEach(List.of(differences), new Resampling(RESAMPLES, 1)).stream()
        .map(outcome -> outcome.result().orElseThrow())
        .toList();
  }

  private void test() {
    if (bootstraps().size() + flips().size() != 2 * NODES) {
      throw new IllegalStateException("a node was not tested");
    }
  }

  private RankDistribution rank(int draws) {
    var parents = new int[1 + BRANCHES + LEAVES];
    Arrays.setAll(
        parents, i -> i == 0 ? -1 : i <= BRANCHES ? 0 : 1 + (i - 1 - BRANCHES) / BRANCHES);
    var weights = new double[parents.length];
    Arrays.setAll(weights, i -> i == 0 ? 1 : 1.0 / BRANCHES);
    return RankDistribution.tally(
        RankDraws.of(
            WeightTree.arithmetic(parents, weights),
            LeafScores.complete(scores),
            new WeightPerturbation.Uniform(SPREAD),
            1),
        0,
        draws);
  }

  private void checkTests(DuckDbKernels duck) throws SQLException {
    var bootstraps = bootstraps();
    var flips = flips();
    var theirs = duck.tests();
    for (int node = 0; node < NODES; node++) {
      var ours = bootstraps.get(node);
      var tests = theirs.get(node);
      check(Math.abs(tests[0] - ours.percentile().low()) < NEAR * ours.standardError());
      check(Math.abs(tests[1] - ours.percentile().high()) < NEAR * ours.standardError());
      check(Math.abs(tests[2] - flips.get(node).p()) < NEAR_P);
    }
  }

  private void checkRanks(DuckDbKernels duck, int draws) throws SQLException {
    var ours = rank(draws);
    var theirs = duck.ranks();
    for (int unit = 0; unit < UNITS; unit++) {
      var ranks = theirs.get(unit);
      check(Math.abs(ranks[0] - ours.percentile(unit, 0.05)) <= NEAR_RANK);
      check(Math.abs(ranks[1] - ours.percentile(unit, 0.95)) <= NEAR_RANK);
      check(Math.abs(ranks[2] - ours.shareInTop(unit, TOP)) <= 2 * NEAR_P);
    }
  }

  private static void check(boolean agrees) {
    if (!agrees) {
      throw new IllegalStateException("the two sides disagree");
    }
  }

  /** Median milliseconds of CPU of this thread. */
  private static double thread(Work work) throws SQLException {
    var clock = ManagementFactory.getThreadMXBean();
    repeat(WARM_UP, work);
    var times = new ArrayList<Double>();
    for (int run = 0; run < RUNS; run++) {
      long before = clock.getCurrentThreadCpuTime();
      work.run();
      times.add((clock.getCurrentThreadCpuTime() - before) / 1e6);
    }
    return median(times);
  }

  /** Median milliseconds of CPU of the process. */
  private static double process(Work work) throws SQLException {
    var clock =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    repeat(DUCK_WARM_UP, work);
    var times = new ArrayList<Double>();
    for (int run = 0; run < DUCK_RUNS; run++) {
      long before = clock.getProcessCpuTime();
      work.run();
      times.add((clock.getProcessCpuTime() - before) / 1e6);
    }
    return median(times);
  }

  private static void repeat(int times, Work work) throws SQLException {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  /** Numbers from 0. */
  static IntStream upTo(int n) {
    return IntStream.range(0, n);
  }
}
