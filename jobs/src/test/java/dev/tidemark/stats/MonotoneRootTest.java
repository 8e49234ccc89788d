package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonotoneRootTest {
  @ParameterizedTest
  @ValueSource(doubles = {-1000, 0, 2, 3, 1000})
  void theRootIsFoundFromAnywhere(double start) {
    assertThat(MonotoneRoot.near(start, 1, x -> x * x * x - 8)).isCloseTo(2, within(1e-14));
  }
}
