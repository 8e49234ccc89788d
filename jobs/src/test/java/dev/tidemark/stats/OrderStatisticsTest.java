package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatisticsTest {
  /** By hand: of 7 numbers, position 8 · share. */
  @ParameterizedTest
  @CsvSource({"0, 1", "0.125, 1", "0.25, 2", "0.5, 5", "0.53125, 5.75", "0.8125, 8.5", "1, 9"})
  void aQuantileLiesBetweenTheNumbersAroundItsPosition(double share, double quantile) {
    var statistics = new OrderStatistics(new double[] {9, 5, 1, 8, 2, 8, 5});

    assertThat(statistics.quantile(share)).isEqualTo(quantile);
  }

  @Test
  void quantilesMayBeAskedForInAnyOrder() {
    var shuffled = IntStream.range(0, 999).mapToDouble(i -> i * 500 % 999 + 1).toArray();
    var statistics = new OrderStatistics(shuffled);

    assertThat(new double[] {statistics.quantile(0.975), statistics.quantile(0.025)})
        .containsExactly(975, 25);
    assertThat(new double[] {statistics.quantile(0.97), statistics.quantile(0.5)})
        .containsExactly(970, 500);
  }
}
