package dev.tidemark.bench;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Whether both sides wrote the same tables: every row there, scores and coverages within 1e-9,
 * ranks equal except where scores are so close that the order of a sum decides.
 */
final class Agreement {
  private static final double TOLERANCE = 1e-9;

  private Agreement() {}

  /**
   * Compares, and ends with an error at the first table that differs.
   *
   * @param args the warehouse of Tidemark, and the folder of {@link DuckDbIndex}
   */
  public static void main(String[] args) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var sql = connection.createStatement()) {
      sql.execute("SET threads = 2");
      compare(sql, args, "index_scores", "unit", "''", List.of("score", "weight", "coverage"));
      compare(sql, args, "group_scores", "group_id", "group_by", List.of("score"));
    }
  }

  private static void compare(
      Statement sql, String[] folders, String table, String who, String among, List<String> numbers)
      throws SQLException {
    for (int side = 0; side < 2; side++) {
      sql.execute(
          """
          CREATE OR REPLACE TABLE side%d AS SELECT *, %s AS who, %s AS among
          FROM read_parquet('%s/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)"""
              .formatted(side, who, among, Path.of(folders[side], table)));
    }
    var isOff =
        numbers.stream()
            .map(
                number ->
                    "(a.%1$s IS NULL) <> (b.%1$s IS NULL) OR abs(a.%1$s - b.%1$s) > %2$s"
                        .formatted(number, TOLERANCE))
            .collect(joining(" OR "));
    long rows = count(sql, "SELECT count(*) FROM side0");
    long off =
        count(
            sql,
            "SELECT count(*) FROM side0 a FULL JOIN side1 b USING (period, among, who, node) WHERE a.who IS NULL OR b.who IS NULL OR a.n_units <> b.n_units OR "
                + isOff);
    sql.execute(
        """
        CREATE OR REPLACE TABLE reranked AS
        SELECT b.period, b.among, b.who, b.node, b.score, a.rank
        FROM side0 a JOIN side1 b USING (period, among, who, node)
        WHERE a.rank IS DISTINCT FROM b.rank""");
    long reranked = count(sql, "SELECT count(*) FROM reranked");
    long tied =
        count(
            sql,
            """
            SELECT count(*) FROM reranked r WHERE r.score IS NOT NULL AND 1 < (
              SELECT count(*) FROM side1 b
              WHERE b.period = r.period AND b.among = r.among AND b.node = r.node
                AND abs(b.score - r.score) <= %s)"""
                .formatted(TOLERANCE));
    System.err.printf(
        "%s: %,d rows; %d differ; %d ranks differ, %d of them between scores less than %s apart%n",
        table, rows, off, reranked, tied, TOLERANCE);
    if (rows == 0 || off > 0 || tied < reranked) {
      throw new IllegalStateException("the two sides disagree on " + table);
    }
  }

  private static long count(Statement sql, String query) throws SQLException {
    try (var result = sql.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
