package dev.tidemark.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Comparison;
import dev.tidemark.support.SharedSpark;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreChangesTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private final ScoreChanges changes =
      new ScoreChanges("test", List.of(ManyUnits.pair()), Comparison.DEFAULT, 7);

  @AfterEach
  void restore() {
    SharedSpark.session().conf().set(PARTITIONS, "2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 200})
  void executorsFindWhatTheDriverFindsOnAnyNumberOfPartitions(int partitions) {
    SharedSpark.session().conf().set(PARTITIONS, partitions);

    var rows = changes.onExecutors(SharedSpark.session()).collectAsList();

    assertThat(printed(rows))
        .hasSize((1 + 2 + ManyUnits.UNITS) * (1 + ManyUnits.LEAVES))
        .isEqualTo(printed());
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
}
