package dev.tidemark.text.embed;

import dev.tidemark.text.embed.SparseTexts.Dense;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Vectors of tokens from which texts use them together, without any model: the right singular
 * vectors of weighted token counts (latent semantic analysis, Deerwester et al. 1990), by
 * randomised subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4).
 */
final class LatentAxes {
  /** Columns beyond those wanted, and rounds: more change nothing in the first hundred axes. */
  private static final int SPARE = 16;

  private static final int ROUNDS = 6;

  private LatentAxes() {}

  /**
   * Learns from texts.
   *
   * @param dimensions wanted; fewer come where the texts have fewer
   */
  static TokenVectors of(List<String> texts, int dimensions, TextFeatures features) {
    var weighted = new WeightedTexts(texts, features);
    if (weighted.textsOf().isEmpty()) {
      return new TokenVectors(new HashMap<>(), dimensions);
    }
    var sparse = new SparseTexts(weighted);
    var range = sparse.times(Dense.ofSigns(sparse.width(), dimensions + SPARE)).orthonormal();
    for (int round = 0; round < ROUNDS; round++) {
      range = sparse.times(sparse.transposedTimes(range)).orthonormal();
    }
    var small = sparse.transposedTimes(range);
    var squares = new EigenDecomposition(new Array2DRowRealMatrix(small.ownProducts(), false));
    int kept = positive(squares.getRealEigenvalues(), dimensions);
    var vectors = new HashMap<Long, float[]>();
    int place = 0;
    for (long feature : weighted.textsOf().keySet()) {
      var axes = new double[kept];
      for (int j = 0; j < kept; j++) {
        double product = squares.getEigenvector(j).dotProduct(small.row(place));
        axes[j] = product / Math.sqrt(squares.getRealEigenvalue(j));
      }
      vectors.put(feature, Vectors.scaled(axes, weighted.weight(feature)));
      place++;
    }
    return TokenVectors.of(vectors);
  }

  /** How many of the first, descending, are not nothing. */
  private static int positive(double[] descending, int most) {
    int positive = 0;
    while (positive < Math.min(most, descending.length)
        && descending[positive] > 1e-9 * descending[0]) {
      positive++;
    }
    return positive;
  }
}
