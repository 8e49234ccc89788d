package dev.tidemark.stream;

import static dev.tidemark.table.Col.FILE;
import static dev.tidemark.table.Col.TABLE;
import static org.apache.spark.sql.functions.col;

import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.HashMap;
import java.util.Map;

/**
 * How far each partition of a topic is loaded, as the warehouse has it: true also if the stream's
 * checkpoint is lost, or older than the last load.
 *
 * @param last offset by partition
 */
record LoadedOffsets(Map<Integer, Long> last) {
  LoadedOffsets {
    last = Map.copyOf(last);
  }

  /**
   * Reads {@code ingested_files}, if there is one.
   *
   * @param table that the records are rows of: what was loaded for another is not loaded for it
   */
  static LoadedOffsets of(DeltaLake lake, TopicName name, TableSpec table) {
    if (!lake.has(Tables.INGESTED_FILES)) {
      return new LoadedOffsets(Map.of());
    }
    var last = new HashMap<Integer, Long>();
    for (var row :
        lake.read(Tables.INGESTED_FILES)
            .where(col(TABLE).equalTo(table.name()).and(col(FILE).startsWith(name.prefix())))
            .select(FILE)
            .collectAsList()) {
      name.end(row.getString(0))
          .ifPresent(end -> last.merge(end.partition(), end.offset(), Math::max));
    }
    return new LoadedOffsets(last);
  }

  boolean has(int partition, long offset) {
    return offset <= last.getOrDefault(partition, -1L);
  }

  /** These, and what was loaded now. */
  LoadedOffsets and(Map<Integer, Long> now) {
    var both = new HashMap<>(last);
    now.forEach((partition, offset) -> both.merge(partition, offset, Math::max));
    return new LoadedOffsets(both);
  }
}
