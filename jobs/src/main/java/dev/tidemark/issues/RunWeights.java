package dev.tidemark.issues;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as weighted runs of two and three characters: 1 + ln(times) for a run, times ln((1 + texts)
 * / (1 + texts with it)) + 1 (Salton and Buckley 1988, in the smooth form of scikit-learn), of
 * length 1.
 */
final class RunWeights {
  /** Runs that share a place count as one; among four million places few do. */
  private static final int PLACES = 1 << 22;

  private final int[][] runs;
  private final float[][] weights;

  private RunWeights(int size) {
    runs = new int[size][];
    weights = new float[size][];
  }

  /** Weighs the runs of each text. */
  static RunWeights of(List<String> texts) {
    var weighed = new RunWeights(texts.size());
    var textsWith = new int[PLACES];
    for (int i = 0; i < texts.size(); i++) {
      weighed.count(i, CharacterRuns.letters(texts.get(i)));
      for (int run : weighed.runs[i]) {
        textsWith[run]++;
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      weighed.weigh(i, textsWith);
    }
    return weighed;
  }

  /** The cosine of two texts, 0 to 1; 0 if one has no run. */
  double cosine(int one, int other) {
    double sum = 0;
    int a = 0;
    int b = 0;
    var ones = runs[one];
    var others = runs[other];
    while (a < ones.length && b < others.length) {
      if (ones[a] == others[b]) {
        sum += (double) weights[one][a++] * weights[other][b++];
      } else if (ones[a] < others[b]) {
        a++;
      } else {
        b++;
      }
    }
    return sum;
  }

  private void count(int text, int[] letters) {
    var twos = CharacterRuns.of(letters, 2);
    var threes = CharacterRuns.of(letters, 3);
    var all = Arrays.copyOf(twos, twos.length + threes.length);
    System.arraycopy(threes, 0, all, twos.length, threes.length);
    for (int i = 0; i < all.length; i++) {
      all[i] &= PLACES - 1;
    }
    Arrays.sort(all);
    int distinct = 0;
    var times = new float[all.length];
    for (int i = 0; i < all.length; i++) {
      if (i > 0 && all[i] == all[i - 1]) {
        times[distinct - 1]++;
      } else {
        all[distinct] = all[i];
        times[distinct++] = 1;
      }
    }
    runs[text] = Arrays.copyOf(all, distinct);
    weights[text] = Arrays.copyOf(times, distinct);
  }

  private void weigh(int text, int[] textsWith) {
    double square = 0;
    var own = weights[text];
    for (int i = 0; i < own.length; i++) {
      double rarity = Math.log((1.0 + runs.length) / (1.0 + textsWith[runs[text][i]])) + 1;
      double weight = (1 + Math.log(own[i])) * rarity;
      own[i] = (float) weight;
      square += weight * weight;
    }
    for (int i = 0; i < own.length; i++) {
      own[i] = (float) (own[i] / Math.sqrt(square));
    }
  }
}
