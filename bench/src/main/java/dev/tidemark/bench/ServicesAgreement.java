package dev.tidemark.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether both sides wrote the same rows of service levels: every column that DuckDB wrote, decimal
 * numbers within 1e-9, all others equal.
 */
final class ServicesAgreement {
  private static final double TOLERANCE = 1e-9;

  private ServicesAgreement() {}

  /**
   * Compares, and ends with an error at the first table that differs.
   *
   * @param args the warehouse of Tidemark, and the folder of {@link DuckDbServices}
   */
  public static void main(String[] args) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var sql = connection.createStatement()) {
      compare(sql, args, "service_levels", List.of("period", "kind", "group_by", "group_id"));
      compare(sql, args, "service_shortfalls", List.of("period", "kind", "unit"));
      compare(
          sql,
          args,
          "service_changes",
          List.of("period_from", "period_to", "kind", "group_by", "group_id", "measure"));
    }
  }

  private static void compare(Statement sql, String[] folders, String table, List<String> key)
      throws SQLException {
    for (int side = 0; side < 2; side++) {
      sql.execute(
          """
          CREATE OR REPLACE TABLE side%d AS SELECT *
          FROM read_parquet('%s/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)"""
              .formatted(side, Path.of(folders[side], table)));
    }
    var columns = new ArrayList<String>();
    try (var result = sql.executeQuery("FROM side1 LIMIT 0")) {
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        columns.add(result.getMetaData().getColumnName(i));
      }
    }
    var rows = count(sql, "SELECT count(*) FROM side0");
    var isOff =
        columns.stream()
            .filter(column -> !key.contains(column))
            .map(ServicesAgreement::isOff)
            .collect(Collectors.joining(" OR "));
    long off =
        count(
            sql,
            "SELECT count(*) FROM (SELECT true AS here, * FROM side0) a FULL JOIN (SELECT true AS here, * FROM side1) b USING (%s) WHERE a.here IS NULL OR b.here IS NULL OR %s"
                .formatted(String.join(", ", key), isOff));
    System.err.printf("%s: %,d rows, %d columns; %d differ%n", table, rows, columns.size(), off);
    if (rows == 0 || off > 0) {
      throw new IllegalStateException("the two sides disagree on " + table);
    }
  }

  private static String isOff(String column) {
    return """
    CASE WHEN typeof(a.%1$s) = 'DOUBLE'
      THEN (a.%1$s IS NULL) <> (b.%1$s IS NULL)
        OR coalesce(abs(try_cast(a.%1$s AS DOUBLE) - try_cast(b.%1$s AS DOUBLE)) > %2$s, false)
      ELSE a.%1$s::VARCHAR IS DISTINCT FROM b.%1$s::VARCHAR END"""
        .formatted(column, TOLERANCE);
  }

  private static long count(Statement sql, String query) throws SQLException {
    try (var result = sql.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
