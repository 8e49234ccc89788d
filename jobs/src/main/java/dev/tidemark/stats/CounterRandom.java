package dev.tidemark.stats;

/**
 * Random bits by position instead of in sequence, so that any part of a stream can be had by itself
 * on any core: SplitMix64 with its counter in the open.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood, Fast splittable
 *     pseudorandom number generators (2014)</a>
 */
final class CounterRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long key;

  private CounterRandom(long key) {
    this.key = key;
  }

  /** The stream that SplitMix64 gives for a seed. */
  static CounterRandom seeded(long seed) {
    return new CounterRandom(seed);
  }

  /** One of many unrelated streams of the same seed. */
  static CounterRandom stream(long seed, long number) {
    return new CounterRandom(mixed(mixed(seed + GOLDEN_GAMMA) + (number + 1) * GOLDEN_GAMMA));
  }

  /** 64 random bits; position 0 is the first. */
  long bits(long position) {
    return mixed(key + (position + 1) * GOLDEN_GAMMA);
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
