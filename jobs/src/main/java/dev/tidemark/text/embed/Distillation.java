package dev.tidemark.text.embed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private final List<Map<Long, Double>> rows = new ArrayList<>();
  private final Map<Long, List<Integer>> textsOf = new TreeMap<>();

  private Distillation(List<String> texts, TextFeatures features) {
    for (var text : texts) {
      var counts = new TreeMap<Long, Double>();
      for (long feature : features.of(text, TokenVectors.PIECES)) {
        counts.merge(feature, 1.0, Double::sum);
      }
      counts
          .keySet()
          .forEach(f -> textsOf.computeIfAbsent(f, k -> new ArrayList<>()).add(rows.size()));
      rows.add(counts);
    }
    rows.forEach(this::weigh);
  }

  /**
   * Learns from texts and their vectors.
   *
   * @param vectors of a model, one for each text
   * @param dimensions to keep of them
   */
  static TokenVectors of(
      List<String> texts, List<float[]> vectors, int dimensions, TextFeatures features) {
    var lesson = new Distillation(texts, features);
    var wanted = PrincipalAxes.of(vectors, dimensions);
    var kernel = lesson.kernel();
    return lesson.tokens(new CholeskyDecomposition(kernel).getSolver().solve(wanted));
  }

  /** Rarer in texts, heavier (smoothed inverse document frequency); then the text has length 1. */
  private void weigh(Map<Long, Double> counts) {
    counts.replaceAll((feature, count) -> count * weight(feature));
    double length = Math.sqrt(counts.values().stream().mapToDouble(w -> w * w).sum());
    if (length > 0) {
      counts.replaceAll((feature, weighted) -> weighted / length);
    }
  }

  private double weight(long feature) {
    return Math.log((1.0 + rows.size()) / (1.0 + textsOf.get(feature).size())) + 1;
  }

  /** Products of any two texts' weighted counts, and the ridge. */
  private RealMatrix kernel() {
    var products = new double[rows.size()][rows.size()];
    textsOf.forEach(
        (feature, texts) -> {
          for (int a : texts) {
            double weighted = rows.get(a).get(feature);
            for (int b : texts) {
              products[a][b] += weighted * rows.get(b).get(feature);
            }
          }
        });
    for (int i = 0; i < products.length; i++) {
      products[i][i] += RIDGE;
    }
    return new Array2DRowRealMatrix(products, false);
  }

  /** What each feature adds to a text's vector for every time it occurs. */
  private TokenVectors tokens(RealMatrix dual) {
    int dimensions = dual.getColumnDimension();
    var vectors = new HashMap<Long, float[]>();
    textsOf.forEach(
        (feature, texts) -> {
          var sum = new double[dimensions];
          for (int text : texts) {
            double weighted = rows.get(text).get(feature);
            for (int j = 0; j < dimensions; j++) {
              sum[j] += weighted * dual.getEntry(text, j);
            }
          }
          var vector = new float[dimensions];
          for (int j = 0; j < dimensions; j++) {
            vector[j] = (float) (sum[j] * weight(feature));
          }
          vectors.put(feature, vector);
        });
    return TokenVectors.of(vectors);
  }
}
