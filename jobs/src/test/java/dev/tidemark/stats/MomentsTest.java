package dev.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void aSmallSpreadAroundALargeMeanIsNotLost() {
    var moments = Moments.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);

    assertThat(moments.mean()).isEqualTo(1e9 + 10);
    assertThat(moments.variance()).isEqualTo(30);
  }

  @Test
  void oneObservationHasAMeanAndNoVariance() {
    var moments = Moments.of(3);

    assertThat(moments.mean()).isEqualTo(3);
    assertThatThrownBy(moments::variance)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("one observation has no variance");
  }

  @Test
  void noObservationIsRefused() {
    assertThatThrownBy(Moments::of)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the number of values must be at least 1, is 0");
  }
}
