package dev.tidemark.compare;

import static dev.tidemark.compare.Trees.leaf;
import static dev.tidemark.compare.Trees.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Aggregate;
import dev.tidemark.framework.Comparison;
import dev.tidemark.support.SharedSpark;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 40 units in two groups, more than are flipped exactly, on 39 nodes, more than one task takes. */
class ScoreChangesTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final int LEAVES = 38;
  private static final int UNITS = 40;

  private final NodeTree tree =
      new NodeTree(
          Stream.concat(
                  Stream.of(root("index", Aggregate.ARITHMETIC)),
                  IntStream.range(0, LEAVES).mapToObj(i -> leaf("L" + i, "index", 1.0 / LEAVES)))
              .toList());
  private final ScoreChanges changes =
      new ScoreChanges(
          "test",
          List.of(PairedScores.of(period("P1", 0), period("P2", 1))),
          Comparison.DEFAULT,
          7);

  @AfterEach
  void restore() {
    SharedSpark.session().conf().set(PARTITIONS, "2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 200})
  void executorsFindWhatTheDriverFindsOnAnyNumberOfPartitions(int partitions) {
    SharedSpark.session().conf().set(PARTITIONS, partitions);

    var rows = changes.onExecutors(SharedSpark.session()).collectAsList();

    assertThat(printed(rows)).hasSize((1 + 2 + UNITS) * (1 + LEAVES)).isEqualTo(printed());
  }

  @Test
  void oneThreadFindsWhatManyFind() throws ExecutionException, InterruptedException {
    var alone = new ForkJoinPool(1).submit(changes::onDriver).get();

    assertThat(alone).isEqualTo(changes.onDriver());
  }

  private List<String> printed() {
    return printed(changes.onDriver());
  }

  private static List<String> printed(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }

  private PeriodScores period(String id, int shift) {
    var scores = new double[UNITS][];
    for (int unit = 0; unit < UNITS; unit++) {
      var leaves = new double[1 + LEAVES];
      for (int leaf = 1; leaf <= LEAVES; leaf++) {
        leaves[leaf] = 50 + 10 * Math.sin(unit + leaf) + shift * 3 * Math.cos(7.0 * unit + leaf);
      }
      scores[unit] = tree.scores(leaves);
    }
    return Trees.period(
        id,
        "1",
        tree,
        IntStream.range(0, UNITS).mapToObj(i -> "U" + i).toList(),
        IntStream.range(0, UNITS)
            .mapToObj(i -> Map.of("half", i % 2 == 0 ? "even" : "odd"))
            .toList(),
        scores);
  }
}
