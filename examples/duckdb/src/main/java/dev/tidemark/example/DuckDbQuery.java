package dev.tidemark.example;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * Asks a DuckDB file by JDBC, as a BI tool does, and prints the rows with tabs between; null is
 * empty.
 */
public final class DuckDbQuery {
  private DuckDbQuery() {}

  /** {@code DuckDbQuery FILE QUERY}. */
  public static void main(String[] args) throws SQLException {
    if (args.length != 2) {
      System.err.println("usage: query FILE.duckdb \"SELECT …\"");
      System.exit(2);
    }
    var settings = new Properties();
    settings.setProperty("duckdb.read_only", "true");
    try (var database = DriverManager.getConnection("jdbc:duckdb:" + args[0], settings);
        var statement = database.createStatement();
        var rows = statement.executeQuery(args[1])) {
      while (rows.next()) {
        System.out.println(line(rows));
      }
    }
  }

  private static String line(ResultSet rows) throws SQLException {
    var line = new StringJoiner("\t");
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      line.add(Objects.toString(rows.getObject(i), ""));
    }
    return line.toString();
  }
}
