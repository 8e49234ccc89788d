package dev.tidemark.text.near;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Vectors in lists, each around a centre, so that only a few lists need be searched (Jégou, Douze
 * and Schmid 2011, section IV). Centres come from a few rounds of spherical k-means on a sample,
 * begun and sampled at even steps, so that nothing is drawn.
 */
final class InvertedFile {
  /** Vectors in a list, on average: searching costs the same whatever their number. */
  private static final int LENGTH = 160;

  private static final int PROBED = 32;
  private static final int SAMPLED_OF_A_LIST = 32;
  private static final int ROUNDS = 4;

  private final Panels centres;
  private final Panels[] lists;

  private InvertedFile(Panels centres, Panels[] lists) {
    this.centres = centres;
    this.lists = lists;
  }

  /**
   * Files some of the vectors.
   *
   * @param numbers which; none of them all 0
   */
  static InvertedFile of(float[][] vectors, int[] numbers) {
    int lists = Math.max(1, (numbers.length + LENGTH - 1) / LENGTH);
    var sample = evenly(numbers, Math.min(numbers.length, lists * SAMPLED_OF_A_LIST));
    var centres = new float[lists][];
    var first = evenly(sample, Math.min(sample.length, lists));
    for (int i = 0; i < lists; i++) {
      centres[i] = first.length == 0 ? new float[0] : vectors[first[i]].clone();
    }
    for (int round = 0; round < ROUNDS; round++) {
      move(centres, vectors, sample, nearest(centres, vectors, sample));
    }
    return of(centres, vectors, numbers);
  }

  private static InvertedFile of(float[][] centres, float[][] vectors, int[] numbers) {
    var listOf = nearest(centres, vectors, numbers);
    var sizes = new int[centres.length];
    for (int list : listOf) {
      sizes[list]++;
    }
    var members = new int[centres.length][];
    Arrays.setAll(members, list -> new int[sizes[list]]);
    for (int i = numbers.length - 1; i >= 0; i--) {
      members[listOf[i]][--sizes[listOf[i]]] = numbers[i];
    }
    var panels = new Panels[centres.length];
    Arrays.setAll(panels, list -> new Panels(vectors, members[list]));
    return new InvertedFile(panelsOf(centres), panels);
  }

  /** The lists whose centres are nearest to a vector. */
  int[] nearTo(float[] vector) {
    return nearest(centres, vector, PROBED);
  }

  /** The vectors of a list. */
  Panels list(int list) {
    return lists[list];
  }

  private static int[] nearest(Panels centres, float[] vector, int most) {
    var nearest = new Nearest(most);
    var products = new float[Panels.WIDTH];
    for (int panel = 0; panel < centres.count(); panel++) {
      centres.multiply(vector, panel, products);
      for (int place = 0; place < centres.width(panel); place++) {
        nearest.offer(centres.number(panel, place), products[place]);
      }
    }
    return nearest.numbers();
  }

  /** The nearest centre of each vector. */
  private static int[] nearest(float[][] centres, float[][] vectors, int[] numbers) {
    var panels = panelsOf(centres);
    return Arrays.stream(numbers)
        .parallel()
        .map(number -> nearest(panels, vectors[number], 1)[0])
        .toArray();
  }

  /** Each centre to the mean of its vectors; one without any stays. */
  private static void move(float[][] centres, float[][] vectors, int[] sample, int[] listOf) {
    var sums = new double[centres.length][];
    for (int i = 0; i < sample.length; i++) {
      var vector = vectors[sample[i]];
      if (sums[listOf[i]] == null) {
        sums[listOf[i]] = new double[vector.length];
      }
      for (int d = 0; d < vector.length; d++) {
        sums[listOf[i]][d] += vector[d];
      }
    }
    for (int list = 0; list < centres.length; list++) {
      if (sums[list] != null) {
        var sum = sums[list];
        double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
        for (int d = 0; d < sum.length && length > 0; d++) {
          centres[list][d] = (float) (sum[d] / length);
        }
      }
    }
  }

  private static Panels panelsOf(float[][] centres) {
    return new Panels(centres, IntStream.range(0, centres.length).toArray());
  }

  private static int[] evenly(int[] numbers, int wanted) {
    return IntStream.range(0, wanted)
        .map(i -> numbers[(int) ((long) i * numbers.length / wanted)])
        .toArray();
  }
}
