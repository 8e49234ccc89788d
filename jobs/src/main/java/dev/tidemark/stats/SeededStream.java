package dev.tidemark.stats;

/**
 * Random numbers that depend on a seed and an index alone: draw 7,000 is the same draw whichever
 * core makes it, and whatever was drawn before. Not for use by two threads at once.
 */
public final class SeededStream {
  private static final double ULP = 0x1.0p-53;

  private final long seed;
  private CounterRandom random;
  private long position;

  private SeededStream(long seed, long index) {
    this.seed = seed;
    this.random = CounterRandom.stream(seed, index);
  }

  /** The stream of one index of a seed, at its beginning. */
  public static SeededStream of(long seed, long index) {
    return new SeededStream(seed, index);
  }

  /** Goes to the beginning of another index of the same seed. */
  public void restart(long index) {
    random = CounterRandom.stream(seed, index);
    position = 0;
  }

  /** Uniform between 0 and 1, both excluded. */
  public double nextDouble() {
    return ((random.bits(position++) >>> 11) + 0.5) * ULP;
  }

  /** Standard normal, by Marsaglia's polar method; its second number is not kept. */
  public double nextNormal() {
    while (true) {
      double x = 2 * nextDouble() - 1;
      double y = 2 * nextDouble() - 1;
      double square = x * x + y * y;
      if (square < 1 && square > 0) {
        return x * Math.sqrt(-2 * Math.log(square) / square);
      }
    }
  }

  /**
   * Gamma with scale 1.
   *
   * @param shape above 0
   * @return above 0: what underflows is {@link Double#MIN_NORMAL}
   * @throws IllegalArgumentException if {@code shape} is not a finite number above 0
   * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang, A simple method for
   *     generating gamma variables (2000)</a>
   */
  public double nextGamma(double shape) {
    Arguments.positive(shape, "shape");
    if (shape < 1) {
      double boosted = nextGamma(shape + 1) * Math.pow(nextDouble(), 1 / shape);
      return Math.max(boosted, Double.MIN_NORMAL);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = nextNormal();
      double root = 1 + c * x;
      double v = root * root * root;
      if (v > 0 && Math.log(nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
