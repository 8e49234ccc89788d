package dev.tidemark.stats;

import java.util.TreeSet;

/**
 * Quantiles of many numbers without sorting them: only the side that holds a quantile is looked at
 * further.
 *
 * @see <a href="https://doi.org/10.1145/366622.366647">Hoare, Algorithm 65: Find, Communications of
 *     the ACM 4 (1961)</a>
 */
final class OrderStatistics {
  private final double[] values;

  /** Places no value before which is larger than one from there on: what is already known. */
  private final TreeSet<Integer> cuts = new TreeSet<>();

  /** Takes over at least one finite number, and reorders them as it goes. */
  OrderStatistics(double[] values) {
    this.values = values;
    cuts.add(0);
    cuts.add(values.length);
  }

  /**
   * The quantile at position (m + 1) · share of the m sorted numbers, linear in between, the ends
   * beyond: R's {@code quantile(type = 6)}, as is usual for bootstrap intervals (Davison and
   * Hinkley 1997, section 5.2).
   *
   * @param share 0 to 1
   */
  double quantile(double share) {
    double position = (values.length + 1) * share;
    int k = (int) Math.min(Math.max(Math.floor(position), 1), values.length);
    double lower = kth(k);
    double fraction = Math.min(Math.max(position - k, 0), 1);
    if (k == values.length || fraction == 0) {
      return lower;
    }
    // The k smallest are in front: the next one is the least of the others.
    double upper = values[k];
    for (int i = k + 1; i < values.length; i++) {
      upper = Math.min(upper, values[i]);
    }
    return lower + fraction * (upper - lower);
  }

  /** The k-th smallest, from 1; afterwards nothing before place k − 1 is larger, after, smaller. */
  private double kth(int k) {
    int target = k - 1;
    int from = cuts.floor(target);
    int to = cuts.higher(target) - 1;
    while (from < to) {
      double pivot = middle(values[from], values[(from + to) >>> 1], values[to]);
      int i = from;
      int j = to;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      cuts.add(j + 1);
      cuts.add(i);
      from = cuts.floor(target);
      to = cuts.higher(target) - 1;
    }
    return values[target];
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
