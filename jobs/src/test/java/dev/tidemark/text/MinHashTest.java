package dev.tidemark.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {
  /** SplittableRandom's own sequence from seed 0: Java's implementation of the same finaliser. */
  @Test
  void mixesAsSplitMix64Does() {
    assertThat(MinHash.mixed(0)).isEqualTo(new java.util.SplittableRandom(0).nextLong());
  }

  @Test
  void thePlaceInTheSetDoesNotMatter() {
    assertThat(MinHash.buckets(new long[] {3, 1, 2}))
        .isEqualTo(MinHash.buckets(new long[] {1, 2, 3}));
  }

  @Test
  void anEmptySetIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MinHash.buckets(new long[0]));
  }

  /**
   * Of 500 pairs of sets of 100 with a Jaccard similarity of {@code common / (200 - common)} how
   * many meet: 1 - (1 - s^5)^16 of them, within four standard errors.
   */
  @ParameterizedTest
  @CsvSource({
    "88, 0.7857, 0.9966",
    "67, 0.5038, 0.4100",
    "46, 0.2987, 0.0374",
    "10, 0.0526, 0.0000065"
  })
  void setsMeetAsOftenAsTheFormulaSays(int common, double similarity, double probability) {
    double met = IntStream.range(0, 500).filter(pair -> meet(pair, common)).count() / 500.0;

    assertThat(common / (200.0 - common))
        .isCloseTo(similarity, org.assertj.core.data.Offset.offset(1e-4));
    assertThat(met)
        .isCloseTo(
            probability,
            org.assertj.core.data.Offset.offset(
                4 * Math.sqrt(probability * (1 - probability) / 500) + 1e-3));
  }

  private static boolean meet(int pair, int common) {
    long base = 1_000L * pair;
    var one = LongStream.range(base, base + 100).toArray();
    var other = LongStream.range(base + 100 - common, base + 200 - common).toArray();
    var buckets = MinHash.buckets(one);
    var others = MinHash.buckets(other);
    return IntStream.range(0, MinHash.BANDS).anyMatch(band -> buckets[band] == others[band]);
  }
}
