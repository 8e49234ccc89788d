package dev.tidemark.stats;

import java.util.Arrays;

/**
 * The 2<sup>n</sup> sums that numbers have when each may take either sign, counted by meeting in
 * the middle: each half has only 2<sup>n/2</sup> sums, and two sorted lists tell in one pass how
 * many pairs exceed a bound.
 *
 * @see <a href="https://doi.org/10.1145/321812.321823">Horowitz and Sahni, Journal of the ACM 21
 *     (1974)</a>
 */
final class SignedSums {
  private SignedSums() {}

  /**
   * How many of the sums are at least as large as a bound.
   *
   * @param sizes at most 62 finite numbers; memory is 16 · 2<sup>n/2</sup> bytes
   */
  static long atLeast(double[] sizes, double bound) {
    int half = sizes.length / 2;
    var first = sums(Arrays.copyOfRange(sizes, 0, half));
    var second = sums(Arrays.copyOfRange(sizes, half, sizes.length));
    long count = 0;
    int below = second.length;
    for (double sum : first) {
      while (below > 0 && sum + second[below - 1] >= bound) {
        below--;
      }
      count += second.length - below;
    }
    return count;
  }

  /** All sums in ascending order. */
  private static double[] sums(double[] sizes) {
    var sums = new double[] {0};
    for (double size : sizes) {
      sums = merged(sums, Math.abs(size));
    }
    return sums;
  }

  /** Every sum less and every sum plus a size: two sorted lists, merged into one. */
  private static double[] merged(double[] sums, double size) {
    var both = new double[2 * sums.length];
    int minus = 0;
    int plus = 0;
    for (int i = 0; i < both.length; i++) {
      boolean takeMinus = minus < sums.length && sums[minus] - size <= sums[plus] + size;
      both[i] = takeMinus ? sums[minus++] - size : sums[plus++] + size;
    }
    return both;
  }
}
