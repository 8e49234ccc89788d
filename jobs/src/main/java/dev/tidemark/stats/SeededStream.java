package dev.tidemark.stats;

/**
 * Random numbers that depend on a seed and an index alone: draw 7,000 is the same draw whichever
 * core makes it, and whatever was drawn before. Not for use by two threads at once.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea and Flood, Fast splittable
 *     pseudorandom number generators (2014): SplitMix64</a>
 */
public final class SeededStream {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final double ULP = 0x1.0p-53;

  private final long seed;
  private long state;

  private SeededStream(long seed) {
    this.seed = mix(seed + GOLDEN_GAMMA);
  }

  /** The stream of one index of a seed, at its beginning. */
  public static SeededStream of(long seed, long index) {
    var stream = new SeededStream(seed);
    stream.restart(index);
    return stream;
  }

  /** Goes to the beginning of another index of the same seed. */
  public void restart(long index) {
    state = mix(seed ^ mix(index * GOLDEN_GAMMA));
  }

  /** Uniform between 0 and 1, both excluded. */
  public double nextDouble() {
    return ((nextLong() >>> 11) + 0.5) * ULP;
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

  private long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long z) {
    long once = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
    return twice ^ (twice >>> 31);
  }
}
