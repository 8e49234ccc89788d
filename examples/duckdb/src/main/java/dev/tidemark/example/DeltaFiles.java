package dev.tidemark.example;

import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data files of a Delta table's latest version, as its log names them. Files of other versions
 * lie in the same folder: reading all of them would count rows twice.
 *
 * @param schema the table's columns
 * @param version of the table
 * @param byPartition the files by the values of their partition columns, which are not in the files
 */
record DeltaFiles(
    StructType schema, long version, Map<Map<String, String>, List<String>> byPartition) {
  /**
   * @throws IllegalStateException if rows of a file were deleted without rewriting it, or columns
   *     renamed: a reader of the bare files would be wrong then
   */
  static DeltaFiles of(Engine engine, String folder) {
    var snapshot = Table.forPath(engine, folder).getLatestSnapshot(engine);
    var mapping = snapshot.getTableProperties().getOrDefault("delta.columnMapping.mode", "none");
    if (!mapping.equals("none")) {
      throw new IllegalStateException(
          folder + " maps its columns by " + mapping + ": read it with Spark.");
    }
    return new DeltaFiles(snapshot.getSchema(), snapshot.getVersion(), files(engine, snapshot));
  }

  private static Map<Map<String, String>, List<String>> files(Engine engine, Snapshot snapshot) {
    var files = new LinkedHashMap<Map<String, String>, List<String>>();
    try (var batches = snapshot.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (var rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            var row = rows.next();
            files
                .computeIfAbsent(
                    InternalScanFileUtils.getPartitionValues(row), values -> new ArrayList<>())
                .add(path(row));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String path(Row file) {
    var path = InternalScanFileUtils.getAddFileStatus(file).getPath();
    if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file) != null) {
      throw new IllegalStateException(path + " has deleted rows: read it with Spark.");
    }
    if (!path.startsWith("file:") && !path.startsWith("/")) {
      throw new IllegalStateException(path + " is not on a local disk.");
    }
    return path.replaceFirst("^file:/+", "/");
  }
}
