package dev.tidemark.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosenessTest {
  /** Each of these has a cosine of 0.76 with the mean, and 1 or 0.16 with each other. */
  @Test
  void vectorsThatHaveEquallyMuchInCommonWithAllAreAsNearAsTheirCosineSays() {
    float rest = (float) Math.sqrt(0.84);
    var vectors = new ArrayList<>(Collections.nCopies(500, new float[] {0.4f, rest, 0}));
    vectors.addAll(Collections.nCopies(500, new float[] {0.4f, 0, rest}));

    var closeness = Closeness.of(vectors);

    assertThat(closeness.of(0, 1)).isCloseTo(1, within(1e-6));
    assertThat(closeness.of(0, 999)).isCloseTo(0.16, within(1e-6));
  }

  /** The cosine is 0.6 in both pairs. */
  @Test
  void twoThatAreLikeAllOthersAreLessNearThanTwoThatAreNot() {
    var vectors = new ArrayList<>(Collections.nCopies(1_000, new float[] {1, 0, 0, 0}));
    float high = (float) Math.sqrt(0.8);
    float low = (float) Math.sqrt(0.2);
    vectors.add(new float[] {high, low, 0, 0});
    vectors.add(new float[] {high, -low, 0, 0});
    vectors.add(new float[] {0, 0, 1, 0});
    vectors.add(new float[] {0, 0, 0.6f, 0.8f});

    var closeness = Closeness.of(vectors);

    assertThat(closeness.of(1_000, 1_001)).isLessThan(0.6);
    assertThat(closeness.of(1_002, 1_003)).isGreaterThan(0.6);
  }

  @Test
  void aFewVectorsTellLittleOfWhatIsCommon() {
    var closeness = Closeness.of(List.of(new float[] {1, 0}, new float[] {0.6f, 0.8f}));

    assertThat(closeness.of(0, 1)).isCloseTo(0.6, within(0.02));
  }

  @Test
  void vectorsThatSayNothingAreNearToNothing() {
    var closeness = Closeness.of(List.of(new float[2], new float[2]));

    assertThat(closeness.of(0, 1)).isZero();
  }
}
