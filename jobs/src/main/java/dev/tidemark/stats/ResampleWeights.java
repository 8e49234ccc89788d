package dev.tidemark.stats;

import java.util.Arrays;

/**
 * How often each observation is drawn in each of a block of resamples, and the means that follow.
 *
 * <p>A mean of a resample is a weighted sum of the observations, so that one table of weights
 * serves every sample of the same size, in loops a processor runs through several at a time.
 */
final class ResampleWeights {
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  private final CounterRandom random;
  private final int n;
  private final double[][] weights;

  /** For samples of {@code n} values, {@code block} resamples at a time. */
  ResampleWeights(long seed, int n, int block) {
    random = CounterRandom.stream(seed, n);
    this.n = n;
    weights = new double[n][block];
  }

  /**
   * Draws resamples: n observations each, with replacement.
   *
   * @param first number of the first resample
   * @param count resamples, at most a block
   */
  void draw(int first, int count) {
    for (var row : weights) {
      Arrays.fill(row, 0);
    }
    // A word of random bits makes two draws.
    int words = (n + 1) / 2;
    for (int resample = 0; resample < count; resample++) {
      long position = (long) (first + resample) * words;
      for (int drawn = 0; drawn < n; drawn += 2) {
        long bits = random.bits(position++);
        weights[index(bits & LOW_HALF)][resample]++;
        if (drawn + 1 < n) {
          weights[index(bits >>> Integer.SIZE)][resample]++;
        }
      }
    }
  }

  /** Scales 32 random bits to 0 … n − 1; uneven by at most n/2^32. */
  private int index(long bits) {
    return (int) ((bits * n) >>> Integer.SIZE);
  }

  /**
   * Writes the means of the resamples drawn last.
   *
   * @param values n values
   * @param means where to write
   * @param first place of the first mean
   * @param count resamples drawn
   */
  void means(double[] values, double[] means, int first, int count) {
    var sums = new double[weights[0].length];
    int i = 0;
    // Four rows at a time: each sum is then loaded and stored once for four observations.
    for (; i + 4 <= n; i += 4) {
      add(sums, values, i);
    }
    for (; i < n; i++) {
      var row = weights[i];
      double value = values[i];
      for (int resample = 0; resample < sums.length; resample++) {
        sums[resample] += value * row[resample];
      }
    }
    for (int resample = 0; resample < count; resample++) {
      means[first + resample] = sums[resample] / n;
    }
  }

  private void add(double[] sums, double[] values, int i) {
    var a = weights[i];
    var b = weights[i + 1];
    var c = weights[i + 2];
    var d = weights[i + 3];
    double va = values[i];
    double vb = values[i + 1];
    double vc = values[i + 2];
    double vd = values[i + 3];
    for (int resample = 0; resample < sums.length; resample++) {
      sums[resample] += va * a[resample] + vb * b[resample] + (vc * c[resample] + vd * d[resample]);
    }
  }
}
