package dev.tidemark.text.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistillationTest {
  private static final WordPieces PIECES =
      new WordPieces(
          new Vocabulary(Map.of("[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "甲", 3, "乙", 4, "丙", 5)));
  private static final TextFeatures FEATURES = new TextFeatures(PIECES);

  /** 甲 and 乙 are pieces 3 and 4; their pair is 3 · 2^20 + 4. */
  @Test
  void aTextIsItsPiecesAndTheirPairs() {
    assertThat(FEATURES.of("甲乙甲", 9)).containsExactly(3, 4, 3, 3_145_732, 4_194_307);
    assertThat(FEATURES.of("甲", 9)).containsExactly(3);
    assertThat(FEATURES.of("", 9)).isEmpty();
  }

  @Test
  void aTextsVectorIsTheSumOfItsTokensOfLengthOne() {
    var tokens = TokenVectors.of(Map.of(3L, new float[] {1, 0}, 4L, new float[] {0, 4}));

    assertThat(tokens.vector("甲甲甲乙", FEATURES)).containsExactly(0.6f, 0.8f);
    assertThat(tokens.vector("丙", FEATURES)).containsExactly(0, 0);
  }

  /**
   * The deviations from the mean are (0.5, -0.5) and its opposite, 0.7071 along the first axis. The
   * texts share nothing, so each dual weight is that over 1 + 0.3; a token's vector is it times
   * ln(3 / 2) + 1, its inverse frequency: 0.7071 / 1.3 · 1.4055.
   */
  @Test
  void learnsTheRidgeSolution() {
    var vectors = List.of(new float[] {1, 0}, new float[] {0, 1});

    var tokens = Distillation.of(List.of("甲", "乙"), vectors, 1, FEATURES);

    assertThat(tokens.vectors()).containsOnlyKeys(3L, 4L);
    float one = tokens.vectors().get(3L)[0];
    float other = tokens.vectors().get(4L)[0];
    assertThat(Math.abs(one)).isCloseTo(0.764472f, offset(1e-5f));
    assertThat(other).isCloseTo(-one, offset(1e-6f));
  }

  /**
   * Three texts of one piece each: the squares of the counts are 2 and 1, so the axes are the
   * pieces themselves, 甲 first; and each is its inverse frequency long, ln(4 / 3) + 1 and ln(4 / 2)
   * + 1.
   */
  @Test
  void wordsUsedTogetherShareAnAxis() {
    var tokens = LatentAxes.of(List.of("甲", "甲", "乙"), 2, FEATURES);

    var one = tokens.vectors().get(3L);
    var other = tokens.vectors().get(4L);
    assertThat(Math.abs(one[0])).isCloseTo(1.287682f, offset(1e-5f));
    assertThat(one[1]).isCloseTo(0f, offset(1e-5f));
    assertThat(other[0]).isCloseTo(0f, offset(1e-5f));
    assertThat(Math.abs(other[1])).isCloseTo(1.693147f, offset(1e-5f));
  }

  /** Two texts have two axes, not a hundred; none have none. */
  @Test
  void thereAreNoMoreAxesThanTexts() {
    assertThat(LatentAxes.of(List.of("甲乙", "丙"), 100, FEATURES).dimensions()).isEqualTo(2);
    assertThat(LatentAxes.of(List.of(), 100, FEATURES).vectors()).isEmpty();
  }

  /** The points lie on y = 2x: 1, 0 and -1 times (1, 2), of length √5, along the first axis. */
  @Test
  void theFirstAxisIsThatOfTheLargestDifference() {
    var points = List.of(new float[] {4, 9}, new float[] {3, 7}, new float[] {2, 5});

    var turned = PrincipalAxes.of(points, 2);

    assertThat(Math.abs(turned.getEntry(0, 0))).isCloseTo(2.236068, offset(1e-6));
    assertThat(turned.getEntry(1, 0)).isCloseTo(0, offset(1e-9));
    assertThat(turned.getEntry(2, 0)).isCloseTo(-turned.getEntry(0, 0), offset(1e-9));
    assertThat(turned.getEntry(0, 1)).isCloseTo(0, offset(1e-9));
  }

  @Test
  void whatMaskingLeftIsNotEmbedded() {
    assertThat(VectorRows.withoutTokens("找[NAME]，[PHONE]，[其他]")).isEqualTo("找 ， ，[其他]");
  }
}
