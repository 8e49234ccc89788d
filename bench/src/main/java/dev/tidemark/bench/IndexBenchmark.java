package dev.tidemark.bench;

import java.io.IOException;
import java.util.List;

/** Times {@code index} and DuckDB at several sizes. */
final class IndexBenchmark {
  private static final Contest CONTEST =
      new Contest(
          "index",
          Assessment.class,
          "observations",
          List.of("index_scores", "group_scores"),
          DuckDbIndex.class,
          Agreement.class);

  private IndexBenchmark() {}

  /** Takes the arguments of {@link Contest#run}; the variants are orders of the rows. */
  public static void main(String[] args) throws IOException, InterruptedException {
    CONTEST.run(args, List.of("unit-order", "shuffled"), List.of(0.01, 1.0, 10.0, 50.0));
  }
}
