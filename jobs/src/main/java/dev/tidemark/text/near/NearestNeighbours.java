package dev.tidemark.text.near;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest neighbours of each of many vectors, by cosine.
 *
 * <p>Up to {@link #EXACT} vectors all pairs are compared; above, those in the lists of an inverted
 * file that are nearest to the vector ({@link InvertedFile}), which finds most of them. The result
 * depends on the vectors and their order alone, not on threads.
 */
public final class NearestNeighbours {
  /** Up to here comparing all pairs costs less than lists. */
  public static final int EXACT = 10_000;

  private final int[][] numbers;
  private final float[][] cosines;

  private NearestNeighbours(int size) {
    numbers = new int[size][];
    cosines = new float[size][];
  }

  /**
   * Finds them.
   *
   * @param vectors of one dimension, each of length 1, or all 0: that one is nobody's neighbour
   * @param most neighbours of each, at least 1
   * @throws IllegalArgumentException if {@code most} is below 1 or the dimensions differ
   */
  public static NearestNeighbours of(float[][] vectors, int most) {
    check(vectors, most);
    return vectors.length <= EXACT ? exact(vectors, most) : inverted(vectors, most);
  }

  /** Every pair is compared. */
  static NearestNeighbours exact(float[][] vectors, int most) {
    var found = new NearestNeighbours(vectors.length);
    var all = new Panels(vectors, sayingSomething(vectors));
    IntStream.range(0, vectors.length)
        .parallel()
        .forEach(
            i -> {
              var nearest = new Nearest(most);
              if (isSomething(vectors[i])) {
                offer(vectors[i], i, all, nearest);
              }
              found.put(i, nearest);
            });
    return found;
  }

  /** Only pairs in neighbouring lists are compared. */
  static NearestNeighbours inverted(float[][] vectors, int most) {
    var found = new NearestNeighbours(vectors.length);
    var file = InvertedFile.of(vectors, sayingSomething(vectors));
    IntStream.range(0, vectors.length)
        .parallel()
        .forEach(
            i -> {
              var nearest = new Nearest(most);
              if (isSomething(vectors[i])) {
                for (int list : file.nearTo(vectors[i])) {
                  offer(vectors[i], i, file.list(list), nearest);
                }
              }
              found.put(i, nearest);
            });
    return found;
  }

  /** How many vectors there are. */
  public int size() {
    return numbers.length;
  }

  /** The numbers of a vector's neighbours, the nearest first, of equal ones the smaller first. */
  public int[] of(int vector) {
    return numbers[vector].clone();
  }

  /** Their cosines with it, in the same order. */
  public float[] cosines(int vector) {
    return cosines[vector].clone();
  }

  private void put(int vector, Nearest nearest) {
    numbers[vector] = nearest.numbers();
    cosines[vector] = nearest.cosines();
  }

  private static void offer(float[] vector, int itself, Panels panels, Nearest nearest) {
    var products = new float[Panels.WIDTH];
    for (int panel = 0; panel < panels.count(); panel++) {
      panels.multiply(vector, panel, products);
      for (int place = 0; place < panels.width(panel); place++) {
        int number = panels.number(panel, place);
        if (number != itself) {
          nearest.offer(number, products[place]);
        }
      }
    }
  }

  private static int[] sayingSomething(float[][] vectors) {
    return IntStream.range(0, vectors.length).filter(i -> isSomething(vectors[i])).toArray();
  }

  private static boolean isSomething(float[] vector) {
    for (float part : vector) {
      if (part != 0) {
        return true;
      }
    }
    return false;
  }

  private static void check(float[][] vectors, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, is " + most);
    }
    if (Arrays.stream(vectors).mapToInt(vector -> vector.length).distinct().count() > 1) {
      throw new IllegalArgumentException("vectors must have one dimension");
    }
  }
}
