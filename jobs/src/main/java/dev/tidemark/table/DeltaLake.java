package dev.tidemark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.tidemark.error.ContractBroken;
import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * The warehouse: one Delta table in one folder for each declared table.
 *
 * <p>Every write is one commit: readers see the table before it or after it. A warehouse belongs to
 * one framework; writing another's rows into it is refused.
 */
public final class DeltaLake {
  private static final String OWNER = "tidemark.framework";
  private static final String APP_ID = "spark.databricks.delta.write.txnAppId";
  private static final String APP_VERSION = "spark.databricks.delta.write.txnVersion";
  private static final int ATTEMPTS = 3;

  private final SparkSession spark;
  private final String root;
  private final CommitNote note;

  /**
   * Opens a warehouse; nothing is created before the first write.
   *
   * @param root the folder or URI of the warehouse
   */
  public DeltaLake(SparkSession spark, String root, CommitNote note) {
    this.spark = spark;
    this.root = qualified(spark, root);
    this.note = note;
    spark.conf().set("spark.databricks.delta.commitInfo.userMetadata", note.json());
  }

  /** The folder of a table, there or not. */
  public String path(TableSpec table) {
    return root + "/" + table.name();
  }

  /** Whether the table was ever written. */
  public boolean has(TableSpec table) {
    return DeltaTable.isDeltaTable(spark, path(table));
  }

  /**
   * All rows of a table.
   *
   * @throws UsageWrong if it was never written
   */
  public Dataset<Row> read(TableSpec table) {
    if (!has(table)) {
      throw new UsageWrong(
          "Table %s is not in the warehouse %s. %s first, or name another --warehouse."
              .formatted(
                  table.name(),
                  root,
                  table.role() == TableSpec.Role.INPUT
                      ? "Ingest it"
                      : "Run the job that writes it"));
    }
    return spark.read().format("delta").load(path(table));
  }

  /**
   * Lets SQL name the warehouse's tables.
   *
   * @param query only the tables whose name occurs in it are looked up
   */
  public void publishNames(String query) {
    for (var table : Tables.all()) {
      if (query.contains(table.name()) && has(table)) {
        spark.catalog().createTable(table.name(), path(table), "delta");
      }
    }
  }

  /** Makes the table of these rows and no others. */
  public void replaceAll(TableSpec table, Dataset<Row> rows) {
    var declared = conform(table, rows);
    commit(table, () -> writer(table, declared, SaveMode.Overwrite).save());
  }

  /**
   * Replaces the rows of some partitions and touches no other.
   *
   * @param values the values of the table's partition column; rows of others are refused
   */
  public void replacePartitions(TableSpec table, Dataset<Row> rows, List<String> values) {
    replaceWhereIn(table, rows, table.partitionBy().get(0), values);
  }

  /**
   * Replaces the rows that have one of some values in a column, and touches no other.
   *
   * @param values plain names or hashes; rows with others are refused
   */
  public void replaceWhereIn(
      TableSpec table, Dataset<Row> rows, String column, List<String> values) {
    var literals = values.stream().map(DeltaLake::literal).collect(Collectors.joining(", "));
    var declared = conform(table, rows);
    commit(
        table,
        () ->
            writer(table, declared, SaveMode.Overwrite)
                .option("replaceWhere", "`%s` IN (%s)".formatted(column, literals))
                .save());
  }

  /** The newest version of a table that exists. */
  public long version(TableSpec table) {
    return DeltaTable.forPath(spark, path(table)).history(1).select("version").head().getLong(0);
  }

  /**
   * Inserts new rows and replaces those of the same key, unless this revision was merged before.
   *
   * @param rows at most one per key
   * @param ignored columns whose difference alone changes nothing
   * @param partitions every value the rows have in the table's partition column; where that is no
   *     part of the key, a row is sought, and moved, across partitions
   * @param revision names the content of {@code rows}; the same revision is merged once
   */
  public void merge(
      TableSpec table,
      Dataset<Row> rows,
      List<String> ignored,
      List<String> partitions,
      String revision) {
    var declared = conform(table, rows);
    var where = inPartitions(table, partitions);
    var sameKey =
        table.key().stream()
            .map(key -> col("kept." + key).eqNullSafe(col("new." + key)))
            .reduce(where, Column::and);
    var differs =
        table.columns().stream()
            .map(ColumnSpec::name)
            .filter(name -> !table.key().contains(name) && !ignored.contains(name))
            .map(name -> differs(table.column(name)))
            .reduce(Column::or)
            .orElseThrow();
    commit(
        table,
        () ->
            once(
                table.name() + ":" + revision,
                () ->
                    DeltaTable.forPath(spark, path(table))
                        .as("kept")
                        .merge(declared.as("new"), sameKey)
                        .whenMatched(differs)
                        .updateAll()
                        .whenNotMatched()
                        .insertAll()
                        .execute()));
  }

  /** Creates the table as it is declared, if it is not there. */
  public void create(TableSpec table) {
    if (has(table)) {
      checkOwner(table);
      return;
    }
    var builder =
        DeltaTable.createIfNotExists(spark)
            .location(path(table))
            .addColumns(table.schema())
            .comment(table.title())
            .property(OWNER, note.frameworkId());
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

  /** The folder with its file system and from its root, as Delta asks for it. */
  private static String qualified(SparkSession spark, String root) {
    try {
      var path = new Path(root);
      var system = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      return system.makeQualified(path).toString();
    } catch (IllegalArgumentException e) {
      throw new UsageWrong(
          "--warehouse %s is not a folder or URI: %s".formatted(root, e.getMessage()), e);
    } catch (IOException e) {
      throw new StorageFailed(
          "The warehouse %s cannot be reached: %s".formatted(root, e.getMessage()), e);
    }
  }

  private void checkOwner(TableSpec table) {
    var properties =
        DeltaTable.forPath(spark, path(table))
            .detail()
            .select("properties")
            .head()
            .<String, String>getJavaMap(0);
    var owner = properties.get(OWNER);
    if (owner != null && !owner.equals(note.frameworkId())) {
      throw new UsageWrong(
          "Table %s in the warehouse %s belongs to the framework %s, not to %s. Use another --warehouse for each framework."
              .formatted(table.name(), root, owner, note.frameworkId()));
    }
  }

  private org.apache.spark.sql.DataFrameWriter<Row> writer(
      TableSpec table, Dataset<Row> rows, SaveMode mode) {
    return rows.write()
        .format("delta")
        .mode(mode)
        .option("path", path(table))
        .partitionBy(table.partitionBy().toArray(String[]::new));
  }

  private static Column inPartitions(TableSpec table, List<String> partitions) {
    var partition = table.partitionBy().get(0);
    return table.key().contains(partition)
        ? col("kept." + partition).isin(partitions.toArray())
        : lit(true);
  }

  private static Column differs(ColumnSpec column) {
    var kept = col("kept." + column.name());
    var renewed = col("new." + column.name());
    Function<Column, Column> comparable =
        column.type() instanceof org.apache.spark.sql.types.MapType
            ? map ->
                org.apache.spark.sql.functions.array_sort(
                    org.apache.spark.sql.functions.map_entries(map))
            : Function.identity();
    return not(comparable.apply(kept).eqNullSafe(comparable.apply(renewed)));
  }

  private void once(String application, Runnable write) {
    try {
      spark.conf().set(APP_ID, application);
      spark.conf().set(APP_VERSION, "1");
      write.run();
    } finally {
      spark.conf().unset(APP_ID);
      spark.conf().unset(APP_VERSION);
    }
  }

  private void commit(TableSpec table, Runnable write) {
    create(table);
    for (int attempt = 1; ; attempt++) {
      try {
        write.run();
        return;
      } catch (DeltaConcurrentModificationException conflict) {
        if (attempt == ATTEMPTS) {
          throw new StorageFailed(
              "Table %s was changed by another run at the same time, %d times in a row. Nothing was written to it; run the command again."
                  .formatted(table.name(), ATTEMPTS),
              conflict);
        }
      }
    }
  }

  /** The declared columns in their order, or an error that names what differs. */
  private static Dataset<Row> conform(TableSpec table, Dataset<Row> rows) {
    var declared = new TreeSet<>(Arrays.asList(table.schema().fieldNames()));
    var given = new TreeSet<>(Arrays.asList(rows.columns()));
    var missing = new TreeSet<>(declared);
    missing.removeAll(given);
    given.removeAll(declared);
    var mistyped =
        Arrays.stream(table.schema().fields())
            .filter(field -> !missing.contains(field.name()))
            .filter(field -> !sameType(field, rows.schema().apply(field.name())))
            .map(
                field -> field.name() + " is " + rows.schema().apply(field.name()).dataType().sql())
            .toList();
    if (!missing.isEmpty() || !given.isEmpty() || !mistyped.isEmpty()) {
      throw new ContractBroken(
          "Table %s cannot be written: columns %s are missing, %s are not declared, of another type: %s. Correct the transformation, or the declaration in Tables."
              .formatted(table.name(), missing, given, mistyped));
    }
    return rows.select(
        Arrays.stream(table.schema().fieldNames())
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new));
  }

  private static boolean sameType(StructField declared, StructField given) {
    return declared.dataType().asNullable().equals(given.dataType().asNullable());
  }

  private static String literal(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
