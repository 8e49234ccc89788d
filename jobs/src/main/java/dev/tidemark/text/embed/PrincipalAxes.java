package dev.tidemark.text.embed;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Vectors around their mean, on the axes along which they differ most (Pearson 1901). */
final class PrincipalAxes {
  private PrincipalAxes() {}

  /**
   * Turns and shortens vectors.
   *
   * @param vectors of one length
   * @param dimensions to keep; all of them if they have fewer
   * @return one row for each vector: its deviation from the mean on the first axes
   */
  static RealMatrix of(List<float[]> vectors, int dimensions) {
    var centred = centred(vectors);
    var covariance = centred.transpose().multiply(centred);
    // Its eigenvalues come in descending order.
    var axes = new EigenDecomposition(covariance).getV();
    int kept = Math.min(dimensions, axes.getColumnDimension());
    return centred.multiply(axes.getSubMatrix(0, axes.getRowDimension() - 1, 0, kept - 1));
  }

  private static RealMatrix centred(List<float[]> vectors) {
    int length = vectors.get(0).length;
    var mean = new double[length];
    for (var vector : vectors) {
      for (int j = 0; j < length; j++) {
        mean[j] += (double) vector[j] / vectors.size();
      }
    }
    var rows = new double[vectors.size()][length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < length; j++) {
        rows[i][j] = vectors.get(i)[j] - mean[j];
      }
    }
    return new Array2DRowRealMatrix(rows, false);
  }
}
