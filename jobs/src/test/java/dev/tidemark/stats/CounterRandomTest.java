package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
  /** The JDK's {@link SplittableRandom} is SplitMix64 until it is split. */
  @Test
  void aStreamByPositionIsThatOfSplitMix64() {
    var sequence = new SplittableRandom(20_240_630);
    var expected = new long[] {sequence.nextLong(), sequence.nextLong(), sequence.nextLong()};

    var random = CounterRandom.seeded(20_240_630);

    assertThat(new long[] {random.bits(0), random.bits(1), random.bits(2)}).isEqualTo(expected);
  }

  @Test
  void streamsOfOneSeedDiffer() {
    assertThat(CounterRandom.stream(1, 36).bits(0))
        .isNotEqualTo(CounterRandom.stream(1, 35).bits(0))
        .isNotEqualTo(CounterRandom.stream(2, 36).bits(0));
  }
}
