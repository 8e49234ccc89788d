package dev.tidemark.table;

import dev.tidemark.error.UsageWrong;
import io.delta.tables.DeltaTable;
import org.apache.spark.sql.SparkSession;

/**
 * A table of a warehouse as it is declared, and whose it is.
 *
 * @param warehouse its folder, as a URI
 * @param note of the framework that writes
 */
record DeclaredTable(SparkSession spark, String warehouse, CommitNote note, TableSpec table) {
  private static final String OWNER = "tidemark.framework";

  /** Creates it in a folder. */
  void build(String folder) {
    var builder =
        DeltaTable.createIfNotExists(CommitSession.of(spark, note))
            .location(folder)
            .addColumns(table.schema())
            .comment(table.title())
            .property(OWNER, note.frameworkId())
            // As long as maintain keeps files: a version whose log is gone cannot be read.
            .property("delta.logRetentionDuration", "interval 400 days");
    if (table.role() == TableSpec.Role.OUTPUT) {
      // Scores are written by the million, and the extremes of a file's ids let no reader skip it.
      builder = builder.property("delta.dataSkippingNumIndexedCols", "0");
    }
    for (var check : table.checks()) {
      // Delta takes an unknown for a violation, SQL for a pass.
      builder =
          builder.property(
              "delta.constraints." + check.name(), "(" + check.condition() + ") IS NOT FALSE");
    }
    if (!table.partitionBy().isEmpty()) {
      builder = builder.partitionedBy(table.partitionBy().toArray(String[]::new));
    }
    builder.execute();
  }

  /**
   * Refuses a folder's table that is another framework's.
   *
   * @throws UsageWrong if it is
   */
  void checkOwner(String folder) {
    var properties =
        DeltaTable.forPath(spark, folder)
            .detail()
            .select("properties")
            .head()
            .<String, String>getJavaMap(0);
    var owner = properties.get(OWNER);
    if (owner != null && !owner.equals(note.frameworkId())) {
      throw new UsageWrong(
          "Table %s in the warehouse %s belongs to the framework %s, not to %s. Use another --warehouse for each framework."
              .formatted(table.name(), warehouse, owner, note.frameworkId()));
    }
  }
}
