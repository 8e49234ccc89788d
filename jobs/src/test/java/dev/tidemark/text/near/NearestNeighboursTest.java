package dev.tidemark.text.near;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {
  /** Angles 0, 10, 30, 60 and 180 degrees: cosines of the differences, from a table. */
  private static final float[][] ON_A_CIRCLE = {at(0), at(10), at(30), at(60), at(180)};

  @Test
  void neighboursAreThoseOfTheLargestCosines() {
    var found = NearestNeighbours.of(ON_A_CIRCLE, 2);

    assertThat(found.of(0)).containsExactly(1, 2);
    assertThat(found.of(4)).containsExactly(3, 2);
    assertThat(found.cosines(0)).containsExactly(new float[] {0.98481f, 0.86603f}, within(1e-5f));
  }

  @Test
  void noVectorIsItsOwnNeighbourAndFewHaveFew() {
    var found = NearestNeighbours.of(ON_A_CIRCLE, 9);

    assertThat(found.of(2)).containsExactly(1, 0, 3, 4);
    assertThat(NearestNeighbours.of(new float[][] {at(0)}, 3).of(0)).isEmpty();
    assertThat(NearestNeighbours.of(new float[0][], 3).size()).isZero();
  }

  @Test
  void ofEqualCosinesTheSmallerNumberComesFirst() {
    var found = NearestNeighbours.of(new float[][] {at(5), at(5), at(5), at(5)}, 2);

    assertThat(found.of(0)).containsExactly(1, 2);
    assertThat(found.of(3)).containsExactly(0, 1);
  }

  @Test
  void aVectorOfZerosIsNobodysNeighbour() {
    var found = NearestNeighbours.of(new float[][] {at(0), {0, 0}, at(90)}, 2);

    assertThat(found.of(0)).containsExactly(2);
    assertThat(found.of(1)).isEmpty();
  }

  @Test
  void moreThanAPanelOfVectorsIsSearchedWhole() {
    var vectors = clustered(200, 7);
    var found = NearestNeighbours.of(vectors, 5);

    assertThat(found.of(150)).containsExactly(byHand(vectors, 150, 5));
    assertThat(found.of(3)).containsExactly(byHand(vectors, 3, 5));
  }

  @Test
  void listsFindNineOfTenNeighboursAndTheSameEveryTime() {
    var vectors = clustered(12_000, 16);

    var exact = NearestNeighbours.exact(vectors, 10);
    var found = NearestNeighbours.inverted(vectors, 10);
    var again = NearestNeighbours.inverted(vectors, 10);

    long common =
        IntStream.range(0, vectors.length).mapToLong(i -> common(exact.of(i), found.of(i))).sum();
    assertThat(common / (10.0 * vectors.length)).isGreaterThan(0.9);
    assertThat(IntStream.range(0, vectors.length).mapToObj(found::of))
        .containsExactlyElementsOf(IntStream.range(0, vectors.length).mapToObj(again::of).toList());
  }

  @Test
  void wrongArgumentsAreTold() {
    assertThatThrownBy(() -> NearestNeighbours.of(ON_A_CIRCLE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("most must be at least 1, is 0");
    assertThatThrownBy(() -> NearestNeighbours.of(new float[][] {{1}, {1, 0}}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vectors must have one dimension");
  }

  private static float[] at(double degrees) {
    double angle = Math.toRadians(degrees);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  /** Twenty around each centre, as messages about one matter are; not a multiple of four long. */
  private static float[][] clustered(int n, int dimensions) {
    var random = new SplittableRandom(7);
    var vectors = new float[n][];
    double[] centre = {};
    for (int i = 0; i < n; i++) {
      if (i % 20 == 0) {
        centre = random.doubles(dimensions, -1, 1).toArray();
      }
      var around = centre;
      var vector = new double[dimensions];
      Arrays.setAll(vector, d -> around[d] + random.nextDouble(-0.3, 0.3));
      double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
      vectors[i] = new float[dimensions];
      for (int d = 0; d < dimensions; d++) {
        vectors[i][d] = (float) (vector[d] / length);
      }
    }
    return vectors;
  }

  private static int[] byHand(float[][] vectors, int one, int most) {
    return IntStream.range(0, vectors.length)
        .filter(i -> i != one)
        .boxed()
        .sorted((a, b) -> Double.compare(product(vectors, one, b), product(vectors, one, a)))
        .limit(most)
        .mapToInt(i -> i)
        .toArray();
  }

  private static double product(float[][] vectors, int one, int other) {
    return IntStream.range(0, vectors[one].length)
        .mapToDouble(d -> (double) vectors[one][d] * vectors[other][d])
        .sum();
  }

  private static long common(int[] one, int[] other) {
    Set<Integer> known = new HashSet<>();
    Arrays.stream(one).forEach(known::add);
    return Arrays.stream(other).filter(known::contains).count();
  }
}
