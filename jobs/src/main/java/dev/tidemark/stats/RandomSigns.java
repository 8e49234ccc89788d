package dev.tidemark.stats;

/**
 * Random signs for resamples, 64 to a word, and the sums that numbers have under them.
 *
 * <p>All samples share the signs: a resample turns the same places in each of them.
 */
final class RandomSigns {
  /** Stream numbers from 0 up are sizes of bootstrap samples. */
  private static final long STREAM = -1;

  private static final int BYTES = Long.BYTES;
  private static final int PATTERNS = 1 << Byte.SIZE;
  private static final int BYTE = PATTERNS - 1;

  private final long[][] words;
  private final int resamples;

  /** Signs for samples of up to {@code size} numbers. */
  RandomSigns(Resampling resampling, int size) {
    var random = CounterRandom.stream(resampling.seed(), STREAM);
    resamples = resampling.resamples();
    words = new long[(size + Long.SIZE - 1) / Long.SIZE][resamples];
    for (int word = 0; word < words.length; word++) {
      for (int resample = 0; resample < resamples; resample++) {
        words[word][resample] = random.bits(((long) word << Integer.SIZE) + resample);
      }
    }
  }

  /** The sum of the numbers in each resample, each number with its random sign. */
  double[] sums(double[] numbers) {
    var sums = new double[resamples];
    for (int word = 0; word * Long.SIZE < numbers.length; word++) {
      add(words[word], tables(numbers, word * Long.SIZE), sums);
    }
    return sums;
  }

  /** Adds, for each resample, what its eight bytes of signs make of 64 numbers. */
  private static void add(long[] signs, double[] tables, double[] sums) {
    for (int resample = 0; resample < sums.length; resample++) {
      long word = signs[resample];
      double sum = 0;
      for (int table = 0; table < tables.length; table += PATTERNS) {
        sum += tables[table + (int) (word & BYTE)];
        word >>>= Byte.SIZE;
      }
      sums[resample] += sum;
    }
  }

  /** For every eight numbers from {@code first} on, their sums under the 256 patterns of signs. */
  private static double[] tables(double[] numbers, int first) {
    int bytes = Math.min(BYTES, (numbers.length - first + Byte.SIZE - 1) / Byte.SIZE);
    var tables = new double[bytes * PATTERNS];
    for (int index = 0; index < tables.length; index++) {
      int start = first + index / PATTERNS * Byte.SIZE;
      int end = Math.min(numbers.length, start + Byte.SIZE);
      for (int i = start; i < end; i++) {
        boolean negative = (index >>> (i - start) & 1) == 1;
        tables[index] += negative ? -numbers[i] : numbers[i];
      }
    }
    return tables;
  }
}
