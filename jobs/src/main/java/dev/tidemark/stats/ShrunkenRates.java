package dev.tidemark.stats;

/**
 * Rates of small cells drawn towards the rate of all, the more the fewer observations a cell has:
 * empirical Bayes with a beta prior.
 */
public final class ShrunkenRates {
  private final int[] successes;
  private final int[] n;
  private final double mean;
  private final double correlation;

  private ShrunkenRates(int[] successes, int[] n, double mean, double correlation) {
    this.successes = successes;
    this.n = n;
    this.mean = mean;
    this.correlation = correlation;
  }

  /**
   * Rates with a prior from the cells themselves, by the method of moments weighted by their sizes.
   *
   * @param successes per cell, 0 to its {@code n}
   * @param n observations per cell; 0 where there is none
   * @return {@link NotTestable} if fewer than two cells have observations, or none has two; or if
   *     all observations are alike
   * @throws IllegalArgumentException if lengths differ or successes are not 0 to n
   * @see <a href="https://doi.org/10.1080/01621459.1973.10481332">Kleinman, JASA 68 (1973)</a>,
   *     weights w = n
   */
  public static Outcome<ShrunkenRates> of(int[] successes, int[] n) {
    if (successes.length != n.length) {
      throw new IllegalArgumentException(
          "%d cells of successes, %d of n".formatted(successes.length, n.length));
    }
    double cells = 0;
    double events = 0;
    double all = 0;
    double squares = 0;
    for (int i = 0; i < n.length; i++) {
      Arguments.atLeast(0, successes[i], "successes");
      Arguments.atLeast(successes[i], n[i], "n");
      cells += n[i] > 0 ? 1 : 0;
      events += successes[i];
      all += n[i];
      squares += (double) n[i] * n[i];
    }
    if (cells < 2 || all == cells) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    if (events == 0 || events == all) {
      return new NotTestable<>(Reason.NO_VARIATION);
    }
    double mean = events / all;
    double spread = 0;
    for (int i = 0; i < n.length; i++) {
      double deviation = n[i] == 0 ? 0 : (double) successes[i] / n[i] - mean;
      spread += n[i] * deviation * deviation;
    }
    double chance = mean * (1 - mean);
    double correlation =
        (spread - chance * (cells - 1)) / (chance * (all - squares / all - (cells - 1)));
    return new Tested<>(
        new ShrunkenRates(
            successes.clone(), n.clone(), mean, Math.min(1, Math.max(0, correlation))));
  }

  /** The rate of all observations, 0 to 1, towards which the cells are drawn. */
  public double mean() {
    return mean;
  }

  /**
   * How many observations the prior is worth: 0 if cells differ without end, infinite if they
   * differ no more than chance would make them.
   */
  public double priorSize() {
    return (1 - correlation) / correlation;
  }

  /** A cell's rate, 0 to 1, between its own and the {@link #mean()}; the mean if it is empty. */
  public double rate(int cell) {
    // (x + m · mean) / (n + m), both sides times the correlation: m may be infinite.
    double own = correlation * n[cell];
    double prior = 1 - correlation;
    return own + prior == 0 ? mean : (correlation * successes[cell] + prior * mean) / (own + prior);
  }
}
