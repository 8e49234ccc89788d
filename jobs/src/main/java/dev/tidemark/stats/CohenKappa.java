package dev.tidemark.stats;

/**
 * Cohen's κ: how far two observers agree on ordered or unordered classes, beyond chance.
 *
 * @param kappa 1 for full agreement, 0 for what chance gives, below 0 for less
 * @param observed weighted share of agreement, 0 to 1
 * @param expected the share that chance gives with the same margins, 0 to 1
 * @param standardError of {@code kappa} for large samples
 * @param interval {@code kappa} ± z × {@code standardError}, at most 1
 */
public record CohenKappa(
    double kappa, double observed, double expected, double standardError, Interval interval) {
  /** How much agreement two different classes are. */
  public enum Weights {
    /** None. */
    UNWEIGHTED,
    /** 1 − |i − j| / (k − 1). */
    LINEAR,
    /** 1 − (i − j)² / (k − 1)². */
    QUADRATIC;

    private double of(int i, int j, int classes) {
      double distance = Math.abs(i - j) / (classes - 1.0);
      return switch (this) {
        case UNWEIGHTED -> i == j ? 1 : 0;
        case LINEAR -> 1 - distance;
        case QUADRATIC -> 1 - distance * distance;
      };
    }
  }

  /**
   * κ of a table of two observers.
   *
   * @param counts units by the class the first observer (row) and the second (column) gave, classes
   *     in their order
   * @param level confidence of the interval, between 0 and 1
   * @return {@link NotTestable} of no unit, or if both observers used one and the same class only
   * @throws IllegalArgumentException if the table is not square, has fewer than two classes or a
   *     negative count, or {@code level} is not between 0 and 1
   * @see <a href="https://doi.org/10.1037/h0026256">Cohen, Psychological Bulletin 70 (1968)</a>; <a
   *     href="https://doi.org/10.1037/h0028106">Fleiss, Cohen and Everitt, Psychological Bulletin
   *     72 (1969)</a>, equation 13
   */
  public static Outcome<CohenKappa> of(int[][] counts, Weights weights, double level) {
    Arguments.share(level, "level");
    var table = Shares.of(counts);
    if (table.n == 0) {
      return new NotTestable<>(Reason.TOO_FEW);
    }
    int k = counts.length;
    double observed = 0;
    double expected = 0;
    var rowWeights = new double[k];
    var columnWeights = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double weight = weights.of(i, j, k);
        observed += weight * table.cells[i][j];
        expected += weight * table.rows[i] * table.columns[j];
        rowWeights[i] += weight * table.columns[j];
        columnWeights[j] += weight * table.rows[i];
      }
    }
    double room = 1 - expected;
    if (!(room > 1e-12)) {
      return new NotTestable<>(Reason.NO_VARIATION);
    }
    double kappa = (observed - expected) / room;
    double spread = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double term = weights.of(i, j, k) - (rowWeights[i] + columnWeights[j]) * (1 - kappa);
        spread += table.cells[i][j] * term * term;
      }
    }
    double centre = kappa - expected * (1 - kappa);
    double error = Math.sqrt(Math.max(0, spread - centre * centre) / table.n) / room;
    double margin = StandardNormal.quantile((1 + level) / 2) * error;
    return new Tested<>(
        new CohenKappa(
            kappa,
            observed,
            expected,
            error,
            new Interval(kappa - margin, Math.min(1, kappa + margin))));
  }

  /** Cells and margins of a table, as shares of all units. */
  private static final class Shares {
    private final long n;
    private final double[][] cells;
    private final double[] rows;
    private final double[] columns;

    private Shares(long n, int classes) {
      this.n = n;
      cells = new double[classes][classes];
      rows = new double[classes];
      columns = new double[classes];
    }

    private static Shares of(int[][] counts) {
      Arguments.atLeast(2, counts.length, "the number of classes");
      long n = 0;
      for (var row : counts) {
        if (row.length != counts.length) {
          throw new IllegalArgumentException("the table of counts must be square");
        }
        for (int count : row) {
          n += Arguments.atLeast(0, count, "a count");
        }
      }
      var shares = new Shares(n, counts.length);
      for (int i = 0; i < counts.length; i++) {
        for (int j = 0; j < counts.length; j++) {
          shares.cells[i][j] = (double) counts[i][j] / n;
          shares.rows[i] += shares.cells[i][j];
          shares.columns[j] += shares.cells[i][j];
        }
      }
      return shares;
    }
  }
}
