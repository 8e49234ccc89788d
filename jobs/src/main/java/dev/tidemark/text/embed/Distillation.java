package dev.tidemark.text.embed;

import java.util.HashMap;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Learns vectors of tokens so that their sums come near to what a model says of whole texts: ridge
 * regression on weighted token counts, in its dual form (Saunders, Gammerman and Vovk 1998), as
 * there are more tokens than texts.
 */
final class Distillation {
  /** How much a large vector costs; counts of a text have length 1. */
  private static final double RIDGE = 0.3;

  private Distillation() {}

  /**
   * Learns from texts and their vectors.
   *
   * @param vectors of a model, one for each text
   * @param dimensions to keep of them
   */
  static TokenVectors of(
      List<String> texts, List<float[]> vectors, int dimensions, TextFeatures features) {
    var weighted = new WeightedTexts(texts, features);
    var wanted = PrincipalAxes.of(vectors, dimensions);
    var dual = new CholeskyDecomposition(kernel(weighted)).getSolver().solve(wanted);
    return tokens(weighted, dual);
  }

  /** Products of any two texts, and the ridge. */
  private static RealMatrix kernel(WeightedTexts weighted) {
    var products = new double[weighted.size()][weighted.size()];
    weighted
        .textsOf()
        .forEach(
            (feature, texts) -> {
              for (int a : texts) {
                double one = weighted.text(a).get(feature);
                for (int b : texts) {
                  products[a][b] += one * weighted.text(b).get(feature);
                }
              }
            });
    for (int i = 0; i < products.length; i++) {
      products[i][i] += RIDGE;
    }
    return new Array2DRowRealMatrix(products, false);
  }

  /** What each feature adds to a text's vector for every time it occurs. */
  private static TokenVectors tokens(WeightedTexts weighted, RealMatrix dual) {
    int dimensions = dual.getColumnDimension();
    var vectors = new HashMap<Long, float[]>();
    weighted
        .textsOf()
        .forEach(
            (feature, texts) -> {
              var sum = new double[dimensions];
              for (int text : texts) {
                double one = weighted.text(text).get(feature);
                for (int j = 0; j < dimensions; j++) {
                  sum[j] += one * dual.getEntry(text, j);
                }
              }
              vectors.put(feature, Vectors.scaled(sum, weighted.weight(feature)));
            });
    return TokenVectors.of(vectors);
  }
}
