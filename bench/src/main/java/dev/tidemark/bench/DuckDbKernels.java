package dev.tidemark.bench;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The kernels of {@code compare} in DuckDB's SQL, each in two forms: with a row for each draw and
 * value, and with columns or arrays for what is drawn together.
 */
final class DuckDbKernels implements AutoCloseable {
  private static final int NODES = KernelBenchmark.NODES;
  private static final int PAIRS = KernelBenchmark.PAIRS;
  private static final int DRAWS = KernelBenchmark.RESAMPLES;
  private static final int BRANCHES = KernelBenchmark.BRANCHES;

  private final Connection connection;
  private final Statement sql;

  DuckDbKernels(double[][] differences, double[][] scores) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    sql = connection.createStatement();
    sql.execute("SET threads = 2");
    sql.execute("SELECT setseed(0.5)");
    sql.execute("CREATE TABLE differences (node INT, pair INT, d DOUBLE)");
    insert("differences", differences);
    sql.execute("CREATE TABLE scores (unit INT, leaf INT, score DOUBLE)");
    insert("scores", scores);
    sql.execute(
        "CREATE TABLE wide AS SELECT pair, "
            + columns(NODES, n -> "sum(d) FILTER (node = %d) AS d%1$d".formatted(n))
            + " FROM differences GROUP BY pair");
    sql.execute(
        "CREATE TABLE node_arrays AS SELECT node, list(d ORDER BY pair)::DOUBLE[%d] AS d, abs(sum(d)) AS size FROM differences GROUP BY node"
            .formatted(PAIRS));
    sql.execute(
        "CREATE TABLE unit_arrays AS SELECT unit, list(score ORDER BY leaf)::DOUBLE[%d] AS s FROM scores GROUP BY unit"
            .formatted(KernelBenchmark.LEAVES));
  }

  private void insert(String table, double[][] values) throws SQLException {
    try (var insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?)")) {
      for (int i = 0; i < values.length; i++) {
        for (int j = 0; j < values[i].length; j++) {
          insert.setInt(1, i);
          insert.setInt(2, j);
          insert.setDouble(3, values[i][j]);
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static String columns(int n, IntFunction<String> column) {
    return KernelBenchmark.upTo(n).mapToObj(column).collect(joining(", "));
  }

  /** Percentile intervals and sign-flip p, a row for each draw, pair and node. */
  void testInRows() throws SQLException {
    drawPairs();
    sql.execute(
        """
        CREATE OR REPLACE TABLE intervals AS
        SELECT node, quantile_cont(m, [0.025, 0.975]) AS q
        FROM (SELECT draw, node, avg(d) AS m FROM drawn JOIN differences USING (pair) GROUP BY draw, node)
        GROUP BY node""");
    sql.execute(
        """
        CREATE OR REPLACE TABLE signs AS
        SELECT (k // %1$d)::INT AS draw, (k %% %1$d)::INT AS pair, CASE WHEN random() < 0.5 THEN -1 ELSE 1 END AS s
        FROM range(%2$d) r(k)"""
            .formatted(PAIRS, PAIRS * DRAWS));
    sql.execute(
        """
        CREATE OR REPLACE TABLE flips AS
        SELECT node, (1 + count(*) FILTER (abs(total) >= size)) / %d AS p
        FROM (SELECT draw, node, sum(s * d) AS total FROM signs JOIN differences USING (pair) GROUP BY draw, node)
        JOIN node_arrays USING (node) GROUP BY node"""
            .formatted(DRAWS + 1));
  }

  /** The same with a column for each node, and an array for each draw's signs. */
  void testInArrays() throws SQLException {
    drawPairs();
    sql.execute(
        "CREATE OR REPLACE TABLE wide_intervals AS SELECT "
            + columns(NODES, n -> "quantile_cont(d%d, [0.025, 0.975]) AS d%1$d".formatted(n))
            + " FROM (SELECT "
            + columns(NODES, n -> "avg(d%d) AS d%1$d".formatted(n))
            + " FROM drawn JOIN wide USING (pair) GROUP BY draw)");
    sql.execute(
        "CREATE OR REPLACE TABLE intervals AS SELECT substr(name, 2)::INT AS node, q FROM (UNPIVOT wide_intervals ON * INTO NAME name VALUE q)");
    sql.execute(
        """
        CREATE OR REPLACE TABLE sign_arrays AS
        SELECT list(CASE WHEN random() < 0.5 THEN -1 ELSE 1 END)::DOUBLE[%1$d] AS s
        FROM (SELECT k // %1$d AS draw FROM range(%2$d) r(k)) GROUP BY draw"""
            .formatted(PAIRS, PAIRS * DRAWS));
    sql.execute(
        """
        CREATE OR REPLACE TABLE flips AS
        SELECT node, (1 + count(*) FILTER (abs(array_inner_product(s, d)) >= size)) / %d AS p
        FROM sign_arrays, node_arrays GROUP BY node"""
            .formatted(DRAWS + 1));
  }

  private void drawPairs() throws SQLException {
    sql.execute(
        "CREATE OR REPLACE TABLE drawn AS SELECT (k // %1$d)::INT AS draw, floor(random() * %1$d)::INT AS pair FROM range(%2$d) r(k)"
            .formatted(PAIRS, PAIRS * DRAWS));
  }

  /** Ranks under perturbed weights, a row for each draw, unit and leaf. */
  void rankInRows(int draws) throws SQLException {
    drawWeights(draws);
    sql.execute(
        """
        CREATE OR REPLACE TABLE ranked AS
        SELECT unit, rank() OVER (PARTITION BY draw ORDER BY total DESC) AS rank
        FROM (SELECT draw, unit, sum(w * score) AS total FROM weights JOIN scores USING (leaf) GROUP BY draw, unit)""");
    summarise();
  }

  /** The same with an array for each draw's weights and each unit's scores. */
  void rankInArrays(int draws) throws SQLException {
    drawWeights(draws);
    sql.execute(
        "CREATE OR REPLACE TABLE weight_arrays AS SELECT draw, list(w ORDER BY leaf)::DOUBLE[%d] AS w FROM weights GROUP BY draw"
            .formatted(KernelBenchmark.LEAVES));
    sql.execute(
        """
        CREATE OR REPLACE TABLE ranked AS
        SELECT unit, rank() OVER (PARTITION BY draw ORDER BY array_inner_product(w, s) DESC) AS rank
        FROM weight_arrays, unit_arrays""");
    summarise();
  }

  /** Each share times its own uniform factor, siblings rescaled, on both levels of the tree. */
  private void drawWeights(int draws) throws SQLException {
    var factor =
        "%s + %s * random()".formatted(1 - KernelBenchmark.SPREAD, 2 * KernelBenchmark.SPREAD);
    sql.execute(
        """
        CREATE OR REPLACE TABLE weights AS
        SELECT draw, leaf, f / sum(f) OVER (PARTITION BY draw, branch) * g / sum(g) OVER (PARTITION BY draw) * %3$d AS w
        FROM (SELECT d.range::INT AS draw, l.range::INT AS leaf, (l.range // %3$d)::INT AS branch, %1$s AS f
              FROM range(%2$d) d, range(%4$d) l)
        JOIN (SELECT d.range::INT AS draw, b.range::INT AS branch, %1$s AS g FROM range(%2$d) d, range(%3$d) b)
        USING (draw, branch)"""
            .formatted(factor, draws, BRANCHES, KernelBenchmark.LEAVES));
  }

  private void summarise() throws SQLException {
    sql.execute(
        """
        CREATE OR REPLACE TABLE ranks AS
        SELECT unit, quantile_disc(rank, [0.05, 0.5, 0.95]) AS q, avg((rank <= 10)::INT) AS top10
        FROM ranked GROUP BY unit""");
  }

  /** Lower and upper end of the interval, and p, by node. */
  List<double[]> tests() throws SQLException {
    return rows("SELECT q[1], q[2], p FROM intervals JOIN flips USING (node) ORDER BY node");
  }

  /** 5th and 95th percentile of the rank, and the share among the first ten, by unit. */
  List<double[]> ranks() throws SQLException {
    return rows("SELECT q[1], q[3], top10 FROM ranks ORDER BY unit");
  }

  private List<double[]> rows(String query) throws SQLException {
    var rows = new ArrayList<double[]>();
    try (var result = sql.executeQuery(query)) {
      while (result.next()) {
        rows.add(new double[] {result.getDouble(1), result.getDouble(2), result.getDouble(3)});
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    sql.close();
    connection.close();
  }
}
