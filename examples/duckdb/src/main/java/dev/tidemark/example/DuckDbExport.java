package dev.tidemark.example;

import static dev.tidemark.example.DuckDbTypes.literal;
import static dev.tidemark.example.DuckDbTypes.quoted;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.types.StructField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** Copies every table of a warehouse into one DuckDB file, for tools that speak JDBC or ODBC. */
public final class DuckDbExport {
  private DuckDbExport() {}

  /** {@code DuckDbExport WAREHOUSE FILE}: replaces the file once all tables are in it. */
  public static void main(String[] args) throws IOException, SQLException {
    if (args.length != 2) {
      System.err.println("usage: export WAREHOUSE FILE.duckdb");
      System.exit(2);
    }
    var warehouse = Path.of(args[0]).toAbsolutePath();
    var file = Path.of(args[1]).toAbsolutePath();
    var started = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(started);
    try (var database = DriverManager.getConnection("jdbc:duckdb:" + started)) {
      copy(DefaultEngine.create(new Configuration()), warehouse, database);
    }
    Files.move(started, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(Engine engine, Path warehouse, Connection database)
      throws IOException, SQLException {
    try (var folders = Files.list(warehouse);
        var statement = database.createStatement()) {
      for (var folder : folders.filter(DuckDbExport::isTable).sorted().toList()) {
        var files = DeltaFiles.of(engine, folder.toString());
        var table = folder.getFileName().toString();
        create(statement, table, files);
        for (var partition : files.byPartition().entrySet()) {
          insert(statement, table, partition.getKey(), partition.getValue());
        }
        System.out.printf("%s: version %d%n", table, files.version());
      }
    }
  }

  private static boolean isTable(Path folder) {
    return Files.isDirectory(folder.resolve("_delta_log"));
  }

  /** With the columns' comments, which many tools show. */
  private static void create(Statement statement, String table, DeltaFiles files)
      throws SQLException {
    var columns =
        files.schema().fields().stream()
            .map(field -> quoted(field.getName()) + " " + DuckDbTypes.of(field.getDataType()))
            .collect(Collectors.joining(", "));
    statement.execute("CREATE TABLE %s (%s)".formatted(quoted(table), columns));
    for (var field : files.schema().fields()) {
      if (comment(field) != null) {
        statement.execute(
            "COMMENT ON COLUMN %s.%s IS %s"
                .formatted(quoted(table), quoted(field.getName()), literal(comment(field))));
      }
    }
  }

  private static String comment(StructField field) {
    return field.getMetadata().getString("comment");
  }

  /**
   * The log says what a partition's columns hold, whatever the files say; a column that the files
   * are older than is null.
   */
  private static void insert(
      Statement statement, String table, Map<String, String> partition, List<String> paths)
      throws SQLException {
    var files =
        "read_parquet(%s, union_by_name = true, hive_partitioning = false)"
            .formatted(
                paths.stream()
                    .map(DuckDbTypes::literal)
                    .collect(Collectors.joining(", ", "[", "]")));
    var constants =
        partition.entrySet().stream()
            .map(value -> literal(value.getValue()) + " AS " + quoted(value.getKey()));
    var columns =
        columns(statement, files).stream()
            .filter(name -> !partition.containsKey(name))
            .map(DuckDbTypes::quoted);
    statement.execute(
        "INSERT INTO %s BY NAME SELECT %s FROM %s"
            .formatted(
                quoted(table),
                Stream.concat(constants, columns).collect(Collectors.joining(", ")),
                files));
  }

  private static List<String> columns(Statement statement, String files) throws SQLException {
    var names = new ArrayList<String>();
    try (var rows = statement.executeQuery("DESCRIBE SELECT * FROM " + files)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
