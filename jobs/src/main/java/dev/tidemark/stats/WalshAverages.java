package dev.tidemark.stats;

import java.util.Arrays;

/**
 * The means of all pairs of values, each value paired with itself too, in order; found without
 * writing them down, which for n values would take n(n + 1)/2 places.
 */
final class WalshAverages {
  private final double[] ascending;

  /** Takes at least one finite value. */
  WalshAverages(double[] values) {
    ascending = values.clone();
    Arrays.sort(ascending);
  }

  /** n(n + 1)/2. */
  long size() {
    return ascending.length * (ascending.length + 1L) / 2;
  }

  double median() {
    long middle = (size() + 1) / 2;
    double lower = kth(middle);
    return size() % 2 == 1 ? lower : (lower + kth(middle + 1)) / 2;
  }

  /** The k-th smallest average, from 1 to {@link #size()}. */
  double kth(long k) {
    // The smallest double that k averages do not exceed is the k-th of them, digit for digit.
    long low = ordered(ascending[0]);
    long high = ordered(ascending[ascending.length - 1]);
    while (low < high) {
      // The mean of two longs whose distance may not be a long.
      long middle = (low & high) + ((low ^ high) >> 1);
      if (upTo(fromOrdered(middle)) >= k) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return fromOrdered(low);
  }

  /** How many averages are no larger than a value. */
  private long upTo(double value) {
    long count = 0;
    int partner = ascending.length - 1;
    for (int i = 0; i <= partner; i++) {
      while (partner >= i && (ascending[i] + ascending[partner]) / 2 > value) {
        partner--;
      }
      count += partner - i + 1;
    }
    return count;
  }

  /** Numbers doubles in their order, without gaps. */
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static double fromOrdered(long order) {
    return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
  }
}
