package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.tidemark.error.Quantity;
import dev.tidemark.table.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The judged rows of one table's delivery, read once and held until they are published.
 *
 * @param table they are for
 * @param files they came in, readable ones
 * @param badFiles files no row of which could be read
 * @param rows typed rows with {@code faults} and {@code is_kept}; persisted
 * @param counts what each file held, by its SHA-256
 * @param faults of all rows and bad files, a count
 * @param periods the kept rows' periods; null among them if a row has none
 */
record StagedTable(
    TableSpec table,
    List<DeliveredFile> files,
    List<DeliveredFile> badFiles,
    Dataset<Row> rows,
    Map<String, Counts> counts,
    long faults,
    Set<String> periods)
    implements AutoCloseable {
  /**
   * What a file held.
   *
   * @param delivered rows
   * @param quarantined of these, with a fault
   */
  record Counts(long delivered, long quarantined) {
    static final Counts NONE = new Counts(0, 0);

    long accepted() {
      return delivered - quarantined;
    }

    Counts plus(Counts other) {
      return new Counts(delivered + other.delivered, quarantined + other.quarantined);
    }
  }

  /** Reads and counts; the one action on what was delivered. */
  static StagedTable of(
      TableSpec table,
      List<DeliveredFile> files,
      List<DeliveredFile> badFiles,
      Dataset<Row> judged) {
    var rows = judged.persist(StorageLevel.MEMORY_AND_DISK());
    var counts = new HashMap<String, Counts>();
    var periods = new LinkedHashSet<String>();
    long faults = badFiles.size();
    for (var row : counted(rows)) {
      counts.put(row.getString(0), new Counts(row.getLong(1), row.getLong(2)));
      faults += row.getLong(3);
      periods.addAll(row.getList(4));
      if (row.getLong(5) > 0) {
        periods.add(null);
      }
    }
    return new StagedTable(table, files, badFiles, rows, counts, faults, periods);
  }

  private static List<Row> counted(Dataset<Row> rows) {
    var isBad = size(col(FAULTS)).gt(0);
    try {
      return rows.groupBy(SHA256)
          .agg(
              count(lit(1)),
              sum(when(isBad, 1L).otherwise(0L)),
              sum(size(col(FAULTS))),
              collect_set(when(col(Duplicates.IS_KEPT), col(PERIOD))),
              sum(when(col(Duplicates.IS_KEPT).and(col(PERIOD).isNull()), 1L).otherwise(0L)))
          .collectAsList();
    } catch (Exception e) { // Spark throws checked exceptions without declaring them.
      rows.unpersist();
      throw e;
    }
  }

  /** What all files held; a bad file is one row delivered and quarantined. */
  Counts total() {
    return counts.values().stream()
        .reduce(new Counts(badFiles.size(), badFiles.size()), Counts::plus);
  }

  /** What the readable files held, in words: no bad file was taken apart into rows. */
  String summary(String delivered, String accepted, String quarantined) {
    var read = counts.values().stream().reduce(Counts.NONE, Counts::plus);
    var rows =
        "%s: %s%s, %,d %s, %,d %s"
            .formatted(
                table.name(),
                Quantity.of(read.delivered(), "row"),
                delivered,
                read.accepted(),
                accepted,
                read.quarantined(),
                quarantined);
    return badFiles.isEmpty()
        ? rows
        : rows + "; " + Quantity.of(badFiles.size(), "file") + " cannot be read";
  }

  /** The rows to store, without their load's id. */
  Dataset<Row> kept() {
    var columns = new ArrayList<Column>();
    table.columns().stream()
        .map(column -> column.name())
        .filter(name -> !name.equals(LOAD_ID))
        .forEach(name -> columns.add(col(name)));
    return rows.where(col(Duplicates.IS_KEPT)).select(columns.toArray(Column[]::new));
  }

  /** The faulty rows. */
  Dataset<Row> bad() {
    return rows.where(size(col(FAULTS)).gt(0));
  }

  /** The kept rows' periods; the empty text among them if a row has none. */
  Set<String> periodsOrBlank() {
    return periods.stream()
        .map(period -> Objects.requireNonNullElse(period, ""))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    rows.unpersist();
  }
}
