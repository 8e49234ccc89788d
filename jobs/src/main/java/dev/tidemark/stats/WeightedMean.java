package dev.tidemark.stats;

/**
 * The weighted mean of the scores there are, in one of three kinds: what a composite's score is.
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD/JRC, Handbook on Constructing
 *     Composite Indicators (2008), 1.6 Weighting and aggregation</a>
 */
public final class WeightedMean {
  private WeightedMean() {}

  /**
   * The mean over some places of an array, weights rescaled to those that have a score.
   *
   * @param places of {@code scores}, in the order they are added up
   * @param weights one for each place, above 0
   * @param scores points, 0 or more; NaN where there is none
   * @return points; 0 of a geometric or harmonic mean with a score of 0, NaN if there is no score
   */
  public static double of(WeightTree.Mean kind, int[] places, double[] weights, double[] scores) {
    if (kind != WeightTree.Mean.ARITHMETIC && hasZero(places, scores)) {
      return 0;
    }
    double weighted = 0;
    double present = 0;
    for (int i = 0; i < places.length; i++) {
      double score = scores[places[i]];
      if (!Double.isNaN(score)) {
        weighted += term(kind, score) * weights[i];
        present += weights[i];
      }
    }
    double mean = weighted / present;
    return switch (kind) {
      case ARITHMETIC -> mean;
      case GEOMETRIC -> StrictMath.exp(mean);
      case HARMONIC -> 1 / mean;
    };
  }

  private static double term(WeightTree.Mean kind, double score) {
    return switch (kind) {
      case ARITHMETIC -> score;
      case GEOMETRIC -> StrictMath.log(score);
      case HARMONIC -> 1 / score;
    };
  }

  private static boolean hasZero(int[] places, double[] scores) {
    for (int place : places) {
      if (scores[place] == 0) {
        return true;
      }
    }
    return false;
  }
}
