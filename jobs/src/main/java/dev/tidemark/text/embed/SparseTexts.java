package dev.tidemark.text.embed;

import java.util.HashMap;
import org.apache.commons.math3.linear.ArrayRealVector;

/** Weighted texts as a sparse matrix: a row for each text, a column for each feature. */
final class SparseTexts {
  private final int[][] columns;
  private final double[][] values;
  private final int width;

  SparseTexts(WeightedTexts texts) {
    var places = new HashMap<Long, Integer>();
    texts.textsOf().keySet().forEach(feature -> places.put(feature, places.size()));
    width = places.size();
    columns = new int[texts.size()][];
    values = new double[texts.size()][];
    for (int i = 0; i < columns.length; i++) {
      var row = texts.text(i);
      columns[i] = row.keySet().stream().mapToInt(places::get).toArray();
      values[i] = row.values().stream().mapToDouble(value -> value).toArray();
    }
  }

  int width() {
    return width;
  }

  /** The matrix times a dense one of {@link #width} rows. */
  Dense times(Dense right) {
    var product = new double[columns.length][right.width()];
    for (int i = 0; i < columns.length; i++) {
      for (int k = 0; k < columns[i].length; k++) {
        add(product[i], values[i][k], right.rows[columns[i][k]]);
      }
    }
    return new Dense(product);
  }

  /** The transposed matrix times a dense one with a row for each text. */
  Dense transposedTimes(Dense right) {
    var product = new double[width][right.width()];
    for (int i = 0; i < columns.length; i++) {
      for (int k = 0; k < columns[i].length; k++) {
        add(product[columns[i][k]], values[i][k], right.rows[i]);
      }
    }
    return new Dense(product);
  }

  private static void add(double[] sum, double factor, double[] row) {
    for (int j = 0; j < row.length; j++) {
      sum[j] += factor * row[j];
    }
  }

  /** A tall matrix, row by row. */
  static final class Dense {
    private final double[][] rows;

    private Dense(double[][] rows) {
      this.rows = rows;
    }

    /** Signs that are always the same and look random: bits of a multiplicative hash. */
    static Dense ofSigns(int height, int width) {
      var rows = new double[height][width];
      for (int i = 0; i < height; i++) {
        for (int j = 0; j < width; j++) {
          long bits = (1_000_003L * i + j + 1) * 0x9E3779B97F4A7C15L;
          bits = (bits ^ (bits >>> 32)) * 0xD6E8FEB86659FD93L;
          rows[i][j] = (bits ^ (bits >>> 32)) < 0 ? -1 : 1;
        }
      }
      return new Dense(rows);
    }

    int width() {
      return rows.length == 0 ? 0 : rows[0].length;
    }

    ArrayRealVector row(int place) {
      return new ArrayRealVector(rows[place], false);
    }

    /** The same span with orthonormal columns (Gram-Schmidt, twice); a dependent column is 0. */
    Dense orthonormal() {
      for (int j = 0; j < width(); j++) {
        double before = length(j);
        for (int pass = 0; pass < 2; pass++) {
          for (int k = 0; k < j; k++) {
            double shared = product(j, k);
            for (var row : rows) {
              row[j] -= shared * row[k];
            }
          }
        }
        double length = length(j);
        double factor = length > 1e-10 * before ? 1 / length : 0;
        for (var row : rows) {
          row[j] *= factor;
        }
      }
      return this;
    }

    /** Products of any two columns. */
    double[][] ownProducts() {
      var products = new double[width()][width()];
      for (var row : rows) {
        for (int j = 0; j < row.length; j++) {
          add(products[j], row[j], row);
        }
      }
      return products;
    }

    private double length(int column) {
      return Math.sqrt(product(column, column));
    }

    private double product(int one, int other) {
      double sum = 0;
      for (var row : rows) {
        sum += row[one] * row[other];
      }
      return sum;
    }
  }
}
