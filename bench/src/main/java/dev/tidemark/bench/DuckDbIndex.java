package dev.tidemark.bench;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The index in DuckDB's SQL: the same files in, the same two tables out.
 *
 * <p>Conditional means turn observations into one row per unit and period, expressions score the
 * tree, one window ranks: of the forms tried the fastest.
 */
final class DuckDbIndex {
  private static final int NODES = 1 + Assessment.DIMENSIONS + Assessment.LEAVES;

  private DuckDbIndex() {}

  /**
   * Writes {@code index_scores} and {@code group_scores} as Parquet, partitioned by period.
   *
   * @param args the folder of an {@link Assessment}, and the folder to write to
   */
  public static void main(String[] args) throws SQLException {
    var folder = Path.of(args[0]);
    var out = args[1];
    var observations = folder.resolve("warehouse/observations/*/*.parquet").toString();
    var units = folder.resolve("units.csv").toString();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var sql = connection.createStatement()) {
      sql.execute("SET threads = 2");
      sql.execute("SET preserve_insertion_order = false");
      sql.execute("SET temp_directory = '%s/spill'".formatted(out));
      sql.execute("CREATE TYPE leaf AS ENUM (" + leaves("'leaf-%02d'"::formatted) + ")");
      sql.execute("CREATE TABLE profiles AS " + profiles(observations));
      sql.execute("CREATE TABLE scores AS " + scores());
      sql.execute("DROP TABLE profiles");
      sql.execute("CREATE TABLE long AS " + longForm());
      sql.execute("DROP TABLE scores");
      sql.execute("CREATE TABLE nodes AS " + nodeTable());
      sql.execute(copy(ranked(), out + "/index_scores"));
      sql.execute(copy(groups(units), out + "/group_scores"));
    }
  }

  private static String profiles(String files) {
    return """
    SELECT unit, period, %s
    FROM (SELECT unit, period, enum_code(indicator::leaf) AS leaf, value
          FROM read_parquet('%s', hive_partitioning = true, hive_types_autocast = false))
    GROUP BY unit, period"""
        .formatted(
            leaves(
                leaf -> "avg(CASE WHEN leaf = %d THEN value END) AS raw%d".formatted(leaf, leaf)),
            files);
  }

  /** One row per unit and period, and one per unit with the mean over all periods. */
  private static String scores() {
    var means =
        IntStream.range(0, NODES)
            .mapToObj(node -> "avg(s%1$d) AS s%1$d, avg(c%1$d) AS c%1$d".formatted(node))
            .collect(joining(", "));
    return """
    WITH leaves AS (SELECT unit, period, %s FROM profiles),
    dimensions AS (SELECT *, %s FROM leaves),
    root AS (SELECT *, %s FROM dimensions)
    SELECT * FROM root
    UNION ALL BY NAME
    SELECT unit, 'all' AS period, %s FROM root GROUP BY unit"""
        .formatted(
            leaves(DuckDbIndex::leafScore),
            IntStream.range(0, Assessment.DIMENSIONS)
                .mapToObj(DuckDbIndex::dimensionScore)
                .collect(joining(", ")),
            composite(0, IntStream.rangeClosed(1, Assessment.DIMENSIONS), node -> node),
            means);
  }

  private static String leafScore(int leaf) {
    var raw = "raw" + leaf;
    var points =
        leaf % 5 == 0
            ? raw + " * 100"
            : Assessment.isCounted(leaf) ? "(%s - 18) * 100 / -17".formatted(raw) : raw;
    return "CASE WHEN %1$s IS NOT NULL THEN greatest(0, least(100, %2$s)) END AS s%3$d, (%1$s IS NOT NULL)::DOUBLE AS c%3$d"
        .formatted(raw, points, leafNode(leaf));
  }

  private static String dimensionScore(int dimension) {
    var children =
        IntStream.range(0, Assessment.LEAVES)
            .filter(leaf -> leaf % Assessment.DIMENSIONS == dimension)
            .map(DuckDbIndex::leafNode);
    return composite(1 + dimension, children, node -> Assessment.weight(node - leafNode(0)));
  }

  /** Score and coverage of a node from those of its children. */
  private static String composite(int node, IntStream children, IntUnaryOperator weight) {
    var ids = children.toArray();
    int whole = IntStream.of(ids).map(weight).sum();
    var weighted = sum(ids, "coalesce(s%d, 0) * %d", weight);
    var present = sum(ids, "(s%d IS NOT NULL)::DOUBLE * %d", weight);
    return "(%1$s) / nullif(%2$s, 0) AS s%3$d, (%2$s) / %4$d AS c%3$d"
        .formatted(weighted, present, node, whole);
  }

  private static String sum(int[] nodes, String term, IntUnaryOperator weight) {
    return IntStream.of(nodes)
        .mapToObj(node -> term.formatted(node, weight.applyAsInt(node)))
        .collect(joining(" + "));
  }

  private static String longForm() {
    return "SELECT unit, period, unnest(range(%d))::UTINYINT AS node_no, unnest([%s]) AS score, unnest([%s]) AS coverage FROM scores"
        .formatted(NODES, nodes("s%d"::formatted), nodes("c%d"::formatted));
  }

  private static String nodeTable() {
    return """
    SELECT unnest(range(%d))::UTINYINT AS node_no, unnest([%s]) AS node, unnest([%s]) AS weight"""
        .formatted(NODES, nodes(DuckDbIndex::nodeId), nodes(node -> String.valueOf(weight(node))));
  }

  private static String ranked() {
    return """
    WITH counts AS (SELECT period, node_no, count(score) AS n_units FROM long GROUP BY ALL)
    SELECT 'bench' AS framework_id, '1' AS framework_version, period, unit, node, score, weight,
      coverage,
      CASE WHEN score IS NOT NULL
        THEN (rank() OVER (PARTITION BY period, node_no ORDER BY score DESC NULLS LAST))::INTEGER
      END AS rank,
      n_units
    FROM long JOIN counts USING (period, node_no) JOIN nodes USING (node_no)""";
  }

  private static String groups(String units) {
    return """
    WITH cells AS (
      SELECT period, node_no, region, type, sum(score) AS total, count(score) AS n
      FROM long JOIN read_csv('%s', all_varchar = true) USING (unit)
      GROUP BY ALL),
    means AS (
      SELECT period, node_no, region, type, sum(total) / nullif(sum(n), 0) AS score,
        sum(n)::BIGINT AS n_units,
        CASE WHEN region IS NOT NULL THEN 'region' WHEN type IS NOT NULL THEN 'type'
        ELSE 'all' END AS group_by
      FROM cells
      GROUP BY GROUPING SETS ((period, node_no), (period, node_no, region), (period, node_no, type)))
    SELECT 'bench' AS framework_id, '1' AS framework_version, period, group_by,
      coalesce(region, type, 'all') AS group_id, node, score, n_units,
      CASE WHEN score IS NOT NULL
        THEN (rank() OVER (PARTITION BY period, group_by, node_no
                           ORDER BY score DESC NULLS LAST))::INTEGER
      END AS rank
    FROM means JOIN nodes USING (node_no)"""
        .formatted(units);
  }

  private static String copy(String query, String folder) {
    return "COPY (%s) TO '%s' (FORMAT parquet, PARTITION_BY (period))".formatted(query, folder);
  }

  private static String nodeId(int node) {
    if (node == 0) {
      return "'overall'";
    }
    return node <= Assessment.DIMENSIONS
        ? "'dimension-%d'".formatted(node - 1)
        : "'leaf-%02d'".formatted(node - leafNode(0));
  }

  /** Of a node in the whole index. */
  private static double weight(int node) {
    if (node == 0) {
      return 1;
    }
    if (node <= Assessment.DIMENSIONS) {
      return node / (double) IntStream.rangeClosed(1, Assessment.DIMENSIONS).sum();
    }
    int leaf = node - leafNode(0);
    int dimension = leaf % Assessment.DIMENSIONS;
    int siblings =
        IntStream.range(0, Assessment.LEAVES)
            .filter(other -> other % Assessment.DIMENSIONS == dimension)
            .map(Assessment::weight)
            .sum();
    return weight(1 + dimension) * Assessment.weight(leaf) / siblings;
  }

  private static int leafNode(int leaf) {
    return 1 + Assessment.DIMENSIONS + leaf;
  }

  private static String leaves(IntFunction<String> term) {
    return IntStream.range(0, Assessment.LEAVES).mapToObj(term).collect(joining(", "));
  }

  private static String nodes(IntFunction<String> term) {
    return IntStream.range(0, NODES).mapToObj(term).collect(joining(", "));
  }
}
