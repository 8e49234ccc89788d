package dev.tidemark.table;

import dev.tidemark.error.UsageWrong;
import io.delta.tables.DeltaTable;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The names by which a session's SQL knows the tables of a warehouse. */
final class SqlNames {
  private static final Pattern ASKS_FOR_ALL =
      Pattern.compile("\\bshow\\s+tables?\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMES_VERSIONS =
      Pattern.compile("\\b(as\\s+of|history|detail)\\b", Pattern.CASE_INSENSITIVE);

  private final SparkSession spark;
  private final DeltaLake lake;

  SqlNames(SparkSession spark, DeltaLake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** Whether a query says which version of a table it is about, or asks which there are. */
  static boolean namesVersions(String query) {
    return NAMES_VERSIONS.matcher(query).find();
  }

  /** Lets a query name tables: see {@link DeltaLake#publishNames}. */
  void publish(String query) {
    boolean asksForAll = ASKS_FOR_ALL.matcher(query).find();
    if (asksForAll && !FolderUri.exists(lake.root(), spark.sparkContext().hadoopConfiguration())) {
      throw new UsageWrong(
          "There is no warehouse %s. Ingest first, or name another --warehouse."
              .formatted(FolderUri.shown(new Path(lake.root()))));
    }
    for (var table : Tables.all()) {
      // A view of another reader of this session.
      spark.catalog().dropTempView(table.name());
      if ((asksForAll || query.contains(table.name())) && lake.has(table)) {
        name(table);
      }
    }
  }

  private void name(TableSpec table) {
    if (lake.isPinned(table)) {
      lake.read(table).createOrReplaceTempView(table.name());
    } else if (spark.catalog().tableExists(table.name())) {
      checkLocation(table);
    } else {
      spark.catalog().createTable(table.name(), lake.path(table), "delta");
    }
  }

  private void checkLocation(TableSpec table) {
    var known = DeltaTable.forName(spark, table.name()).detail().select("location").head();
    if (!known.getString(0).equals(lake.path(table))) {
      throw new UsageWrong(
          "This Spark session has another table %s, in %s. Ask the warehouse %s in a session of its own."
              .formatted(table.name(), known.getString(0), lake.root()));
    }
  }
}
