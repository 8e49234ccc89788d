package dev.tidemark.refresh;

import io.delta.kernel.Scan;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Reads tables by Delta's Kernel, which shares no code with Spark's reader. */
final class KernelReader {
  private KernelReader() {}

  /** How many rows a table has, each column of each read. */
  static long count(String folder) throws IOException {
    var engine = DefaultEngine.create(new Configuration());
    var scan = TableManager.loadSnapshot(folder).build(engine).getScanBuilder().build();
    var state = scan.getScanState(engine);
    var schema = ScanStateRow.getPhysicalDataReadSchema(state);
    long count = 0;
    for (var files : scan.getScanFiles(engine).toInMemoryList()) {
      for (var file : files.getRows().toInMemoryList()) {
        var status = Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file));
        try (var data =
                engine
                    .getParquetHandler()
                    .readParquetFiles(status, schema, Optional.empty())
                    .map(FileReadResult::getData);
            var batches = Scan.transformPhysicalData(engine, state, file, data)) {
          while (batches.hasNext()) {
            count += batches.next().getRows().toInMemoryList().size();
          }
        }
      }
    }
    return count;
  }
}
