package dev.tidemark.table;

import dev.tidemark.error.StorageFailed;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * A small table that says what was done: read whole, in this process, by Delta's Kernel, so that a
 * run can find out that it has nothing to do before it opens a Spark session.
 */
final class Ledger {
  private final String folder;
  private final Engine engine;

  Ledger(String folder, Configuration settings) {
    this.folder = folder;
    this.engine = DefaultEngine.create(settings);
  }

  /**
   * All rows, as the table is now, in no order.
   *
   * @param columns of strings, longs, timestamps, arrays of strings, maps of longs by string
   */
  List<LedgerRow> rows(List<String> columns) {
    try {
      var snapshot = TableManager.loadSnapshot(folder).build(engine);
      var scan = snapshot.getScanBuilder().withReadSchema(only(columns, snapshot)).build();
      var state = scan.getScanState(engine);
      var rows = new ArrayList<LedgerRow>();
      try (var batches = scan.getScanFiles(engine)) {
        while (batches.hasNext()) {
          try (var files = batches.next().getRows()) {
            while (files.hasNext()) {
              read(state, files.next(), rows);
            }
          }
        }
      }
      return rows;
    } catch (IllegalArgumentException e) {
      // Asked for what no ledger has: a bug, and no damage.
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new StorageFailed(
          "%s is damaged or cannot be read: %s. Nothing was changed. Run the command again if the storage was away; else restore the folder from a backup, or load all files anew into another --warehouse."
              .formatted(folder, StorageTrouble.told(e)),
          e);
    }
  }

  private StructType only(List<String> columns, Snapshot snapshot) {
    var schema = snapshot.getSchema();
    for (var column : columns) {
      if (schema.indexOf(column) < 0) {
        throw new IllegalArgumentException("%s has no column %s".formatted(folder, column));
      }
    }
    return new StructType(columns.stream().map(schema::get).toList());
  }

  private void read(Row state, Row file, List<LedgerRow> rows) throws IOException {
    var status = InternalScanFileUtils.getAddFileStatus(file);
    var schema = ScanStateRow.getPhysicalDataReadSchema(state);
    try (var data =
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(status), schema, Optional.empty())
                .map(FileReadResult::getData);
        var batches = Scan.transformPhysicalData(engine, state, file, data)) {
      while (batches.hasNext()) {
        copy(batches.next(), rows);
      }
    }
  }

  private static void copy(FilteredColumnarBatch batch, List<LedgerRow> rows) throws IOException {
    try (var there = batch.getRows()) {
      while (there.hasNext()) {
        rows.add(LedgerRow.of(there.next()));
      }
    }
  }
}
