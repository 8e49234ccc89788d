package dev.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Ranks of the sizes of differences that are not zero, each with the sign of its difference. */
final class SignedRanks {
  private final int[] doubled;
  private final long doubledV;
  private final double tieTerm;
  private final int zeros;

  private SignedRanks(int[] doubled, long doubledV, double tieTerm, int zeros) {
    this.doubled = doubled;
    this.doubledV = doubledV;
    this.tieTerm = tieTerm;
    this.zeros = zeros;
  }

  /** Ranks of finite differences, equal ones equal as numbers. */
  static SignedRanks of(double[] differences) {
    var nonzero = Arrays.stream(differences).filter(d -> d != 0).toArray();
    int n = nonzero.length;
    var ascending =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(Math.abs(nonzero[a]), Math.abs(nonzero[b])))
            .mapToInt(Integer::intValue)
            .toArray();
    var doubled = new int[n];
    double tieTerm = 0;
    for (int first = 0; first < n; ) {
      int next = first + 1;
      double size = Math.abs(nonzero[ascending[first]]);
      while (next < n && Math.abs(nonzero[ascending[next]]) == size) {
        next++;
      }
      // The ranks first + 1 … next have the mean (first + 1 + next) / 2.
      for (int i = first; i < next; i++) {
        doubled[ascending[i]] = first + 1 + next;
      }
      double ties = next - first;
      tieTerm += ties * ties * ties - ties;
      first = next;
    }
    long doubledV =
        IntStream.range(0, n).filter(i -> nonzero[i] > 0).mapToLong(i -> doubled[i]).sum();
    return new SignedRanks(doubled, doubledV, tieTerm, differences.length - n);
  }

  /** Differences that are not zero. */
  int n() {
    return doubled.length;
  }

  /** Differences left out because they are zero. */
  int zeros() {
    return zeros;
  }

  /** Twice the ranks, so that the mean ranks of ties are whole numbers too; not to be changed. */
  int[] doubled() {
    return doubled;
  }

  /** Twice V, the sum of the ranks of the differences above zero. */
  long doubledV() {
    return doubledV;
  }

  boolean tied() {
    return tieTerm > 0;
  }

  /** V less its mean under no change. */
  double deviation() {
    return doubledV / 2.0 - n() * (n() + 1.0) / 4;
  }

  /** Standard deviation of V under no change, ties taken into account. */
  double standardDeviation() {
    return standardDeviation(n(), tieTerm);
  }

  /** Standard deviation of V for n ranks with ties. */
  static double standardDeviation(double n, double tieTerm) {
    return Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - tieTerm / 48);
  }
}
