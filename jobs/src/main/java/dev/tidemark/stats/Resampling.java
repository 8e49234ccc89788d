package dev.tidemark.stats;

/**
 * How often to draw, and from which seed. The same seed gives the same numbers on any number of
 * cores: a draw is a function of seed, sample size and position, see {@link CounterRandom}.
 *
 * @param resamples draws, at least 100
 * @param seed any number
 */
public record Resampling(int resamples, long seed) {
  /**
   * @throws IllegalArgumentException if there are fewer than 100 resamples
   */
  public Resampling {
    Arguments.atLeast(100, resamples, "resamples");
  }
}
