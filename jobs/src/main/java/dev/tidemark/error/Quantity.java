package dev.tidemark.error;

import java.util.Locale;

/** A number of things in words, for people: 1 row, 2 rows, 1,200 rows. */
public final class Quantity {
  private Quantity() {}

  /**
   * Things whose plural has an s.
   *
   * @param n not negative
   * @param one the thing, such as {@code row}
   */
  public static String of(long n, String one) {
    return of(n, one, one + "s");
  }

  /**
   * Things with another plural.
   *
   * @param n not negative
   * @param many such as {@code pairs of periods}
   */
  public static String of(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }
}
