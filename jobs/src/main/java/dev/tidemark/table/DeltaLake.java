package dev.tidemark.table;

import dev.tidemark.error.StorageFailed;
import dev.tidemark.error.UsageWrong;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The warehouse: one Delta table in one folder for each declared table.
 *
 * <p>Every write is one commit: readers see the table before it or after it. Threads may share a
 * session and a lake. A warehouse belongs to one framework; writing another's rows into it is
 * refused.
 */
public final class DeltaLake {
  private final LazySpark spark;
  private final String root;
  private final CommitNote note;
  private final TableCommits commits;
  private final Map<TableSpec, TableLog> logs = new ConcurrentHashMap<>();
  private final Map<String, Long> pinned;

  /**
   * Opens a warehouse; nothing is created before the first write.
   *
   * @param root the folder or URI of the warehouse
   */
  public DeltaLake(LazySpark spark, String root, CommitNote note) {
    this(spark, FolderUri.qualified("--warehouse", root, spark.settings()), note, Map.of());
  }

  /** The same, with a session that is open. */
  public DeltaLake(SparkSession spark, String root, CommitNote note) {
    this(LazySpark.of(spark), root, note);
  }

  private DeltaLake(LazySpark spark, String root, CommitNote note, Map<String, Long> pinned) {
    this.spark = spark;
    this.root = root;
    this.note = note;
    this.commits = new TableCommits(spark, root, note);
    this.pinned = Map.copyOf(pinned);
  }

  /**
   * The warehouse as readers are to see it: every table as it was last published, all of one
   * refresh. The warehouse as it is, if nothing was ever published.
   */
  public DeltaLake published() {
    return PublishedVersions.last(this)
        .map(last -> new DeltaLake(spark, root, note, last.versions()))
        .orElse(this);
  }

  /** The warehouse as it is. */
  private DeltaLake current() {
    return new DeltaLake(spark, root, note, Map.of());
  }

  /** Whether rows were written that this does not show, as they are not published yet. */
  public boolean isBehind() {
    return isBehind(Tables.all());
  }

  /** The same, of some tables: each costs a look at its log. */
  public boolean isBehind(Collection<TableSpec> tables) {
    return tables.stream()
        .filter(this::isPinned)
        .anyMatch(table -> log(table).since(pinned.getOrDefault(table.name(), -1L)).isAny());
  }

  /** The warehouse's folder, as a URI. */
  public String root() {
    return root;
  }

  /** The folder of a table, there or not. */
  public String path(TableSpec table) {
    return commits.path(table);
  }

  /** Whether the table was ever written. */
  public boolean has(TableSpec table) {
    if (isPinned(table)) {
      return pinned.containsKey(table.name());
    }
    return commits.has(table);
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
    var reader = spark.get().read().format("delta");
    return (isPinned(table) ? reader.option("versionAsOf", pinned.get(table.name())) : reader)
        .load(path(table));
  }

  /** What the table's log says, asked without opening it. */
  public TableLog log(TableSpec table) {
    return logs.computeIfAbsent(table, t -> new TableLog(path(t), spark.settings()));
  }

  /**
   * All rows of a small table that says what was done, as it is now, in no order; none if it was
   * never written. Needs no session.
   */
  public List<LedgerRow> ledger(TableSpec table, String... columns) {
    return log(table).version() < 0
        ? List.of()
        : new Ledger(path(table), spark.settings()).rows(List.of(columns));
  }

  /** How many rows a table has; Delta knows without reading them. */
  public long count(TableSpec table) {
    return read(table).count();
  }

  /** Tables about refreshes are written after the tables they tell of. */
  boolean isPinned(TableSpec table) {
    return !pinned.isEmpty() && !RefreshTables.ALL.contains(table);
  }

  /** The commit of a table that {@link #read} shows; empty if it was never written. */
  public Optional<TableVersion> version(TableSpec table) {
    if (isPinned(table) && !has(table)) {
      return Optional.empty();
    }
    var commit = isPinned(table) ? OptionalLong.of(pinned.get(table.name())) : OptionalLong.empty();
    try {
      return TableVersion.of(path(table), commit, spark.settings());
    } catch (IOException e) {
      throw new StorageFailed(
          "The log of %s cannot be read: %s. Run the command again."
              .formatted(path(table), e.getMessage()),
          e);
    }
  }

  /** All rows of a table as they were after one of its commits. */
  public Dataset<Row> readAt(TableSpec table, TableVersion commit) {
    return spark
        .get()
        .read()
        .format("delta")
        .option("versionAsOf", commit.version())
        .load(path(table));
  }

  /**
   * Lets SQL name the warehouse's tables; a query that names versions itself asks of the tables as
   * they are.
   *
   * @param query only the tables whose name occurs in it are looked up; all, if it asks which there
   *     are
   * @throws UsageWrong if it asks which there are and there is no such warehouse, or if the session
   *     knows another table by one of the names
   */
  public void publishNames(String query) {
    new SqlNames(spark.get(), SqlNames.namesVersions(query) ? current() : this).publish(query);
  }

  /** Adds rows to those that are there. */
  public void append(TableSpec table, Dataset<Row> rows) {
    var declared = DeclaredRows.of(table, rows);
    commits.commit(table, () -> write(table, declared).append());
  }

  /** Makes the table of these rows and no others. */
  public void replaceAll(TableSpec table, Dataset<Row> rows) {
    var declared = DeclaredRows.of(table, rows);
    commits.commit(table, () -> write(table, declared).replaceAll());
  }

  /**
   * Replaces the rows of some partitions and touches no other.
   *
   * @param values the values of the table's partition column; rows of others are refused
   */
  public void replacePartitions(TableSpec table, Dataset<Row> rows, List<String> values) {
    var declared = DeclaredRows.of(table, rows);
    commits.commit(table, () -> write(table, declared).replacePartitions(values));
  }

  /**
   * Replaces, in each of some partitions, the rows that have one of some values in a column, and
   * touches no other.
   *
   * @param values of the column, by the value of the table's partition column; rows of others are
   *     refused
   */
  public void replaceWithin(
      TableSpec table, Dataset<Row> rows, String column, Map<String, List<String>> values) {
    var declared = DeclaredRows.of(table, rows);
    commits.commit(table, () -> write(table, declared).replaceWithin(column, values));
  }

  /**
   * Inserts new rows and replaces those of the same key, unless this revision was merged before. A
   * row never replaces one of a higher {@code sequence}. Rows that say nothing new touch no file,
   * so the log tells which partitions really changed.
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
    var declared = DeclaredRows.of(table, rows);
    var upsert = upsert(table);
    commits.commit(table, () -> upsert.merge(declared, ignored, partitions, revision));
  }

  /**
   * Inserts the rows whose key the table does not have; the others change nothing.
   *
   * @param rows at most one per key
   * @param partitions every value the rows have in the table's partition column, part of the key
   */
  public void insertNew(TableSpec table, Dataset<Row> rows, List<String> partitions) {
    var declared = DeclaredRows.of(table, rows);
    commits.commit(table, () -> upsert(table).insertNew(declared, partitions));
  }

  /** Creates the table as it is declared, if it is not there. */
  public void create(TableSpec table) {
    commits.commit(table, () -> {});
  }

  private TableWriter write(TableSpec table, Dataset<Row> declared) {
    return new TableWriter(table, path(table), note, declared);
  }

  private Upsert upsert(TableSpec table) {
    return new Upsert(spark.get(), note, table, path(table), log(table));
  }
}
